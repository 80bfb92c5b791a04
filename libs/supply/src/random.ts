/** Seeded random numbers that are the same everywhere: sfc32 (Doty-Humphrey), normal ones by Marsaglia's polar method. */
export class Random {
  private a = 0x9e3779b9;
  private b = 0x243f6a88;
  private c = 0xb7e15162;
  private counter = 1;
  private spare: number | undefined;

  constructor(seed: string | number) {
    for (const letter of String(seed)) {
      this.a = (this.a ^ letter.codePointAt(0)!) | 0;
      this.next();
    }
    for (let i = 0; i < 15; i++) this.next();
  }

  /** Uniform in [0, 1), 32 bits. */
  next(): number {
    const t = (((this.a + this.b) | 0) + this.counter) | 0;
    this.counter = (this.counter + 1) | 0;
    this.a = this.b ^ (this.b >>> 9);
    this.b = (this.c + (this.c << 3)) | 0;
    this.c = (((this.c << 21) | (this.c >>> 11)) + t) | 0;
    return (t >>> 0) / 4_294_967_296;
  }

  /** Mean 0, standard deviation 1. */
  normal(): number {
    const kept = this.spare;
    this.spare = undefined;
    if (kept !== undefined) return kept;
    for (;;) {
      const x = 2 * this.next() - 1;
      const y = 2 * this.next() - 1;
      const r = x * x + y * y;
      if (r >= 1 || r === 0) continue;
      const scale = Math.sqrt((-2 * Math.log(r)) / r);
      this.spare = y * scale;
      return x * scale;
    }
  }
}
