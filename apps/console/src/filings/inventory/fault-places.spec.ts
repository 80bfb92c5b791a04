import type { MethodTable } from '../../api/types';
import { cellOf, faultsByCell, placeKey, rowIndex } from './fault-places';

const text = { zh: '', en: '' };
const input = { kind: 'input' as const, title: text, type: 'text' as const, unit: '1' };
const table: MethodTable = {
  name: 'line',
  title: text,
  key: ['plant', 'item'],
  optional: false,
  columns: [
    { ...input, name: 'plant' },
    { ...input, name: 'item' },
    { ...input, name: 'amount' },
    { ...input, kind: 'computed', name: 'kg' },
  ],
};
const rows = [{ plant: 'p', item: 'coal', amount: '1' }, { plant: 'p' }];
const message = { zh: '', en: 'wrong' };

describe('where a fault stands', () => {
  it('finds rows by key and by position', () => {
    expect(rowIndex(table, rows, 'p/coal')).toBe(0);
    expect(rowIndex(table, rows, '#2')).toBe(1);
    expect(rowIndex(table, rows, '#9')).toBe(-1);
    expect(rowIndex(table, rows, 'p/oil')).toBe(-1);
  });

  it('puts a fault of a computed column at the key', () => {
    const faults = [
      { table: 'line', row: 'p/coal', column: 'amount', code: 'A', message },
      { table: 'line', row: 'p/coal', column: 'kg', code: 'B', message },
      { table: 'other', row: 'p', code: 'C', message },
    ];
    const places = faultsByCell([table], { tables: { line: rows } }, faults);
    expect([...places.keys()]).toEqual([placeKey('line', 0, 'amount'), placeKey('line', 0, 'item')]);
  });

  it('knows when the cell has changed', () => {
    const fault = { table: 'line', row: 'p/coal', column: 'amount', code: 'A', message };
    expect(cellOf([table], { tables: { line: rows } }, fault)).toBe('1');
    expect(cellOf([table], { tables: { line: [{ ...rows[0], amount: '2' }] } }, fault)).toBe('2');
  });
});
