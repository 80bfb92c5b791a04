import type { Column } from '../../api/types';
import { paste, readTsv, type Words } from './clipboard';

const column = (name: string, more: Partial<Column> = {}): Column => ({
  kind: 'input',
  name,
  title: { zh: `中文 ${name}`, en: `Title ${name}` },
  type: 'text',
  unit: '1',
  ...more,
});
const columns = [
  column('item'),
  column('amount', { type: 'number' }),
  column('cut', { type: 'boolean' }),
  column('stage', { choices: ['energy'] }),
];
const words: Words = {
  yes: ['是', 'yes'],
  no: ['否', 'no'],
  choiceOf: (_column, shown) => (shown === '能源' ? 'energy' : shown),
  titlesOf: (c) => [c.title.zh, c.title.en],
};

describe('pasting from a spreadsheet', () => {
  it('reads tabs, lines and quoted cells', () => {
    expect(readTsv('a\tb\r\n"x\ny"\t"say ""hi"""\r\n')).toEqual([
      ['a', 'b'],
      ['x\ny', 'say "hi"'],
    ]);
  });

  it('fills right and down from the cell, adding rows, and reads numbers as typed', () => {
    const rows = paste(
      [{ item: 'kept' }],
      columns,
      { row: 0, column: 1 },
      readTsv('１３,492.10\t是\t能源\n2\tno\tother'),
      words,
    );
    expect(rows).toEqual([
      { item: 'kept', amount: '13492.10', cut: true, stage: 'energy' },
      { amount: '2', cut: false, stage: 'other' },
    ]);
  });

  it('goes by headings where the first line has them', () => {
    const rows = paste(
      [],
      columns,
      { row: 0, column: 0 },
      readTsv('Title amount (kWh)\t中文 item\n5\telectricity'),
      words,
    );
    expect(rows).toEqual([{ amount: '5', item: 'electricity' }]);
  });

  it('keeps what is no number, so that it can be seen and mended', () => {
    expect(paste([], columns, { row: 0, column: 1 }, [['about 5']], words)).toEqual([{ amount: 'about 5' }]);
  });
});
