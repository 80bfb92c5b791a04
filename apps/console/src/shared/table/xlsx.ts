/**
 * A workbook of one sheet, written as it is: ECMA-376 parts in a zip without compression. Enough for what a table shows, and
 * a hundredth of the size of a library that can do everything.
 */
import { parseDecimal } from '../../numbers/decimal';

const text = new TextEncoder();
const escape = (value: string) =>
  value
    // What XML 1.0 cannot carry at all.
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;');

/** More digits than a spreadsheet keeps stay text: a rounded figure is a wrong one. */
export function isSheetNumber(value: string): boolean {
  const parts = /^-?\d+(\.\d+)?$/.test(value) ? parseDecimal(value) : undefined;
  return parts !== undefined && parts.digits.toString().length <= 15 && !/^-?0\d/.test(value);
}

/** 0 → A, 25 → Z, 26 → AA. */
const letters = (column: number): string =>
  (column >= 26 ? letters(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26));
const cell = (value: string, at: string) =>
  isSheetNumber(value)
    ? `<c r="${at}"><v>${value}</v></c>`
    : `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${escape(value)}</t></is></c>`;
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const DOC = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

export function workbook(rows: readonly (readonly string[])[]): Uint8Array<ArrayBuffer> {
  const sheet = rows
    .map((row, i) => `<row r="${i + 1}">${row.map((value, j) => cell(value, `${letters(j)}${i + 1}`)).join('')}</row>`)
    .join('');
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const parts: [string, string][] = [
    [
      '[Content_Types].xml',
      `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${type}.worksheet+xml"/></Types>`,
    ],
    [
      '_rels/.rels',
      `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${DOC}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ],
    [
      'xl/workbook.xml',
      `${XML}<workbook xmlns="${MAIN}" xmlns:r="${DOC}"><sheets><sheet name="1" sheetId="1" r:id="r1"/></sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${DOC}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    ],
    [
      'xl/worksheets/sheet1.xml',
      `${XML}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" state="frozen"/></sheetView></sheetViews><sheetData>${sheet}</sheetData></worksheet>`,
    ],
  ];
  return zip(parts.map(([name, content]) => [text.encode(name), text.encode(content)]));
}

const CRC = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c;
});
function crcOf(bytes: Uint8Array): number {
  let c = 0xffffffff;
  for (const byte of bytes) c = CRC[(c ^ byte) & 0xff]! ^ (c >>> 8);
  return (c ^ 0xffffffff) >>> 0;
}

function zip(files: [name: Uint8Array, content: Uint8Array][]): Uint8Array<ArrayBuffer> {
  const entries = files.map(([name, content]) => ({ name, content, crc: crcOf(content) }));
  const size = entries.reduce((sum, { name, content }) => sum + 76 + 2 * name.length + content.length, 22);
  const bytes = new Uint8Array(size);
  const view = new DataView(bytes.buffer);
  let at = 0;
  const put = (part: Uint8Array) => (bytes.set(part, at), (at += part.length));
  const numbers = (...list: [value: number, width: 2 | 4][]) => {
    for (const [value, width] of list) {
      if (width === 4) view.setUint32(at, value, true);
      else view.setUint16(at, value, true);
      at += width;
    }
  };
  // 1 January 1980: the same table gives the same bytes.
  const common = ({ name, content, crc }: (typeof entries)[number]): [number, 2 | 4][] => [
    ...([
      [20, 2],
      [0x0800, 2],
      [0, 2],
      [0, 2],
      [0x21, 2],
    ] as [number, 2][]),
    ...([
      [crc, 4],
      [content.length, 4],
      [content.length, 4],
    ] as [number, 4][]),
    ...([
      [name.length, 2],
      [0, 2],
    ] as [number, 2][]),
  ];
  const places = entries.map((entry) => {
    const place = at;
    numbers([0x04034b50, 4], ...common(entry));
    put(entry.name);
    put(entry.content);
    return place;
  });
  const start = at;
  entries.forEach((entry, i) => {
    numbers([0x02014b50, 4], [20, 2], ...common(entry), [0, 2], [0, 2], [0, 2], [0, 4], [places[i]!, 4]);
    put(entry.name);
  });
  numbers(
    [0x06054b50, 4],
    [0, 2],
    [0, 2],
    [entries.length, 2],
    [entries.length, 2],
    [at - start, 4],
    [start, 4],
    [0, 2],
  );
  return bytes;
}
