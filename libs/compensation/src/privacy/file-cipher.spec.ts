import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { PlatformConfig } from '@qingheng/platform';
import { FileCipher } from './file-cipher';

const secret = 'a secret of the specs, long enough to be one';
const cipher = new FileCipher({ secret } as PlatformConfig);
/** In pieces of odd sizes, as a network delivers them. */
function* pieces(whole: Buffer, size: number) {
  for (let at = 0; at < whole.length; at += size) yield whole.subarray(at, at + size);
}
const through = (whole: Buffer, size: number, transform = cipher.sealing()) =>
  buffer(Readable.from(pieces(whole, size)).pipe(transform));

it.each([0, 1, 11, 16, 100_000])(
  'opens a file of %d bytes as it was sealed, however it is cut',
  async (length) => {
    const clear = randomBytes(length);
    const sealed = await through(clear, 4_099);
    expect(sealed).toHaveLength(length + 28);
    for (const size of [3, 17, 70_000])
      expect((await through(sealed, size, cipher.opening())).equals(clear)).toBe(true);
  },
  10_000,
);

it('refuses a file that was changed, cut short, or sealed under another secret', async () => {
  const sealed = await through(randomBytes(1_000), 512);
  const changed = Buffer.from(sealed);
  changed[500]! ^= 1;
  const other = new FileCipher({ secret: `${secret}!` } as PlatformConfig);
  await expect(through(changed, 512, cipher.opening())).rejects.toThrow();
  await expect(through(sealed.subarray(0, 900), 512, cipher.opening())).rejects.toThrow();
  await expect(through(sealed.subarray(0, 20), 512, cipher.opening())).rejects.toThrow();
  await expect(through(sealed, 512, other.opening())).rejects.toThrow();
}, 10_000);
