/** Numbers in (0, 1) that the same seed repeats to the last bit on every machine: sfc32 (Chris Doty-Humphrey, PractRand). */
export function randomOf(seed: number): () => number {
  let [a, b, c, counter] = [0, seed | 0, (seed / 4294967296) | 0, 1];
  const next = (): number => {
    const t = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + t) | 0;
    return ((t >>> 0) + 0.5) / 4294967296;
  };
  // The first numbers still show the seed.
  for (let i = 0; i < 12; i++) next();
  return next;
}
