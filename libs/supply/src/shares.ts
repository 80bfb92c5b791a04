/** Decimals as they are written, added exactly: 0.1 + 0.2 + 0.7 is 1, 0.333 three times is not. */
export function sharesMakeOne(shares: readonly string[]): boolean {
  const parts = shares.map((share) => {
    const [, whole = '', fraction = '', exponent = '0'] = /^\+?(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d+))?$/.exec(share) ?? [];
    return { digits: BigInt(whole + fraction || '0'), scale: fraction.length - Number(exponent) };
  });
  const scale = Math.max(0, ...parts.map((part) => part.scale));
  if (scale > 400) return false;
  const sum = parts.reduce((total, part) => total + part.digits * 10n ** BigInt(scale - part.scale), 0n);
  return sum === 10n ** BigInt(scale);
}
