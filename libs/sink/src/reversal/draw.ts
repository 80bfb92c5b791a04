/** What a reversal takes from the buffer: the oldest vintages first, never more than was credited or lies there. */

export interface BufferAccount {
  account: string;
  asset: string;
  vintage: number;
  balance: bigint;
}

export interface Draw {
  /** Whole tonnes that have to be made good. */
  owed: bigint;
  drawn: bigint;
  takes: { account: string; asset: string; amount: bigint }[];
}

/**
 * @param loss decimal t CO2e, rounded up: a started tonne is a lost tonne
 * @param credited tonnes issued so far; a loss beyond them reverses no credit
 * @param before tonnes that earlier reversals made good already
 */
export function drawOf(loss: string, credited: bigint, before: bigint, buffers: readonly BufferAccount[]): Draw {
  const [whole = '0', digits = ''] = loss.split('.');
  const lost = BigInt(whole) + (/[1-9]/.test(digits) ? 1n : 0n);
  const left = credited > before ? credited - before : 0n;
  const owed = lost < left ? lost : left;
  const takes: Draw['takes'] = [];
  let open = owed;
  for (const { account, asset, balance } of [...buffers].sort(
    (a, b) => a.vintage - b.vintage || (a.asset < b.asset ? -1 : 1),
  )) {
    const amount = open < balance ? open : balance;
    if (amount <= 0n) continue;
    takes.push({ account, asset, amount });
    open -= amount;
  }
  return { owed, drawn: owed - open, takes };
}
