import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'csv-parse/sync';
import { knownUnit } from '@qingheng/sheet';
import { readReference, referenceFiles } from './read-reference';
import { ReferenceFaults, type ReferenceFile } from './reference-data';

const root = resolve(__dirname, '../../../..');
const files = referenceFiles(join(root, 'config'));

describe('the reference data of the repository', () => {
  const { factors, gwpValues, regions } = readReference(files);

  it('holds every factor, each with its source', () => {
    expect(factors).toHaveLength(507);
    expect(new Set(factors.map(({ id }) => id)).size).toBe(507);
    expect(tally(factors.map(({ confidence }) => confidence))).toEqual({
      official: 90,
      secondary: 397,
      provisional: 20,
    });
    expect(factors.every(({ source_title: title }) => title)).toBe(true);
    expect(tally(factors.map(({ category }) => category))).toEqual({
      'electricity-co2': 123,
      'electricity-footprint': 21,
      'fuel-ncv': 44,
      'fuel-carbon-content': 44,
      'fuel-oxidation': 44,
      'fuel-co2': 43,
      heat: 2,
      'fuel-upstream': 3,
      'green-certificate': 1,
      gwp100: 42,
      aluminium: 36,
      'livestock-cashmere': 33,
      steel: 11,
      cement: 7,
      carbonate: 5,
      'coal-chemical': 6,
      'ets-benchmark': 30,
      transport: 6,
      'rights-price': 4,
      'carbon-inclusion': 2,
    });
  });

  it('writes units that method sheets understand, but for five', () => {
    expect(factors.filter(({ unit }) => !knownUnit(unit)).map(({ id }) => id)).toEqual([
      'al-slope-cwpb',
      'al-slope-swpb',
      'ef3-pasture-2006',
      'ef3-pasture-2019',
      'ef-solid-storage',
    ]);
  });

  it('keeps ranges apart from values', () => {
    const ranges = factors.filter(({ value }) => value === null);
    expect(ranges.map(({ id, low, high }) => [id, low, high])).toEqual([
      ['al-dc-power-range', '13000', '13200'],
      ['al-alumina-use', '1.93', '1.98'],
      ['al-alf3-use', '15', '20'],
      ['al-cryolite-use', '0', '5'],
      ['al-anode-gross', '0.48', '0.50'],
      ['pcf-cashmere-fabric-cpcd', '12.0', '14.0'],
      ['wool-farm-vic5', '14.158', '49.040'],
    ]);
  });

  it('says the value of Inner Mongolia and of China as announced', () => {
    const of = (id: string) => factors.find((factor) => factor.id === id);
    expect(of('grid-prov-inner-mongolia-2023')).toMatchObject({
      value: '0.6479',
      unit: 'kg CO2/kWh',
      region: '15',
      valid_from: '2023-01-01',
      valid_to: '2023-12-31',
      confidence: 'official',
    });
    expect(of('pcf-elec-avg-2024')).toMatchObject({ value: '0.5777', unit: 'kg CO2e/kWh' });
    expect(of('pollution-cod-2012')).toMatchObject({ valid_from: '2012-03-01', valid_to: null, unit: '元/(t·a)' });
    expect(of('ndrc-diesel-ncv')).toMatchObject({ valid_from: null, valid_to: null, year_label: '2013-2015' });
  });

  it('keys global warming by report and table', () => {
    expect(tally(gwpValues.map(({ set_id: set }) => set))).toEqual({ AR4: 10, AR5: 11, AR6: 12, SAR: 9 });
    const of = (set: string, gas: string) => gwpValues.find((v) => v.set_id === set && v.gas === gas)?.value;
    expect([of('AR5', 'CH4'), of('AR6', 'CH4'), of('AR6', 'CH4-fossil')]).toEqual(['28', '27.9', '29.8']);
    expect([of('AR4', 'C2F6'), of('AR6', 'C2F6')]).toEqual(['12200', '12400']);
  });

  it('knows the 12 leagues and 103 banners, and the zones that are none', () => {
    const ofInnerMongolia = regions.filter(({ code }) => /^15\d{4}$/.test(code));
    expect(tally(ofInnerMongolia.map(({ level }) => level))).toEqual({ province: 1, league: 12, banner: 103, zone: 5 });
    expect(regions.filter(({ level }) => level === 'province')).toHaveLength(34);
    for (const { code, level, parent } of ofInnerMongolia)
      if (level === 'banner' || level === 'zone') expect(parent).toBe(`${code.slice(0, 4)}00`);
  });
});

const given = resolve(root, '../shared/data/factors/factors.csv');
(existsSync(given) ? describe : describe.skip)('restated without loss', () => {
  const rows: Record<string, string>[] = existsSync(given)
    ? parse(readFileSync(given), { columns: true, bom: true })
    : [];
  const byId = new Map(readReference(files).factors.map((factor) => [factor.id, factor]));
  const confidence: Record<string, string> = { verified: 'official', secondary: 'secondary', recalled: 'provisional' };

  it('every row, digit and source', () => {
    expect(rows).toHaveLength(byId.size);
    for (const row of rows) {
      const factor = byId.get(row.id!.toLowerCase().replaceAll('_', '-'))!;
      expect(factor.value ?? `${factor.low}-${factor.high}`).toBe(row.value);
      expect(factor.source_title).toBe(row.source_title!.trim());
      expect(factor.source_url ?? '').toBe(row.source_url);
      expect(factor.year_label ?? '-').toBe(row.year);
      expect(factor.gas ?? '-').toBe(row.gas);
      expect(factor.stage ?? '-').toBe(row.scope_or_stage);
      expect(factor.confidence).toBe(confidence[row.confidence!]);
    }
  });
});

describe('hostile reference data', () => {
  const header = files
    .find(({ path }) => path === 'factors/aluminium.csv')!
    .bytes.toString()
    .split('\n')[0]!;
  const sound: Record<string, string> = {
    ...{
      id: 'x-1',
      category: 'test',
      name_zh: '试',
      name_en: 'Test',
      value: '1.0',
      unit: 't CO2/t',
      low: '',
      high: '',
    },
    ...{ gas: '', stage: '', region: '15', valid_from: '', valid_to: '', year_label: '', source_title: 'A law' },
    ...{ source_clause: '', source_url: '', confidence: 'official', unit_note: '' },
  };
  const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
  const line = (changes: Record<string, string> = {}) => {
    const row = { ...sound, ...changes };
    return header
      .split(',')
      .map((name) => quoted(row[name]!))
      .join(',');
  };
  const file = (...lines: string[]): ReferenceFile => ({
    path: 'factors/extra.csv',
    bytes: Buffer.from([header, ...lines].join('\n')),
  });
  const faultsOf = (...extra: ReferenceFile[]) => {
    try {
      readReference([...files, ...extra]);
      return [];
    } catch (error) {
      expect(error).toBeInstanceOf(ReferenceFaults);
      return (error as ReferenceFaults).faults.map((f) => [f.table, f.row, f.column, f.code]);
    }
  };

  it('a sound row is taken', () => expect(faultsOf(file(line()))).toEqual([]));

  it.each([
    ['no number', { value: '1,5' }, 'value', 'REFERENCE_INVALID'],
    ['binary notation', { value: '0x10' }, 'value', 'REFERENCE_INVALID'],
    ['an exponent', { value: '1e400' }, 'value', 'REFERENCE_INVALID'],
    ['too many digits', { value: '9'.repeat(40) }, 'value', 'REFERENCE_INVALID'],
    ['no value', { value: '' }, 'value', 'REFERENCE_NO_VALUE'],
    ['half a range', { value: '', low: '1' }, 'value', 'REFERENCE_NO_VALUE'],
    ['a range upside down', { value: '', low: '10', high: '9.9' }, 'high', 'REFERENCE_ORDER'],
    ['a value outside its range', { low: '2', high: '3' }, 'high', 'REFERENCE_ORDER'],
    ['an unknown unit', { unit: 'bushel' }, 'unit', 'REFERENCE_UNKNOWN_UNIT'],
    ['a unit with SQL', { unit: `t'; DROP TABLE factor --` }, 'unit', 'REFERENCE_UNKNOWN_UNIT'],
    ['an unknown region', { region: '99' }, 'region', 'REFERENCE_UNKNOWN_REGION'],
    ['half a code', { region: '150' }, 'region', 'REFERENCE_UNKNOWN_REGION'],
    ['a day that is none', { valid_from: '2023-02-30' }, 'valid_from', 'REFERENCE_INVALID'],
    ['days reversed', { valid_from: '2024-01-01', valid_to: '2023-01-01' }, 'valid_to', 'REFERENCE_ORDER'],
    ['no source', { source_title: '' }, 'source_title', 'REFERENCE_REQUIRED'],
    ['a script as address', { source_url: 'javascript:alert(1)' }, 'source_url', 'REFERENCE_INVALID'],
    ['made-up confidence', { confidence: 'sure' }, 'confidence', 'REFERENCE_INVALID'],
    ['a formula', { name_en: '=HYPERLINK("http://x")' }, 'name_en', 'REFERENCE_FORMULA'],
    ['a line break', { name_zh: '一\n二' }, 'name_zh', 'REFERENCE_CONTROL_CHARACTER'],
    ['a null character', { name_zh: '一\u0000' }, 'name_zh', 'REFERENCE_CONTROL_CHARACTER'],
    ['a novel', { name_zh: '长'.repeat(1001) }, 'name_zh', 'REFERENCE_TOO_LONG'],
    ['space around', { id: ' x-1' }, 'id', 'REFERENCE_INVALID'],
    ['a prototype', { id: '__proto__' }, 'id', 'REFERENCE_INVALID'],
  ])('%s is named by its place', (_title, changes: Record<string, string>, column, code) => {
    const lines = changes.name_zh?.includes('\n') ? '4' : '3';
    expect(faultsOf(file(line({ id: 'x-0' }), line(changes)))).toEqual([['factors/extra.csv', lines, column, code]]);
  });

  it('all faults at once, in every row', () => {
    expect(faultsOf(file(line({ value: 'a', confidence: 'b' }), line({ id: 'x-2', region: 'z' })))).toEqual([
      ['factors/extra.csv', '2', 'value', 'REFERENCE_INVALID'],
      ['factors/extra.csv', '2', 'confidence', 'REFERENCE_INVALID'],
      ['factors/extra.csv', '3', 'region', 'REFERENCE_UNKNOWN_REGION'],
    ]);
  });

  it('an id that another file has', () => {
    expect(faultsOf(file(line({ id: 'grid-cn-avg-2023' })))).toEqual([
      ['factors/extra.csv', '2', 'id', 'REFERENCE_DUPLICATE'],
    ]);
  });

  it('rows with cells too few or too many', () => {
    expect(
      faultsOf(file(line().replace(/,[^,]*$/, ''), `${line()},more`)).map(([, row, , code]) => [row, code]),
    ).toEqual([
      ['2', 'REFERENCE_CELL_COUNT'],
      ['3', 'REFERENCE_CELL_COUNT'],
    ]);
  });

  it('columns missing, unknown or twice', () => {
    const bytes = Buffer.from(header.replace('confidence', 'value'));
    expect(faultsOf({ path: 'factors/extra.csv', bytes })).toEqual([
      ['factors/extra.csv', '1', 'confidence', 'REFERENCE_MISSING_COLUMN'],
      ['factors/extra.csv', '1', 'value', 'REFERENCE_UNKNOWN_COLUMN'],
    ]);
  });

  it.each([
    ['an open quote', Buffer.from(`${header}\n"never closed`)],
    ['another encoding', Buffer.from([0xc4, 0xda, 0xc3, 0xc9])],
    ['nothing', Buffer.alloc(0)],
    ['too much', Buffer.alloc(6_000_000, 'a')],
  ])('%s', (_title, bytes) => {
    expect(faultsOf({ path: 'factors/extra.csv', bytes }).map(([table, , , code]) => [table, code])).toEqual([
      ['factors/extra.csv', 'REFERENCE_NOT_READABLE'],
    ]);
  });

  it('a folder without files withdraws nothing: it is refused', () => {
    const left = files.filter(({ path }) => !path.startsWith('gwp/'));
    expect(() => readReference(left)).toThrow('holds no CSV file');
  });

  it('a GWP value at odds with its factor, and a set of two tables', () => {
    const ar6 = files.find(({ path }) => path === 'gwp/ar6.csv')!;
    const text = ar6.bytes.toString();
    const changed = text.replace('WG1 Table 7.SM.7,N2O,100,273', 'WG1 Table 7.15,N2O,100,298');
    const found = (() => {
      try {
        readReference(files.map((f) => (f === ar6 ? { ...f, bytes: Buffer.from(changed) } : f)));
      } catch (error) {
        return (error as ReferenceFaults).faults.map((f) => [f.table, f.row, f.column]);
      }
    })();
    expect(found).toEqual([
      ['gwp/ar6.csv', '3', 'table'],
      ['gwp/ar6.csv', '3', 'factor_id'],
    ]);
  });

  it('a region within itself or within nothing', () => {
    const bytes = Buffer.from(
      'code,name_zh,name_en,level,kind,parent\na,甲,A,zone,x,b\nb,乙,B,zone,x,a\nc,丙,C,zone,x,nowhere\n',
    );
    expect(faultsOf({ path: 'regions/extra.csv', bytes })).toEqual([
      ['regions/extra.csv', '2', 'parent', 'REFERENCE_REGION_CIRCLE'],
      ['regions/extra.csv', '3', 'parent', 'REFERENCE_REGION_CIRCLE'],
      ['regions/extra.csv', '4', 'parent', 'REFERENCE_UNKNOWN_REGION'],
    ]);
  });
});

function tally(values: string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}
