/** Money is counted in whole fen; people read and write yuan with two decimals. */
const YUAN = /^(-?)(\d{1,15})(?:\.(\d{1,2}))?$/;

/** Undefined where the text is no amount in yuan and fen. */
export function readFen(yuan: string): bigint | undefined {
  const [, sign, whole, part = ''] = YUAN.exec(yuan) ?? [];
  if (whole === undefined) return undefined;
  const fen = BigInt(whole) * 100n + BigInt(part.padEnd(2, '0'));
  return sign ? -fen : fen;
}

export function yuan(fen: bigint | string): string {
  const value = BigInt(fen);
  const digits = String(value < 0n ? -value : value).padStart(3, '0');
  return `${value < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
