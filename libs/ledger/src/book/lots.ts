/** Serial numbers of accounts while a batch is worked out. Ranges are half open: [first, past). */

export interface Range {
  first: bigint;
  past: bigint;
}

interface Kept extends Range {
  /** Its row, if the database has it. */
  id?: string;
}

/** As printed, both ends included: `1-250`, or `7` for a single unit. Undefined for anything else. */
export function parseSerials(text: string): Range | undefined {
  const match = /^([1-9]\d{0,17})(?:-([1-9]\d{0,17}))?$/.exec(text.trim());
  if (!match) return undefined;
  const first = BigInt(match[1]!);
  const past = BigInt(match[2] ?? match[1]!) + 1n;
  return past > first ? { first, past } : undefined;
}

export const printSerials = ({ first, past }: Range): string =>
  past - first === 1n ? `${first}` : `${first}-${past - 1n}`;

export class Lots {
  private readonly of = new Map<string, Kept[]>();
  private readonly loaded = new Map<string, string[]>();

  load(account: string, lots: Kept[]): void {
    this.of.set(account, [...lots].sort(byFirst));
    this.loaded.set(
      account,
      lots.map(({ id }) => id!),
    );
  }

  /** Lists are replaced, never altered, so what was there can be put back. */
  state(account: string): Kept[] | undefined {
    return this.of.get(account);
  }

  restore(account: string, lots: Kept[] | undefined): void {
    if (lots) this.of.set(account, lots);
    else this.of.delete(account);
  }

  /** Takes `amount` units, the lowest first or exactly those named; undefined where it does not own them. */
  take(account: string, amount: bigint, named?: Range[]): Range[] | undefined {
    const lots = this.of.get(account) ?? [];
    const wanted = named ?? lowest(lots, amount);
    if (!wanted || total(wanted) !== amount) return undefined;
    let left = lots;
    for (const range of wanted) {
      const holder = left.find((lot) => lot.first <= range.first && range.past <= lot.past);
      if (!holder) return undefined;
      const pieces = [
        { first: holder.first, past: range.first },
        { first: range.past, past: holder.past },
      ].filter(({ first, past }) => first < past);
      left = left.flatMap((lot) => (lot === holder ? pieces : [lot]));
    }
    this.of.set(account, left);
    return wanted;
  }

  put(account: string, ranges: Range[]): void {
    this.of.set(
      account,
      joined([...(this.of.get(account) ?? []), ...ranges.map(({ first, past }) => ({ first, past }))]),
    );
  }

  /** Rows that are no more, and rows to add. */
  changes(): { gone: string[]; added: (Range & { account: string })[] } {
    const gone: string[] = [];
    const added: (Range & { account: string })[] = [];
    for (const [account, lots] of this.of) {
      const stay = new Set(lots.map(({ id }) => id));
      gone.push(...(this.loaded.get(account) ?? []).filter((id) => !stay.has(id)));
      added.push(...lots.filter(({ id }) => id === undefined).map(({ first, past }) => ({ account, first, past })));
    }
    return { gone, added };
  }
}

function lowest(lots: Kept[], amount: bigint): Range[] {
  const taken: Range[] = [];
  let missing = amount;
  for (const { first, past } of lots) {
    if (missing === 0n) break;
    const end = past - first < missing ? past : first + missing;
    taken.push({ first, past: end });
    missing -= end - first;
  }
  return taken;
}

/** Neighbours become one. */
function joined(lots: Kept[]): Kept[] {
  const out: Kept[] = [];
  for (const lot of lots.sort(byFirst)) {
    const last = out.at(-1);
    if (last && last.past === lot.first) out[out.length - 1] = { first: last.first, past: lot.past };
    else out.push(lot);
  }
  return out;
}

const byFirst = (a: Range, b: Range): number => (a.first < b.first ? -1 : a.first > b.first ? 1 : 0);
export const total = (ranges: Range[]): bigint => ranges.reduce((sum, { first, past }) => sum + past - first, 0n);
