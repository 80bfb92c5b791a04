export { IdempotencyInterceptor } from './idempotency.interceptor';
export { Idempotency1700000000400 } from './idempotency.migration';
export { PurgeIdempotencyKeys } from './idempotency.purge';
export { OnceOnly } from './once-only';
export { type Page, pageOf, PageQuery } from './page';
export { FaultDto, PersonNameDto, TextDto } from './shapes.dto';
