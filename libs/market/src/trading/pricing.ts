/** Whole fen, exactly: amounts, fees, bands, closing prices. */

const scaleOf = (decimal: string): [bigint, bigint] => {
  const [whole = '0', part = ''] = decimal.split('.');
  return [BigInt(whole + part), 10n ** BigInt(part.length)];
};
const halfUp = (top: bigint, bottom: bigint): bigint => (2n * top + bottom) / (2n * bottom);

/** Price per unit in fen × quantity in minor units of the asset. */
export const amountOf = (priceFen: bigint, quantity: bigint, scale: number): bigint =>
  halfUp(priceFen * quantity, 10n ** BigInt(scale));

export function feeOf(amountFen: bigint, share: string): bigint {
  const [top, bottom] = scaleOf(share);
  return halfUp(amountFen * top, bottom);
}

/** Lowest and highest price that the band allows, both within it to the fen. */
export function bandOf(closeFen: bigint, band: string): { low: bigint; high: bigint } {
  const [top, bottom] = scaleOf(band);
  const low = (closeFen * (bottom - top) + bottom - 1n) / bottom;
  return { low, high: (closeFen * (bottom + top)) / bottom };
}

/** Mean price of a day weighted by quantity, half-up to the fen. */
export const closeOf = (amountFen: bigint, quantity: bigint, scale: number): bigint =>
  halfUp(amountFen * 10n ** BigInt(scale), quantity);
