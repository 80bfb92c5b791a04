/** Files that are not what they say: each is refused by name, none brings the service down or is read beyond its end. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SheetFaults } from '@qingheng/sheet';
import fc from 'fast-check';
import { Folder, squares } from '../testing/landscape';
import { RasterFile, readAll } from './raster-file';

const folder = new Folder();
afterAll(() => folder.remove());
const value = (x: number, y: number): number => x + 1000 * y;
const plain = readFileSync(folder.raster(squares(200, 150), value));
const packed = readFileSync(folder.raster(squares(200, 150), value, { deflate: true }));

/** Reads all of it: the code of the refusal, or "read". */
function outcome(bytes: Uint8Array): string {
  const path = join(folder.path, 'bad.tif');
  writeFileSync(path, bytes);
  try {
    const file = RasterFile.open(path, 'bad');
    try {
      const { width, height } = file.header.grid;
      // A damaged header may well say that the raster is larger than memory: its size alone is no fault.
      if (width * height <= 4_000_000) readAll(file);
    } finally {
      file.close();
    }
    return 'read';
  } catch (error) {
    if (!(error instanceof SheetFaults)) throw error;
    const [fault] = error.faults;
    expect(fault!.table).toBe('bad');
    expect(fault!.message.zh && fault!.message.en).toBeTruthy();
    return fault!.code;
  }
}

/** The field of a tag (BigTIFF of this machine's writer: 20 bytes each): where its count and its value stand. */
function field(bytes: Buffer, tag: number): { count: number; value: number } {
  const directory = Number(bytes.readBigUInt64LE(8));
  const fields = Number(bytes.readBigUInt64LE(directory));
  for (let i = 0; i < fields; i++) {
    const at = directory + 8 + i * 20;
    if (bytes.readUInt16LE(at) === tag) return { count: at + 4, value: at + 12 };
  }
  throw new Error(`no field ${tag}`);
}
const changed = (bytes: Buffer, change: (copy: Buffer) => void): Buffer => {
  const copy = Buffer.from(bytes);
  change(copy);
  return copy;
};

it('reads what is whole', () => {
  expect([outcome(plain), outcome(packed)]).toEqual(['read', 'read']);
});

// prettier-ignore
it.each([
  ['RASTER_TOO_LARGE', 'a header that is two million cells wide', (b: Buffer) => b.writeUInt32LE(2_000_000, field(b, 256).value)],
  ['RASTER_TOO_LARGE', 'and one of 10^12 cells within the limit of a side', (b: Buffer) => { b.writeUInt32LE(999_999, field(b, 256).value); b.writeUInt32LE(999_999, field(b, 257).value); }],
  ['RASTER_CORRUPTED', 'no cells at all', (b: Buffer) => b.writeUInt32LE(0, field(b, 257).value)],
  ['RASTER_CORRUPTED', 'fewer tiles than it needs', (b: Buffer) => b.writeUInt32LE(900, field(b, 256).value)],
  ['RASTER_TILE_TOO_LARGE', 'a tile of 10^10 cells', (b: Buffer) => { b.writeUInt32LE(100_000, field(b, 322).value); b.writeUInt32LE(100_000, field(b, 323).value); }],
  ['RASTER_CORRUPTED', 'a list of tiles of 2^50 entries', (b: Buffer) => b.writeBigUInt64LE(2n ** 50n, field(b, 324).count)],
  ['RASTER_CORRUPTED', 'an offset beyond 2^53', (b: Buffer) => b.writeBigUInt64LE(2n ** 60n, 8)],
  ['NODATA_MISSING', 'a nodata value that is no number', (b: Buffer) => b.write('x', b.indexOf('-9999'))],
  ['RASTER_COMPRESSION', 'a compression that nobody knows', (b: Buffer) => b.writeUInt16LE(34_892, field(b, 259).value)],
  ['RASTER_CELL_TYPE', 'cells of 12 bits', (b: Buffer) => b.writeUInt16LE(12, field(b, 258).value)],
  ['RASTER_BANDS', 'three bands', (b: Buffer) => b.writeUInt16LE(3, field(b, 277).value)],
  ['NOT_A_GEOTIFF', 'another magic number', (b: Buffer) => b.writeUInt16LE(44, 2)],
])('%s: %s', (code, _, change) => {
  expect(outcome(changed(plain, change))).toBe(code);
});

it('names a tile that cannot be inflated, and one that is too short', () => {
  const first = Number(packed.readBigUInt64LE(Number(packed.readBigUInt64LE(field(packed, 324).value))));
  expect(outcome(changed(packed, (b) => b.fill(0xff, first, first + 400)))).toBe('RASTER_CORRUPTED');
});

it('refuses a file that ends anywhere before its end', () => {
  for (const bytes of [plain, packed])
    for (let end = 0; end < bytes.length; end += end < 1500 ? 7 : 4001)
      expect(['RASTER_CORRUPTED', 'NOT_A_GEOTIFF']).toContain(outcome(bytes.subarray(0, end)));
});

it('reads or refuses whatever bytes are changed, and does nothing else', () => {
  const change = fc.array(fc.tuple(fc.nat(1200), fc.nat(255)), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(fc.constantFrom(plain, packed), change, (bytes, changes) => {
      expect(outcome(changed(bytes, (b) => changes.forEach(([at, byte]) => (b[at] = byte))))).toMatch(/^[A-Za-z_]+$/);
    }),
    { numRuns: 400 },
  );
});
