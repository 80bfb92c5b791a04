/** floor(B + max(net sales, 0) × R), in whole tonnes and exact decimals. */
export function formulaOf({ base, multiple }: { base: string; multiple: string }, netSales: bigint): bigint {
  const [whole = '0', decimals = ''] = multiple.split('.');
  const sales = netSales > 0n ? netSales : 0n;
  return BigInt(base) + (sales * BigInt(whole + decimals)) / 10n ** BigInt(decimals.length);
}
