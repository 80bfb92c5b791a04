/** A second, slow and plain book, with no code of the first: it replays commands one by one and says what must be there. */
import type { LedgerCommand } from '@qingheng/ledger';

export interface Plain {
  id: string;
  asset: number;
  owner: string | null;
  purpose: string;
  serialised: boolean;
}

interface Move {
  from: string;
  to: string;
  amount: bigint;
  of?: string;
  hold: boolean;
  serials: bigint[];
}

export class Auditor {
  readonly balances = new Map<string, bigint>();
  readonly steps = new Map<string, number>();
  /** Owner of each single unit. */
  readonly units = new Map<string, string>();
  readonly ends = new Map<number, bigint>();
  readonly holds = new Map<string, { account: string; left: bigint }>();
  transfers = 0;
  private readonly accounts: Map<string, Plain>;

  constructor(accounts: Plain[]) {
    this.accounts = new Map(accounts.map((account) => [account.id, account]));
    for (const { id } of accounts) {
      this.balances.set(id, 0n);
      this.steps.set(id, 0);
    }
  }

  /** The code that the book must answer. */
  replay(owner: string | null, command: LedgerCommand): string {
    const moves: Move[] = [];
    const balances = new Map(this.balances);
    const units = new Map(this.units);
    const ends = new Map(this.ends);
    const left = new Map([...this.holds].map(([id, hold]) => [id, hold.left]));
    if (!command.legs.length) return 'AMOUNT_INVALID';
    for (const leg of command.legs) {
      if (leg.of && !this.holds.has(leg.of)) return 'UNKNOWN_HOLD';
      const from = this.accounts.get(leg.from);
      const to = this.accounts.get(leg.to);
      if (!from || !to) return 'UNKNOWN_ACCOUNT';
      if (from === to) return 'SAME_ACCOUNT';
      if (from.asset !== to.asset) return 'ASSET_MISMATCH';
      if (owner && from.owner !== owner) return 'NOT_YOURS';
      if (from.purpose === 'surrendered' || from.purpose === 'retired') return 'FINAL';
      const keeps = ['order_hold', 'pledge', 'judicial'];
      if (keeps.includes(from.purpose) && !leg.of) return 'HOLD_NEEDED';
      if (keeps.includes(to.purpose) !== Boolean(leg.hold)) return 'HOLD_NEEDED';
      const rest = leg.of ? left.get(leg.of)! : undefined;
      if (leg.amount === undefined ? rest === undefined : !/^[1-9]\d*$/.test(leg.amount)) return 'AMOUNT_INVALID';
      const amount = leg.amount === undefined ? rest! : BigInt(leg.amount);
      if (leg.of && (this.holds.get(leg.of)!.account !== leg.from || amount > rest! || amount === 0n))
        return 'HOLD_EXCEEDED';
      if (from.purpose !== 'issuance' && balances.get(from.id)! < amount) return 'LIMIT';
      const serials: bigint[] = [];
      if (from.serialised) {
        const named = leg.serials?.flatMap((text) => {
          const [first, last = first] = text.split('-').map(BigInt);
          return Array.from({ length: Number(last! - first!) + 1 }, (_, i) => first! + BigInt(i));
        });
        if (from.purpose === 'issuance') {
          const start = ends.get(from.asset) ?? 1n;
          const given = named ?? Array.from({ length: Number(amount) }, (_, i) => start + BigInt(i));
          if (given.some((unit) => unit < start) || BigInt(given.length) !== amount) return 'SERIALS_INVALID';
          ends.set(from.asset, given.at(-1)! + 1n);
          serials.push(...given);
        } else {
          const owned = [...units]
            .filter(([key, who]) => who === from.id && key.startsWith(`${from.asset}:`))
            .map(([key]) => BigInt(key.split(':')[1]!))
            .sort((a, b) => (a < b ? -1 : 1));
          const given = named ?? owned.slice(0, Number(amount));
          if (BigInt(given.length) !== amount || given.some((unit) => !owned.includes(unit))) return 'SERIALS_INVALID';
          serials.push(...given);
        }
        for (const unit of serials) units.set(`${from.asset}:${unit}`, to.id);
      }
      balances.set(from.id, balances.get(from.id)! - amount);
      balances.set(to.id, balances.get(to.id)! + amount);
      if (leg.of) left.set(leg.of, rest! - amount);
      moves.push({ from: from.id, to: to.id, amount, of: leg.of, hold: !!leg.hold, serials });
    }
    for (const [map, now] of [
      [this.balances, balances],
      [this.units, units],
      [this.ends, ends],
    ] as [Map<unknown, unknown>, Map<unknown, unknown>][])
      for (const [key, value] of now) map.set(key, value);
    for (const [id, rest] of left) this.holds.get(id)!.left = rest;
    for (const { from, to, amount, hold } of moves) {
      this.transfers++;
      for (const id of [from, to]) this.steps.set(id, this.steps.get(id)! + 1);
      if (hold) this.holds.set(String(this.transfers), { account: to, left: amount });
    }
    return 'POSTED';
  }
}
