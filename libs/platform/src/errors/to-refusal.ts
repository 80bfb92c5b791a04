/** Everything that can be thrown, as a refusal; undefined for what nobody foresaw. */
import { HttpException } from '@nestjs/common';
import { SheetFaults } from '@qingheng/sheet';
import { QueryFailedError } from 'typeorm';
import { refuse } from './platform.messages';
import { Refusal } from './refusal';

export function toRefusal(error: unknown): Refusal | undefined {
  if (error instanceof Refusal) return error;
  if (error instanceof SheetFaults) return refuse('INVALID_INPUT', { count: error.faults.length }, error.faults);
  if (error instanceof QueryFailedError && !isOutOfReach(error.driverError))
    return ofDatabase((error.driverError as { code?: string } | undefined)?.code);
  if (isOutOfReach(error)) return refuse('BUSY', { retryAfter: 5 });
  const status = statusOf(error);
  return status === undefined ? undefined : ofStatus(status, error);
}

function ofDatabase(sqlState: string | undefined): Refusal | undefined {
  switch (sqlState) {
    case '23505':
    case '23P01':
      return refuse('CONFLICT');
    case '40001': // could not serialise
    case '40P01': // deadlock
    case '55P03': // lock not available
      return refuse('BUSY', { retryAfter: 1 });
    case '22021': // bytes that are no text in UTF-8, NUL among them
    case '22P05': // a character that jsonb does not take
      return refuse('BAD_REQUEST');
    default:
      return undefined;
  }
}

/** The database is not there, is going, or takes nobody more: it may be back in a moment. */
function isOutOfReach(error: unknown): boolean {
  const { code, driverError, message } = (error ?? {}) as { code?: unknown; driverError?: unknown; message?: unknown };
  if (driverError) return isOutOfReach(driverError);
  if (/^Connection terminated|^timeout exceeded when trying to connect/.test(String(message))) return true;
  return /^(08...|57P0[123]|57014|53300|ECONNREFUSED|ECONNRESET|EPIPE)$/.test(String(code));
}

/** Statuses of Nest's own exceptions and of Express middleware; only those meant for the client. */
function statusOf(error: unknown): number | undefined {
  if (error instanceof HttpException) return error.getStatus();
  const { status, expose } = (error ?? {}) as { status?: unknown; expose?: unknown };
  return typeof status === 'number' && expose === true ? status : undefined;
}

function ofStatus(status: number, error: unknown): Refusal | undefined {
  switch (status) {
    case 400:
      return isUnreadableBody(error) ? refuse('MALFORMED_BODY') : refuse('BAD_REQUEST');
    case 401:
      return refuse('NOT_SIGNED_IN');
    case 403:
      return refuse('FORBIDDEN');
    case 404:
      return refuse('NOT_FOUND');
    case 405:
      return refuse('METHOD_NOT_ALLOWED');
    case 409:
      return refuse('CONFLICT');
    case 413:
      return refuse('PAYLOAD_TOO_LARGE');
    case 415:
      return refuse('UNSUPPORTED_MEDIA_TYPE');
    case 429:
      return refuse('TOO_MANY_REQUESTS', { retryAfter: 60 });
    case 503:
      return refuse('BUSY', { retryAfter: 5 });
    default:
      return status >= 400 && status < 500 ? new Refusal(status, 'BAD_REQUEST') : undefined;
  }
}

/** Express marks a body it could not parse; Nest wraps the parser's SyntaxError and keeps its text. */
function isUnreadableBody(error: unknown): boolean {
  if ((error as { type?: string }).type === 'entity.parse.failed') return true;
  return error instanceof HttpException && /JSON/.test(error.message);
}
