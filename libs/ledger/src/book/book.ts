/**
 * The rules of the book, in memory: a batch of commands is worked out one after the other on running balances. Pure: the
 * poster loads what it needs and writes what it says; the database checks it once more.
 */
import type { Answer, AnswerCode, LedgerCommand, Leg } from './command';
import { Lots, parseSerials, type Range } from './lots';

export interface AccountState {
  id: string;
  organisationId: string | null;
  assetId: number;
  purpose: string;
  floor: bigint | null;
  ceiling: bigint | null;
  posted: bigint;
  seq: bigint;
  open: boolean;
  serialised: boolean;
}

export interface HoldState {
  id: string;
  account: string;
  origin: string;
  amount: bigint;
  resolved: bigint;
}

export interface Request {
  id: string;
  organisationId: string | null;
  payloadHash: string;
  command: LedgerCommand;
}

export interface Posted {
  id: bigint;
  request: Request;
  leg: number;
  kind: string;
  assetId: number;
  amount: bigint;
  from: string;
  fromSeq: bigint;
  fromBalance: bigint;
  to: string;
  toSeq: bigint;
  toBalance: bigint;
  holdOf: string | null;
  hold?: { seconds?: number };
  serials?: Range[];
}

class Refused {
  constructor(
    readonly code: AnswerCode,
    readonly detail: Record<string, string | number>,
  ) {}
}

const FINAL = new Set(['surrendered', 'retired']);
/** What lies here is promised: it comes by a hold and leaves by naming the hold. */
const HELD = new Set(['order_hold', 'pledge', 'judicial']);
const heldBy = ({ id, from, to, amount }: Posted): HoldState => ({
  id: `${id}`,
  account: to,
  origin: from,
  amount,
  resolved: 0n,
});
const DIGITS = /^[1-9]\d{0,17}$/;

export class Book {
  readonly posted: Posted[] = [];
  readonly answers: Answer[] = [];
  readonly changedHolds = new Map<string, HoldState>();
  private undo: (() => void)[] = [];

  /** `next` is the number of the next transfer; `ends` says for each asset with serials where new ones begin. */
  constructor(
    private readonly accounts: Map<string, AccountState>,
    private readonly holds: Map<string, HoldState>,
    readonly lots: Lots,
    private readonly ends: Map<number, bigint>,
    private readonly next: bigint,
  ) {}

  perform(request: Request): void {
    this.undo = [];
    const before = this.posted.length;
    try {
      if (!request.command.legs.length) throw new Refused('AMOUNT_INVALID', {});
      request.command.legs.forEach((leg, i) => this.leg(request, leg, i));
      this.answers.push({ request: request.id, code: 'POSTED' });
      for (const row of this.posted.slice(before)) if (row.hold) this.holds.set(`${row.id}`, heldBy(row));
    } catch (refused) {
      if (!(refused instanceof Refused)) throw refused;
      for (const back of this.undo.reverse()) back();
      this.posted.length = before;
      this.answers.push({ request: request.id, code: refused.code, detail: refused.detail });
    }
  }

  private leg(request: Request, leg: Leg, i: number): void {
    const where = { leg: i };
    const hold = leg.of === undefined ? undefined : this.holds.get(leg.of);
    if (leg.of !== undefined && !hold) throw new Refused('UNKNOWN_HOLD', { ...where, hold: leg.of });
    const from = this.account(leg.from, where);
    const to = this.account(leg.to, where);
    if (from === to) throw new Refused('SAME_ACCOUNT', { ...where, account: from.id });
    if (from.assetId !== to.assetId) throw new Refused('ASSET_MISMATCH', where);
    // Whoever asks may give what is theirs; what belongs to others is moved by those who oversee.
    if (request.organisationId !== null && from.organisationId !== request.organisationId)
      throw new Refused('NOT_YOURS', { ...where, account: from.id });
    if (FINAL.has(from.purpose)) throw new Refused('FINAL', { ...where, account: from.id });
    if ((HELD.has(from.purpose) && !hold) || HELD.has(to.purpose) !== !!leg.hold)
      throw new Refused('HOLD_NEEDED', { ...where, account: HELD.has(from.purpose) && !hold ? from.id : to.id });
    const amount = this.amount(leg, hold, from, where);
    if (from.floor !== null && from.posted - amount < from.floor)
      throw new Refused('LIMIT', {
        ...where,
        account: from.id,
        available: `${from.posted - from.floor}`,
        asked: `${amount}`,
      });
    if (to.ceiling !== null && to.posted + amount > to.ceiling)
      throw new Refused('CEILING', { ...where, account: to.id, room: `${to.ceiling - to.posted}`, asked: `${amount}` });
    const serials = from.serialised ? this.serials(leg, from, to, amount, where) : undefined;
    this.move(from, -amount);
    this.move(to, amount);
    if (hold) this.resolve(hold, amount);
    this.posted.push({
      id: this.next + BigInt(this.posted.length),
      request,
      leg: i,
      kind: leg.kind,
      assetId: from.assetId,
      amount,
      from: from.id,
      fromSeq: from.seq,
      fromBalance: from.posted,
      to: to.id,
      toSeq: to.seq,
      toBalance: to.posted,
      holdOf: leg.of ?? null,
      hold: leg.hold,
      serials,
    });
  }

  private account(id: string, where: { leg: number }): AccountState {
    const account = this.accounts.get(id);
    if (!account) throw new Refused('UNKNOWN_ACCOUNT', { ...where, account: id });
    if (!account.open) throw new Refused('ACCOUNT_CLOSED', { ...where, account: id });
    return account;
  }

  private amount(leg: Leg, hold: HoldState | undefined, from: AccountState, where: { leg: number }): bigint {
    const left = hold && hold.amount - hold.resolved;
    if (leg.amount === undefined ? left === undefined : !DIGITS.test(leg.amount))
      throw new Refused('AMOUNT_INVALID', { ...where, amount: leg.amount ?? '' });
    const amount = leg.amount === undefined ? left! : BigInt(leg.amount);
    if (hold && (hold.account !== from.id || amount > left! || amount === 0n))
      throw new Refused('HOLD_EXCEEDED', { ...where, hold: hold.id, left: `${left}`, asked: `${amount}` });
    return amount;
  }

  private serials(leg: Leg, from: AccountState, to: AccountState, amount: bigint, where: { leg: number }): Range[] {
    const named = leg.serials?.map(parseSerials);
    const wrong = new Refused('SERIALS_INVALID', { ...where, serials: leg.serials?.join(' ') ?? '' });
    if (named?.includes(undefined)) throw wrong;
    for (const account of [from.id, to.id]) {
      const lots = this.lots.state(account);
      this.undo.push(() => this.lots.restore(account, lots));
    }
    const taken =
      from.floor === null
        ? this.issue(from.assetId, amount, named as Range[] | undefined)
        : this.lots.take(from.id, amount, named as Range[] | undefined);
    if (!taken) throw wrong;
    if (to.floor !== null) this.lots.put(to.id, taken);
    return taken;
  }

  /** New numbers go on where the last ended; named ones may not have been given before. */
  private issue(asset: number, amount: bigint, named?: Range[]): Range[] | undefined {
    const end = this.ends.get(asset) ?? 1n;
    const ranges = named ?? [{ first: end, past: end + amount }];
    const sum = ranges.reduce((all, { first, past }) => all + past - first, 0n);
    let last = end;
    for (const { first, past } of ranges) {
      if (first < last) return undefined;
      last = past;
    }
    if (sum !== amount) return undefined;
    this.undo.push(() => this.ends.set(asset, end));
    this.ends.set(asset, last);
    return ranges;
  }

  private move(account: AccountState, delta: bigint): void {
    account.posted += delta;
    account.seq += 1n;
    this.undo.push(() => {
      account.posted -= delta;
      account.seq -= 1n;
    });
  }

  private resolve(hold: HoldState, amount: bigint): void {
    hold.resolved += amount;
    this.changedHolds.set(hold.id, hold);
    this.undo.push(() => (hold.resolved -= amount));
  }
}
