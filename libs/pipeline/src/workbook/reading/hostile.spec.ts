import { loadSheetFile } from '@qingheng/sheet';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { deflateRawSync } from 'node:zlib';
import { readWorkbook, writeTemplate } from '..';
import { ZipFile } from './zip';

const sheet = loadSheetFile(join(__dirname, '../../../../../config/methods/footprint/product-generic.yaml')).sheet!;
const rows = sheet.examples[0]!.input;

type Parts = Record<string, string | Buffer>;

/** A zip as an attacker would write it: sizes in the directory may be told otherwise than they are. */
function zipOf(parts: Parts, lie: { size?: number; flags?: number; method?: number; twice?: string } = {}): Buffer {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  const names = [...Object.keys(parts), ...(lie.twice ? [lie.twice] : [])];
  for (const name of names) {
    const content = Buffer.from(parts[name]!);
    const packed = deflateRawSync(content);
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt16LE(8, 8);
    head.writeUInt16LE(Buffer.byteLength(name), 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(lie.flags ?? 0, 8);
    entry.writeUInt16LE(lie.method ?? 8, 10);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt32LE(lie.size ?? content.length, 24);
    entry.writeUInt16LE(Buffer.byteLength(name), 28);
    entry.writeUInt32LE(offset, 42);
    local.push(head, Buffer.from(name), packed);
    central.push(entry, Buffer.from(name));
    offset += 30 + Buffer.byteLength(name) + packed.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(names.length, 8);
  end.writeUInt16LE(names.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...local, directory, end]);
}

async function partsOf(bytes: Buffer): Promise<Record<string, string>> {
  const zip = ZipFile.open(bytes);
  const parts: Record<string, string> = {};
  for (const name of zip.names) {
    parts[name] = '';
    for await (const piece of zip.read(name)) parts[name] += piece;
  }
  return parts;
}

const template = (): Promise<Record<string, string>> => writeTemplate(sheet, { rows }).then(partsOf);
const codes = async (bytes: Uint8Array | Readable) => (await readWorkbook(sheet, bytes)).faults.map((f) => f.code);

describe('files that are no workbook', () => {
  it.each<[string, Buffer]>([
    ['nothing', Buffer.alloc(0)],
    ['text', Buffer.from('process_id,item\np,电力\n')],
    ['an old .xls', Buffer.from('d0cf11e0a1b11ae1', 'hex')],
    ['an empty zip', zipOf({})],
    ['a zip of something else', zipOf({ 'a.txt': 'hello' })],
    ['broken XML', zipOf({ 'xl/workbook.xml': '<workbook><sheets>' })],
    ['a part that is no UTF-8', zipOf({ 'xl/workbook.xml': Buffer.from([0xff, 0xfe, 0x3c]) })],
    [
      'one that expands entities',
      zipOf({ 'xl/workbook.xml': '<!DOCTYPE x [<!ENTITY a "aaaa">]><workbook>&a;</workbook>' }),
    ],
    ['one with unknown entities', zipOf({ 'xl/workbook.xml': '<workbook>&a;</workbook>' })],
    ['a password', zipOf({ 'xl/workbook.xml': '<workbook/>' }, { flags: 1 })],
    ['a strange compression', zipOf({ 'xl/workbook.xml': '<workbook/>' }, { method: 14 })],
    ['one part twice', zipOf({ 'xl/workbook.xml': '<workbook/>' }, { twice: 'xl/workbook.xml' })],
  ])('%s', async (_, bytes) => {
    expect(await codes(bytes)).toEqual(['NOT_A_WORKBOOK']);
  });

  it('a workbook cut off or damaged anywhere is refused or read, and never crashes', async () => {
    const whole = await writeTemplate(sheet, { rows });
    for (let i = 0; i < 60; i++) {
      const cut = whole.subarray(0, Math.floor((whole.length * i) / 60));
      expect(await codes(cut)).toEqual(['NOT_A_WORKBOOK']);
      const damaged = Buffer.from(whole);
      for (let j = 0; j < 8; j++) damaged[(i * 7919 + j * 104729) % damaged.length]! ^= 0x5a;
      await expect(readWorkbook(sheet, damaged)).resolves.toBeDefined();
    }
  });
});

describe('files that are too large', () => {
  it('more than 20 MB, without receiving the rest', async () => {
    let sent = 0;
    const source = Readable.from(
      (function* () {
        for (; sent < 200; sent++) yield Buffer.alloc(1024 * 1024);
      })(),
    );
    expect(await codes(source)).toEqual(['FILE_TOO_LARGE']);
    expect(sent).toBeLessThan(40);
    expect(source.destroyed).toBe(true);
  });

  it('a bomb that says so', async () => {
    const bomb = zipOf({ 'xl/workbook.xml': Buffer.alloc(20 * 1024 * 1024, 32) });
    expect(bomb.length).toBeLessThan(100_000);
    expect(await codes(bomb)).toEqual(['FILE_TOO_LARGE']);
    expect(await codes(zipOf({ 'xl/workbook.xml': '<workbook/>' }, { size: 400 * 1024 * 1024 }))).toEqual([
      'FILE_TOO_LARGE',
    ]);
  });

  it('a bomb that lies about its size', async () => {
    expect(await codes(zipOf({ 'xl/workbook.xml': Buffer.alloc(20 * 1024 * 1024, 32) }, { size: 1000 }))).toEqual([
      'FILE_TOO_LARGE',
    ]);
  });

  it('a worksheet named thousands of times, and headings without end', async () => {
    const parts = await template();
    const repeated = { ...parts };
    repeated['xl/workbook.xml'] = parts['xl/workbook.xml']!.replace(/<sheet [^>]*>/, (one) => one.repeat(5000));
    expect(await codes(zipOf(repeated))).toEqual(['FILE_TOO_LARGE']);
    const cells = '<c t="inlineStr"><is><t>数量</t></is></c>'.repeat(16384);
    const wide = {
      ...parts,
      'xl/worksheets/sheet4.xml': `<worksheet><sheetData>${`<row>${cells}</row>`.repeat(20)}</sheetData></worksheet>`,
    };
    const began = process.cpuUsage();
    const found = new Set(await codes(zipOf(wide)));
    expect(found).toEqual(new Set(['DUPLICATE_COLUMN', 'TOO_MANY_FAULTS']));
    // Its own time at work: what else the machine does is no fault of it.
    expect(process.cpuUsage(began).user).toBeLessThan(5_000_000);
  });

  it('a tag or text without end', async () => {
    const parts = await template();
    const noise = Buffer.alloc(3 * 1024 * 1024);
    for (let i = 0; i < noise.length; i++) noise[i] = 97 + ((i * i) % 23);
    parts['xl/workbook.xml'] = `<workbook a="${noise.toString()}`;
    expect(await codes(zipOf(parts))).toEqual(['NOT_A_WORKBOOK']);
  });
});

describe('macros', () => {
  it.each(['xl/vbaProject.bin', 'xl/macrosheets/sheet1.xml'])('%s', async (name) => {
    expect(await codes(zipOf({ ...(await template()), [name]: 'x' }))).toEqual(['MACROS_NOT_ALLOWED']);
  });

  it('a workbook declared as one with macros', async () => {
    const parts = await template();
    parts['[Content_Types].xml'] = parts['[Content_Types].xml']!.replace(
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml',
      'application/vnd.ms-excel.sheet.macroEnabled.main+xml',
    );
    expect(await codes(zipOf(parts))).toEqual(['MACROS_NOT_ALLOWED']);
  });
});

describe('what other programs write', () => {
  it('is read: stored parts in another order, a stream, absolute targets', async () => {
    const parts = await template();
    parts['xl/_rels/workbook.xml.rels'] = parts['xl/_rels/workbook.xml.rels']!.replaceAll('Target="', 'Target="/xl/');
    const read = await readWorkbook(sheet, Readable.from([zipOf(Object.fromEntries(Object.entries(parts).reverse()))]));
    expect(read.faults).toEqual([]);
    expect(read.input.tables.line).toHaveLength(3);
  });

  it('prefixed names, cells without address, readings above characters, inline texts', async () => {
    const parts = await template();
    parts['xl/sharedStrings.xml'] =
      '<x:sst xmlns:x="u"><x:si><x:t>过程</x:t><x:rPh sb="0" eb="1"><x:t>guo</x:t></x:rPh></x:si></x:sst>';
    const name = 'xl/worksheets/sheet2.xml';
    const inline = (text: string) => `<x:c t="inlineStr"><x:is><x:t>${text}</x:t></x:is></x:c>`;
    parts[name] = `<x:worksheet xmlns:x="u"><x:sheetData><x:row>${inline('process.process_id')}</x:row>
      <x:row><x:c t="s"><x:v>0</x:v></x:c></x:row><x:row>${inline('a&amp;b<![CDATA[<c>]]>&#x4E00;_x0041_')}</x:row></x:sheetData></x:worksheet>`;
    const read = await readWorkbook(sheet, zipOf(parts));
    expect(read.input.tables.process).toEqual([{ process_id: '过程' }, { process_id: 'a&b<c>一A' }]);
    expect(read.places.tables.process!.rows).toEqual([2, 3]);
  });

  it('a flood of faults is cut, and the cut is said', async () => {
    const many = Array.from({ length: 700 }, (_, i) => ({ process_id: `=x${i}` }));
    const read = await readWorkbook(sheet, await writeTemplate(sheet, { rows: { tables: { process: many } } }));
    expect(read.faults).toHaveLength(501);
    expect(read.faults.at(-1)!.code).toBe('TOO_MANY_FAULTS');
  });
});
