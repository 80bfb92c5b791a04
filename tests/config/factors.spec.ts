/** What a sheet takes from config/factors it takes unchanged, and never as better known than it is. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { conversionFactor, parseUnit, Rational, runSheet, SheetLibrary, type Confidence } from '@qingheng/sheet';

interface Factor {
  id: string;
  category: string;
  value: string;
  unit: string;
  confidence: Confidence;
}

const folder = join(__dirname, '../../config');
const library = SheetLibrary.load(join(folder, 'methods'));
const factors = new Map(
  readdirSync(join(folder, 'factors'))
    .filter((file) => file.endsWith('.csv'))
    .flatMap((file) => parse(readFileSync(join(folder, 'factors', file), 'utf8'), { columns: true, bom: true }) as Factor[])
    .map((factor) => [factor.id, factor]),
);
const rank: Confidence[] = ['provisional', 'secondary', 'official'];

const taken = library.list().flatMap((sheet) => [
  ...sheet.parameters.flatMap((p) => p.values.map((v) => ({ sheet: sheet.id, at: p.name, unit: p.unit, ...v }))),
  ...sheet.lookups.flatMap((l) => l.rows.map((v) => ({ sheet: sheet.id, at: `${l.name}(${v.keys.join(', ')})`, unit: l.unit, ...v }))),
]).filter((value) => factors.has(value.source));

/** The factor's value in the unit of the sheet; undefined where its unit is outside the algebra or another dimension. */
function inUnit({ value, unit }: Factor, wanted: string): Rational | undefined {
  try {
    const factor = conversionFactor(parseUnit(unit), parseUnit(wanted));
    return factor && Rational.parse(value).mul(factor);
  } catch {
    return undefined;
  }
}

it('finds the factors by their ids', () => {
  expect(taken.length).toBeGreaterThan(500);
});

it('keeps their values', () => {
  const differing = taken
    .filter((v) => !(inUnit(factors.get(v.source)!, v.unit) ?? Rational.parse(factors.get(v.source)!.value)).equals(Rational.parse(v.value)))
    .map((v) => `${v.sheet} ${v.at}: ${v.value} ${v.unit}, not ${factors.get(v.source)!.value} ${factors.get(v.source)!.unit}`);
  expect(differing).toEqual([]);
});

it('does not raise their confidence', () => {
  const raised = taken
    .filter((v) => rank.indexOf(v.confidence) > rank.indexOf(factors.get(v.source)!.confidence))
    .map((v) => `${v.sheet} ${v.at}`);
  expect(raised).toEqual([]);
});

/** Where a source is a bare id it must be one: a typing error would otherwise be a source of its own. */
it('knows every id that a sheet names', () => {
  const ids = library.list().flatMap((sheet) =>
    [...sheet.parameters.flatMap((p) => p.values), ...sheet.lookups.flatMap((l) => l.rows)]
      .filter(({ source }) => /^[a-z0-9]+(-[a-z0-9]+)+$/.test(source) && !factors.has(source))
      .map(({ source }) => `${sheet.id}: ${source}`),
  );
  expect(ids).toEqual([]);
});

describe('inventory/combustion', () => {
  const sheet = library.get('inventory/combustion');
  const published = [...factors.values()].filter((f) => f.category === 'fuel-co2' && /^(ndrc|mee-ets)-.+-ef$/.test(f.id));

  it.each(['ndrc', 'mee-ets'])('gives the derived emission factor of every fuel of %s', async (family) => {
    const own = published.filter((f) => f.id.startsWith(`${family}-`));
    const fuels = own.map((f) => ({ ...f, fuel: f.id.slice(family.length + 1, -3), gaseous: f.unit.endsWith('/万Nm³') }));
    expect(fuels.length).toBeGreaterThanOrEqual(20);
    const { tables } = await runSheet(sheet, {
      parameters: { family },
      tables: {
        facility: fuels.map(({ fuel }) => ({ facility_id: fuel })),
        fuel: fuels.filter((f) => !f.gaseous).map(({ fuel }) => ({ facility_id: fuel, item: '1', fuel, mass: '1' })),
        gas: fuels.filter((f) => f.gaseous).map(({ fuel }) => ({ facility_id: fuel, item: '1', fuel, volume: '1' })),
      },
    });
    const got = new Map(tables.facility!.map((row) => [row.facility_id, String(row.co2)]));
    for (const { fuel, value } of fuels) expect([fuel, Number(got.get(fuel)!).toFixed(4)]).toEqual([fuel, Number(value).toFixed(4)]);
  });
});
