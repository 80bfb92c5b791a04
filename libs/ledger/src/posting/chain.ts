/** One link per batch over every posted transfer. The form below is version 1; another form would be another version. */
import { createHash } from 'node:crypto';

export const GENESIS = '0'.repeat(64);
export const VERSION = 1;

/** The columns of a transfer in the order in which they are hashed, as decimal digits or text; null where there is none. */
export type Hashed = readonly (string | bigint | number | null)[];

/** Each field by its length in bytes and its text, so that no two rows look alike; a missing one is `-`. */
const field = (value: string | bigint | number | null): string => {
  if (value === null) return '-;';
  if (typeof value !== 'string') {
    const digits = String(value);
    return `${digits.length}:${digits};`;
  }
  return `${Buffer.byteLength(value)}:${value};`;
};

export class Digest {
  private readonly hash = createHash('sha256');
  /** Rows not hashed yet: handing over each one costs more than hashing it. */
  private text = '';

  add(row: Hashed): this {
    for (const value of row) this.text += field(value);
    this.text += '\n';
    if (this.text.length > 65_536) this.flush();
    return this;
  }

  hex(): string {
    this.flush();
    return this.hash.digest('hex');
  }

  private flush(): void {
    this.hash.update(this.text);
    this.text = '';
  }
}

export function linkHash(link: { pos: bigint; first: bigint; last: bigint; prevHash: string; digest: string }): string {
  const { pos, first, last, prevHash, digest } = link;
  return new Digest().add([VERSION, prevHash, pos, first, last, digest]).hex();
}
