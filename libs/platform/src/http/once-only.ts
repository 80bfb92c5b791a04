import { SetMetadata } from '@nestjs/common';

export const ONCE_ONLY = 'qh:once-only';

/** Fields of an answer that are shown once: they are not kept with the idempotency key and absent from a repetition. */
export const OnceOnly = (...fields: string[]) => SetMetadata(ONCE_ONLY, fields);
