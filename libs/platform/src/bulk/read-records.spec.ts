import { Readable } from 'node:stream';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { encodeGbk } from '../../../../tests/support/gbk';
import { readRecords } from './read-records';

async function records(content: Buffer | string, size = 7): Promise<string[][]> {
  const bytes = Buffer.from(content);
  const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) =>
    bytes.subarray(i * size, (i + 1) * size),
  );
  const all: string[][] = [];
  for await (const record of readRecords(Readable.from(pieces))) all.push(record);
  return all;
}

it('reads quotes, line ends inside them, empty lines, and a byte order mark', async () => {
  expect(await records('\uFEFFa,b\r\n"1,2","x ""y""\nz"\r\n\r\n3,\r\n')).toEqual([
    ['a', 'b'],
    ['1,2', 'x "y"\nz'],
    ['3', ''],
  ]);
});

it('reads UTF-8 and GB18030, also where a character is cut between two pieces', async () => {
  const text = `${'户编号,旗县代码\n'.repeat(20_000)}`;
  const expected = [20_000, '户编号'];
  const seen = async (content: Buffer | string) => {
    const all = await records(content, 4_099);
    return [all.length, all.at(-1)![0]];
  };
  expect(await seen(text)).toEqual(expected);
  expect(await seen(encodeGbk(text))).toEqual(expected);
});

it('refuses what is no text', async () => {
  await expect(records(Buffer.from([0xff, 0xfe, 0x00, 0xff, 0xff]))).rejects.toMatchObject({ code: 'NOT_CSV_TEXT' });
});

it('parts plain lines as the parser would, in pieces of any size', async () => {
  const line = fc.stringMatching(/^[a-z0-9 ,桦松]{0,12}$/);
  await fc.assert(
    fc.asyncProperty(
      fc.array(line, { maxLength: 30 }),
      fc.integer({ min: 1, max: 9 }),
      fc.constantFrom('\n', '\r\n'),
      async (lines, size, end) => {
        const text = lines.join(end);
        const expected = parse(text, { relax_column_count: true, skip_empty_lines: true, bom: true }) as string[][];
        expect(await records(text, size)).toEqual(expected);
      },
    ),
    { numRuns: 300 },
  );
});
