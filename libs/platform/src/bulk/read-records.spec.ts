import { Readable } from 'node:stream';
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
