/** What two people changed at once is put together, and nothing of either is lost. */
import fc from 'fast-check';
import type { MethodTable, Row } from '../../api/types';
import { merge, placeOf } from './merge';

const text = { zh: '', en: '' };
const table: MethodTable = { name: 'line', title: text, key: ['item'], optional: true, columns: [] };
const draft = (rows: Row[], title = 't') => ({ title, input: { parameters: {}, tables: { line: rows } } });
const lines = ({ merged }: ReturnType<typeof merge>) => merged.input.tables.line;

const coal = { item: 'coal', amount: '1', unit: 't' };
const oil = { item: 'oil', amount: '2', unit: 't' };

describe('two people on one filing', () => {
  it('keeps both, where they changed different cells', () => {
    const found = merge([table], draft([coal]), draft([{ ...coal, amount: '5' }]), draft([{ ...coal, unit: 'kg' }]));
    expect(lines(found)).toEqual([{ item: 'coal', amount: '5', unit: 'kg' }]);
    expect(found.differences).toEqual([]);
  });

  it('asks where both changed one cell, and does as told', () => {
    const [mine, theirs] = [draft([{ ...coal, amount: '5' }]), draft([{ ...coal, amount: '7' }])];
    const found = merge([table], draft([coal]), mine, theirs);
    expect(found.differences).toEqual([
      { table: 'line', row: 'coal', column: 'amount', before: '1', mine: '5', theirs: '7' },
    ]);
    expect(lines(found)![0]!.amount).toBe('5');
    const told = merge(
      [table],
      draft([coal]),
      mine,
      theirs,
      new Map([[placeOf(found.differences[0]!), 'theirs' as const]]),
    );
    expect(lines(told)![0]!.amount).toBe('7');
  });

  it('takes rows that either added, lets go what one took out, keeps what the other changed', () => {
    const iron = { item: 'iron', amount: '3', unit: 't' };
    expect(lines(merge([table], draft([coal]), draft([coal, oil]), draft([coal, iron])))).toEqual([coal, iron, oil]);
    expect(lines(merge([table], draft([coal, oil]), draft([coal]), draft([coal, oil])))).toEqual([coal]);
    const changed = { ...oil, amount: '9' };
    expect(lines(merge([table], draft([coal, oil]), draft([coal]), draft([coal, changed])))).toEqual([coal, changed]);
  });

  it('goes by the place of rows that their keys do not tell apart', () => {
    const blank = { item: '', amount: '1' };
    const found = merge(
      [table],
      draft([blank, blank]),
      draft([blank, { item: '', amount: '2' }]),
      draft([blank, blank]),
    );
    expect(lines(found)).toEqual([blank, { item: '', amount: '2' }]);
  });

  it('is what one typed, where the other changed nothing', () => {
    const row = fc.record({ item: fc.constantFrom('a', 'b', 'c', 'd'), amount: fc.constantFrom('', '1', '2') });
    const rows = fc.uniqueArray(row, { selector: ({ item }) => item, maxLength: 4 });
    fc.assert(
      fc.property(rows, rows, (before, after) => {
        const byItem = (list: Row[]) => [...list].sort((a, b) => (String(a.item) < String(b.item) ? -1 : 1));
        for (const found of [
          merge([table], draft(before), draft(after), draft(before)),
          merge([table], draft(before), draft(before), draft(after)),
        ]) {
          expect(byItem(lines(found)!)).toEqual(byItem(after));
          expect(found.differences).toEqual([]);
        }
      }),
    );
  });
});
