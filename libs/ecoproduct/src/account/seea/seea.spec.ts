import { join } from 'node:path';
import type { PlatformConfig } from '@qingheng/platform';
import { Rational } from '@qingheng/sheet';
import fc from 'fast-check';
import { Services } from '../../service/services';
import { tablesFromRun } from './from-run';
import { checkSeea } from './identities';
import { checkOpening } from './opening';
import { SeeaLayout } from './layout';
import { readSeea } from './read-seea';
import type { SeeaLine, SeeaTables } from './tables';
import { writeCsv } from './write-seea';

const config = { configDir: join(__dirname, '../../../../../config') } as PlatformConfig;
const layout = new SeeaLayout(config);
const services = new Services(config);
const line = (code: string, cells: Record<string, string>, labels = {}): SeeaLine => ({ code, labels, cells });
const told = (tables: SeeaTables) =>
  checkSeea(tables).map(({ code, table, row, column }) => [code, table, row, column].join(' '));

const extent = (closing: string): SeeaLine[] => [
  line('opening', { ET_forest: '100', ET_grassland: '50', TOTAL: '150' }),
  line('managed_expansion', { ET_forest: '10' }),
  line('unmanaged_reduction', { ET_grassland: '10' }),
  line('net_change', { ET_forest: '10', ET_grassland: '-10', TOTAL: '0' }),
  line('closing', { ET_forest: closing, ET_grassland: '40', TOTAL: '150' }),
];

it('adds what came and takes away what went', () => {
  expect(told({ extent: extent('110') })).toEqual([]);
  expect(told({ extent: extent('111') })).toEqual([
    'SEEA_CLOSING extent closing ET_forest',
    'SEEA_NET_CHANGE extent net_change ET_forest',
    'SEEA_TOTAL extent closing TOTAL',
  ]);
  expect(told({ extent: extent('110').slice(0, 4) })).toContain('REQUIRED extent closing ET_forest');
});

it('holds the change matrix against the extent it comes from and leads to', () => {
  const change = [
    line('ET_forest', { ET_forest: '100', TOTAL: '100' }),
    line('ET_grassland', { ET_forest: '10', ET_grassland: '40', TOTAL: '50' }),
  ];
  expect(told({ extent: extent('110'), change })).toEqual([]);
  change[1]!.cells.ET_grassland = '39';
  expect(told({ extent: extent('110'), change })).toEqual([
    'SEEA_TOTAL change ET_grassland TOTAL',
    'SEEA_MATRIX_CLOSING change TOTAL ET_grassland',
    'SEEA_MATRIX_OPENING change ET_grassland TOTAL',
  ]);
});

it('re-states values only where the standard lets it, and reads an indicator from its reference levels', () => {
  const asset = (degradation: string): SeeaLine[] => [
    line('opening', { ET_forest: '1000' }),
    line('degradation', { ET_forest: degradation }),
    line('revaluations', { ET_forest: '-50' }),
    line('closing', { ET_forest: '900' }),
  ];
  expect(told({ asset: asset('50') })).toEqual([]);
  expect(told({ asset: asset('-50') })).toEqual([
    'SEEA_CLOSING asset closing ET_forest',
    'SEEA_NEGATIVE asset degradation ET_forest',
  ]);
  const code = 'ET_grassland/cover';
  const variable = line(code, { opening: '40', closing: '45', change: '5' });
  const indicator = (closing: string) =>
    line(code, { reference_upper: '80', reference_lower: '0', opening: '0.5', closing });
  expect(told({ condition_variable: [variable], condition_indicator: [indicator('0.5625')] })).toEqual([]);
  expect(told({ condition_variable: [variable], condition_indicator: [indicator('0.6')] })).toEqual([
    `SEEA_INDICATOR condition_indicator ${code} closing`,
  ]);
  expect(told({ condition_indicator: [indicator('1.2')] })).toEqual([
    `SEEA_INDICATOR_RANGE condition_indicator ${code} closing`,
  ]);
});

const item = fc.record({
  item_id: fc.uuid(),
  service: fc.constantFrom('水源涵养', '固碳', '畜牧业产品'),
  ecosystem: fc.constantFrom('forest', '草地', 'wetland'),
  quantity: fc.integer({ min: 0, max: 1_000_000 }),
  price: fc.integer({ min: 0, max: 10_000 }),
  outside: fc.integer({ min: 0, max: 100 }),
  valuation_method: fc.constantFrom('market_price', 'replacement_cost'),
});

it('supplies what the result says and uses what is supplied, to the last digit', () => {
  fc.assert(
    fc.property(fc.array(item, { minLength: 1, maxLength: 30 }), fc.integer({ min: 1, max: 99 }), (rows, percent) => {
      const items = rows.map(({ quantity, price, outside, ...row }) => {
        const from = (quantity * outside) / 100;
        const gross = Rational.of(quantity).mul(Rational.ratio(BigInt(price), 100n));
        const away = Rational.fromNumber(from)
          .mul(Rational.ratio(BigInt(price), 100n))
          .roundHalfUp(2);
        return {
          ...row,
          ...{ class: 'regulating', unit: 't', quantity: String(quantity), outside_quantity: String(from) },
          ...{ outside_value: away.toFixed(2), value: gross.roundHalfUp(2).sub(away).toFixed(2) },
        };
      });
      const share = (percent / 100).toFixed(2);
      const use = ['水源涵养', '固碳', '畜牧业产品'].flatMap((service) => [
        { service, unit: 'households', share },
        { service, unit: 'government', share: (1 - percent / 100).toFixed(2) },
      ]);
      const { tables, faults } = tablesFromRun(items, { use }, { layout, services });
      const total = (of: SeeaLine[], column?: string) =>
        of.reduce((all, { cells }) => all.add(Rational.parse(cells[column ?? 'TOTAL'] ?? '0')), Rational.ZERO);
      const value = items.reduce((all, one) => all.add(Rational.parse(one.value)), Rational.ZERO);
      const supplied = total(tables.monetary_supply!).sub(total(tables.monetary_supply!, 'imports'));
      return !faults.length && !checkSeea(tables).length && supplied.equals(value);
    }),
    { numRuns: 40 },
  );
});

it('reads back every table that it writes', () => {
  const tables: SeeaTables = { extent: extent('110') };
  const rows = writeCsv(layout, 'extent', tables)
    .replace('\ufeff', '')
    .trim()
    .split('\r\n')
    .map((text) => text.split(','));
  expect(readSeea([{ worksheet: '', rows }], layout, 'extent')).toEqual({ tables, faults: [] });
});

describe('what the account before it closed with', () => {
  const before = {
    number: 'EA2025-000001',
    tables: {
      extent: extent('110'),
      condition_variable: [line('ET_forest/cover', { opening: '60', closing: '62.5' })],
    },
  };
  const next = (forest: string, cover: string): SeeaTables => ({
    extent: [line('opening', { ET_forest: forest, ET_grassland: '40', TOTAL: '150' })],
    condition_variable: [line('ET_forest/cover', { opening: cover }), line('ET_forest/new', { opening: '1' })],
  });

  it('is what it opens with, however many zeros are written', () => {
    expect(checkOpening(next('110.00', '62.50'), before)).toEqual([]);
  });

  it('or the area, and the condition, are named with both figures and the number of that account', () => {
    const faults = checkOpening(next('111', '60'), before);
    expect(faults).toMatchObject([
      { code: 'SEEA_OPENING', table: 'extent', row: 'opening', column: 'ET_forest' },
      { code: 'SEEA_OPENING', table: 'condition_variable', row: 'ET_forest/cover', column: 'opening' },
    ]);
    expect(faults[0]!.message.en).toBe(
      'It opens with 111, while EA2025-000001, the account before it, closes with 110',
    );
  });

  it('a type that appears from nowhere is named, one that had gone to nothing is not', () => {
    const lake = next('110', '62.5');
    lake.extent![0]!.cells.ET_lake = '3';
    expect(checkOpening(lake, before)).toMatchObject([{ column: 'ET_lake' }]);
    lake.extent![0]!.cells.ET_lake = '0';
    expect(checkOpening(lake, before)).toEqual([]);
  });
});
