/** As much of ASN.1 DER (ITU-T X.690) as a certificate needs. */
function encode(tag: number, ...parts: Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  const size = content.length;
  const length = size < 128 ? [size] : size < 256 ? [0x81, size] : [0x82, size >> 8, size & 0xff];
  return Buffer.concat([Buffer.from([tag, ...length]), content]);
}

export const sequence = (...parts: Buffer[]): Buffer => encode(0x30, ...parts);
export const set = (...parts: Buffer[]): Buffer => encode(0x31, ...parts);
export const octets = (content: Buffer): Buffer => encode(0x04, content);
export const bits = (content: Buffer, unused = 0): Buffer => encode(0x03, Buffer.from([unused]), content);
export const utf8 = (text: string): Buffer => encode(0x0c, Buffer.from(text));
export const yes = encode(0x01, Buffer.from([0xff]));
/** Context-specific: constructed for a structure, primitive for a plain value. */
export const tagged = (number: number, ...parts: Buffer[]): Buffer => encode(0xa0 | number, ...parts);
export const implicit = (number: number, content: Buffer): Buffer => encode(0x80 | number, content);

/** Positive, of any length. */
export function integer(bytes: Buffer): Buffer {
  let at = 0;
  while (at < bytes.length - 1 && bytes[at] === 0) at++;
  const digits = bytes.subarray(at);
  return encode(0x02, ...(digits[0]! & 0x80 ? [Buffer.from([0])] : []), digits);
}

export function oid(text: string): Buffer {
  const [first, second, ...rest] = text.split('.').map(Number) as [number, number, ...number[]];
  const bytes = [first * 40 + second];
  for (const arc of rest) {
    const groups = [arc & 0x7f];
    for (let left = arc >>> 7; left > 0; left >>>= 7) groups.unshift((left & 0x7f) | 0x80);
    bytes.push(...groups);
  }
  return encode(0x06, Buffer.from(bytes));
}

/** Years up to 2049 (UTCTime). */
export const utcTime = (at: Date): Buffer =>
  encode(0x17, Buffer.from(`${at.toISOString().replace(/[-:T]/g, '').slice(2, 14)}Z`));
