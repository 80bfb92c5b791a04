// A small writer of GeoTIFFs on a geographic grid (CGCS2000, EPSG:4490): one strip, uncompressed, north up.

const TYPES = {
  f32: { bytes: 4, format: 3, write: 'writeFloatLE' },
  u8: { bytes: 1, format: 1, write: 'writeUInt8' },
};
const [SHORT, LONG, DOUBLE, ASCII] = [3, 4, 12, 2];
const SIZE = { [ASCII]: 1, [SHORT]: 2, [LONG]: 4, [DOUBLE]: 8 };

/** `value(column, row)` of every cell; `x`, `y`: upper left corner in degrees. */
export function geoTiff({ width, height, x, y, size, type = 'f32', nodata }, value) {
  const { bytes, format, write } = TYPES[type];
  const cells = Buffer.alloc(width * height * bytes);
  for (let row = 0, at = 0; row < height; row++)
    for (let column = 0; column < width; column++, at += bytes) cells[write](value(column, row), at);
  const fields = [
    [256, LONG, [width]],
    [257, LONG, [height]],
    [258, SHORT, [bytes * 8]],
    [259, SHORT, [1]],
    [262, SHORT, [1]],
    [273, LONG, [0]], // where the strip begins: set below
    [277, SHORT, [1]],
    [278, LONG, [height]],
    [279, LONG, [cells.length]],
    [339, SHORT, [format]],
    [33550, DOUBLE, [size, size, 0]],
    [33922, DOUBLE, [0, 0, 0, x, y, 0]],
    [34735, SHORT, [1, 1, 0, 3, 1024, 0, 1, 2, 1025, 0, 1, 1, 2048, 0, 1, 4490]],
    [42113, ASCII, [...Buffer.from(`${nodata}\0`)]],
  ];
  const table = 8 + 2 + fields.length * 12 + 4;
  const begin = table + fields.reduce((sum, [, kind, list]) => sum + beyond(kind, list), 0);
  fields.find(([tag]) => tag === 273)[2][0] = begin;
  const head = Buffer.alloc(begin);
  head.write('II');
  head.writeUInt16LE(42, 2);
  head.writeUInt32LE(8, 4);
  head.writeUInt16LE(fields.length, 8);
  let free = table;
  fields.forEach(([tag, kind, list], i) => {
    const at = 10 + i * 12;
    head.writeUInt16LE(tag, at);
    head.writeUInt16LE(kind, at + 2);
    head.writeUInt32LE(list.length, at + 4);
    const outside = beyond(kind, list);
    if (outside) head.writeUInt32LE(free, at + 8);
    put(head, kind, list, outside ? free : at + 8);
    free += outside;
  });
  return Buffer.concat([head, cells]);
}

/** Bytes that do not fit into the field itself. */
function beyond(kind, list) {
  const length = SIZE[kind] * list.length;
  return length > 4 ? length + (length % 2) : 0;
}

function put(into, kind, list, at) {
  list.forEach((value, i) => {
    const place = at + i * SIZE[kind];
    if (kind === DOUBLE) into.writeDoubleLE(value, place);
    else if (kind === LONG) into.writeUInt32LE(value, place);
    else if (kind === SHORT) into.writeUInt16LE(value, place);
    else into.writeUInt8(value, place);
  });
}
