/** GBK for tests, made from the decoder of the platform. */
const decoder = new TextDecoder('gbk', { fatal: true });
const codes = new Map<string, Buffer>();
for (let high = 0x81; high <= 0xfe; high++) {
  for (let low = 0x40; low <= 0xfe; low++) {
    try {
      const bytes = Buffer.of(high, low);
      const text = decoder.decode(bytes);
      if ([...text].length === 1) codes.set(text, bytes);
    } catch {
      // no character there
    }
  }
}

export const encodeGbk = (text: string): Buffer =>
  Buffer.concat([...text].map((c) => (c < '\u0080' ? Buffer.from(c) : codes.get(c)!)));
