/** A picture of what a total is made of is shown only where its parts add up to a figure of the result. */
import type { Column, Method, RunResult } from '../api/types';
import { contributionsOf } from './contributions';

const text = { zh: '', en: '' };
const column = (name: string, formula?: string, unit = 'kg CO2e'): Column => ({
  ...{ kind: formula ? 'computed' : 'input', name, title: text, type: 'number', unit, formula },
});
const method = (plant: Column[]) =>
  ({
    tables: [
      { name: 'plant', title: text, key: ['plant_id'], optional: false, columns: plant },
      {
        ...{ name: 'input', title: text, key: ['plant_id', 'item'], optional: false },
        parent: { table: 'plant', on: ['plant_id'] },
        columns: [column('kgco2e', 'amount * factor')],
      },
      {
        name: 'stage',
        title: text,
        key: ['stage'],
        group: { table: 'input', by: ['stage'] },
        optional: true,
        columns: [],
      },
    ],
    outputs: [],
  }) as unknown as Method;
const result = (plant: Record<string, string>) =>
  ({
    tables: {
      plant: [{ plant_id: 'P', ...plant }],
      input: [
        { plant_id: 'P', item: 'power', stage: 'electrolysis', kgco2e: '8', excluded: false },
        { plant_id: 'P', item: 'alumina', stage: 'raw', kgco2e: '3', excluded: false },
        { plant_id: 'P', item: 'paint', stage: 'raw', kgco2e: '100', excluded: true },
      ],
    },
    outputs: {},
  }) as unknown as RunResult;

it('takes rows, by their stages, and what stands beside them; what is cut off counts nothing', () => {
  const columns = [
    column('anode', 'anode_t * 2'),
    column('inputs', 'sum(input.kgco2e where not input.excluded)'),
    column('per_t', '(anode + inputs) / made_t', 'kg CO2e/t'),
    column('made_t', undefined, 't'),
  ];
  const found = contributionsOf(method(columns), result({ anode: '1', inputs: '11', per_t: '6', made_t: '2' }))!;
  expect(found.total).toBe(12);
  expect(found.parts.map(({ place, value }) => [place, value])).toEqual([
    ['input/P/power/kgco2e', '8'],
    ['input/P/alumina/kgco2e', '3'],
    ['plant/P/anode', '1'],
  ]);
  expect(found.parts.map(({ group }) => group)).toEqual(['electrolysis', 'raw', text]);
});

it('leaves out sums that stand beside the footprint for information', () => {
  const columns = [
    column('inputs', 'sum(input.kgco2e where not input.excluded)'),
    column('by_location', 'sum(input.location_kgco2e where not input.excluded)'),
    column('anode', 'anode_t * 2'),
    column('per_t', '(anode + inputs) / made_t', 'kg CO2e/t'),
    column('made_t', undefined, 't'),
  ];
  const found = contributionsOf(
    method(columns),
    result({ anode: '1', inputs: '11', by_location: '99', per_t: '6', made_t: '2' }),
  );
  expect(found?.parts).toHaveLength(3);
});

it('shows nothing where something is taken off again', () => {
  const columns = [
    column('stored', 'stored_t * 2'),
    column('inputs', 'sum(input.kgco2e where not input.excluded)'),
    column('net', 'inputs - stored'),
  ];
  expect(contributionsOf(method(columns), result({ stored: '4', inputs: '11', net: '7' }))).toBeUndefined();
});
