/** What is asked of the book, and what it answers. Amounts are whole minor units in decimal digits. */
import { createHash } from 'node:crypto';

export interface Leg {
  /** What it is, in the words of the registry: issue, transfer, hold, surrender … */
  kind: string;
  /** Numbers of accounts. */
  from: string;
  to: string;
  /** Left out with `of`: all that is still held. */
  amount?: string;
  /** Which units, as the registry prints them, both ends included: `1-250`. Without it, the lowest numbers first. */
  serials?: string[];
  /** Makes the transfer a pending one into the hold account `to`; it ends by itself after so many seconds, if given. */
  hold?: { seconds?: number };
  /** The pending transfer of which this is a part or the rest. */
  of?: string;
}

/** Legs of one command are posted together or not at all. */
export interface LedgerCommand {
  legs: Leg[];
  /** The day it counts for, `2024-12-24`. */
  businessDate: string;
  reference?: string;
  document?: string;
  reason?: string;
  maker?: string;
  checker?: string;
}

export type AnswerCode =
  | 'POSTED'
  | 'KEY_REUSED'
  | 'LIMIT'
  | 'CEILING'
  | 'HOLD_EXCEEDED'
  | 'HOLD_NEEDED'
  | 'UNKNOWN_ACCOUNT'
  | 'ACCOUNT_CLOSED'
  | 'NOT_YOURS'
  | 'FINAL'
  | 'ASSET_MISMATCH'
  | 'SAME_ACCOUNT'
  | 'AMOUNT_INVALID'
  | 'SERIALS_INVALID'
  | 'UNKNOWN_HOLD'
  | 'PARKED';

export interface Answer {
  request: string;
  code: AnswerCode;
  /** Where it was refused: the leg and what stood against it. */
  detail?: Record<string, string | number>;
}

/** Keys in order, so that the same command has the same hash whoever wrote it down. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value && typeof value === 'object')
    return `{${Object.entries(value)
      .filter(([, inner]) => inner !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`)
      .join(',')}}`;
  return JSON.stringify(value);
}

export const hashOfCommand = (command: LedgerCommand): string =>
  createHash('sha256').update(canonical(command)).digest('hex');
