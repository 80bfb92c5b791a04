import type { Method, MethodTable } from '../../api/types';
import { missingIn, newRow, standingOf, stepsOf } from './steps';

const column = (name: string, more: object = {}) => ({
  ...{
    kind: 'input' as const,
    name,
    title: { zh: name, en: name },
    type: 'number' as const,
    unit: '1',
    required: true,
  },
  ...more,
});
const plant = {
  ...{ name: 'plant', title: { zh: '工厂', en: 'Plant' }, key: ['id'], optional: false },
  columns: [column('id', { type: 'text' }), column('output'), column('note', { required: false })],
} as MethodTable;
const line = {
  ...{ name: 'line', title: { zh: '投入', en: 'Line' }, key: ['id', 'item'], optional: true },
  parent: { table: 'plant', on: ['id'] },
  columns: [column('id', { type: 'text' }), column('item', { type: 'text' })],
} as MethodTable;
const sums = { ...plant, name: 'sums', columns: [{ ...column('total'), kind: 'computed' }] } as MethodTable;
const method = {
  tables: [plant, line, sums],
  parameters: [{ name: 'gwp', values: [] }],
} as unknown as Method;

describe('steps of a filing', () => {
  it('are the tables that are filled in, between a start and a check', () => {
    expect(stepsOf(method).map((step) => (step.kind === 'table' ? step.table.name : step.kind))).toEqual([
      ...['start', 'parameters', 'plant', 'line', 'check'],
    ]);
  });

  it('count what is missing: required cells, tables that must not be empty, open parameters', () => {
    expect(missingIn(plant, [])).toBe(1);
    expect(missingIn(line, [])).toBe(0);
    expect(missingIn(plant, [{ id: 'a', output: '0' }, { id: ' ' }])).toBe(2);
    const input = { parameters: {}, tables: { plant: [{ id: 'a' }] } };
    const faults = [{ table: 'plant', row: 'a', column: 'output', code: 'X', message: 'x' }];
    expect(standingOf({ kind: 'check' }, method, input, faults)).toEqual({ missing: 2, faults: 1 });
  });

  it('give a new row the parent of the row above, or the only parent', () => {
    expect(newRow(line, { plant: [{ id: 'a' }] })).toEqual({ id: 'a' });
    expect(newRow(line, { plant: [{ id: 'a' }, { id: 'b' }], line: [{ id: 'b', item: '1' }] })).toEqual({ id: 'b' });
    expect(newRow(line, { plant: [{ id: 'a' }, { id: 'b' }] })).toEqual({});
    expect(newRow(plant, {})).toEqual({});
  });
});
