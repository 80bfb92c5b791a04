/** Numbers of TIFF 6.0, BigTIFF and GeoTIFF that are read or written here. */
export const TAG = {
  subfileType: 254,
  width: 256,
  height: 257,
  bits: 258,
  compression: 259,
  photometric: 262,
  stripOffsets: 273,
  samples: 277,
  rowsPerStrip: 278,
  stripCounts: 279,
  planar: 284,
  predictor: 317,
  tileWidth: 322,
  tileHeight: 323,
  tileOffsets: 324,
  tileCounts: 325,
  sampleFormat: 339,
  pixelScale: 33550,
  tiepoint: 33922,
  transformation: 34264,
  geoKeys: 34735,
  geoDoubles: 34736,
  geoText: 34737,
  nodata: 42113,
} as const;

/** Bytes of a value by TIFF field type. */
export const TYPE_SIZE: Record<number, number> = {
  1: 1, // BYTE
  2: 1, // ASCII
  3: 2, // SHORT
  4: 4, // LONG
  5: 8, // RATIONAL
  6: 1,
  7: 1,
  8: 2,
  9: 4,
  10: 8,
  11: 4, // FLOAT
  12: 8, // DOUBLE
  13: 4,
  16: 8, // LONG8
  17: 8,
  18: 8,
};

export const NONE = 1;
export const LZW = 5;
export const DEFLATE = 8;
export const OLD_DEFLATE = 32946;

export type Cells =
  Int8Array | Uint8Array | Int16Array | Uint16Array | Int32Array | Uint32Array | Float32Array | Float64Array;

export type CellType = 'i8' | 'u8' | 'i16' | 'u16' | 'i32' | 'u32' | 'f32' | 'f64';

export const CELL_ARRAYS = {
  i8: Int8Array,
  u8: Uint8Array,
  i16: Int16Array,
  u16: Uint16Array,
  i32: Int32Array,
  u32: Uint32Array,
  f32: Float32Array,
  f64: Float64Array,
} as const;

export const newCells = (type: CellType, length: number): Cells => new CELL_ARRAYS[type](length);
