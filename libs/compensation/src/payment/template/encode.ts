/** Text as a bank wants it. GBK is written by the very table with which the platform reads it. */
import type { BankTemplate } from './bank-template';

export type Encoder = (text: string) => Buffer | undefined;

let table: Map<string, number> | undefined;

/** Undefined where the encoding lacks a character: a name is not written with a question mark in it. */
export function encoderOf(encoding: BankTemplate['encoding']): Encoder {
  if (encoding === 'utf-8') return (text) => Buffer.from(text);
  const codes = (table ??= gbkTable());
  return (text) => {
    const bytes = Buffer.alloc(text.length * 2);
    let size = 0;
    for (const character of text) {
      if (character < '\u0080') {
        bytes[size++] = character.charCodeAt(0);
        continue;
      }
      const code = codes.get(character);
      if (code === undefined) return undefined;
      bytes[size++] = code >> 8;
      bytes[size++] = code & 0xff;
    }
    return bytes.subarray(0, size);
  };
}

function gbkTable(): Map<string, number> {
  const decoder = new TextDecoder('gbk', { fatal: true });
  const codes = new Map<string, number>();
  for (let high = 0x81; high <= 0xfe; high++) {
    for (let low = 0x40; low <= 0xfe; low++) {
      if (low === 0x7f) continue;
      try {
        const [character, more] = [...decoder.decode(Buffer.of(high, low))];
        if (character && more === undefined && !codes.has(character)) codes.set(character, (high << 8) | low);
      } catch {
        // no character stands there
      }
    }
  }
  return codes;
}
