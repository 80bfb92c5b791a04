import fc from 'fast-check';
import { joinPlanes, plainly } from './planes';

it('gives back floats from their planes: 1.5 in every cell of a row', () => {
  // 0x3fc00000: the plane of 3f, of c0, and two of zeros; each byte is the difference to the one before.
  const width = 16;
  const row = new Uint8Array(64);
  row[0] = 0x3f;
  row[width] = 0xc0 - 0x3f;
  row[2 * width] = 256 - 0xc0;
  expect([...new Float32Array(joinPlanes(row, width, 1, 4).buffer)]).toEqual(Array<number>(width).fill(1.5));
});

it('gives the same by vectors as byte by byte, whatever the bytes, width and rows', () =>
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 8 }),
      fc.integer({ min: 1, max: 5 }),
      fc.infiniteStream(fc.nat(255)),
      (w, rows, stream) => {
        // prettier-ignore
        const width = 16 * w;
        const bytes = Uint8Array.from({ length: width * rows * 4 }, () => stream.next().value as number);
        expect(joinPlanes(bytes, width, rows, 4)).toEqual(plainly(bytes, width, rows, 4));
      },
    ),
  ));

it('takes bytes that come with more behind them, and widths that are no whole vectors', () => {
  const bytes = Uint8Array.from({ length: 1000 }, (_, i) => (i * 37) & 255);
  expect(joinPlanes(bytes, 16, 2, 4)).toEqual(plainly(bytes.subarray(0, 128), 16, 2, 4));
  expect(joinPlanes(bytes, 17, 3, 4)).toEqual(plainly(bytes, 17, 3, 4));
});
