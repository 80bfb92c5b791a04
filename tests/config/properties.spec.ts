/** What must hold for any filing, not only for the worked examples. */
import { join } from 'node:path';
import fc from 'fast-check';
import { Rational, runSheet, SheetLibrary, type Cell, type Row } from '@qingheng/sheet';

const library = SheetLibrary.load(join(__dirname, '../../config/methods'));
const RUNS = { numRuns: 100 };

const number = (cell: Cell): Rational => Rational.parse(String(cell));
const zero = Rational.parse('0');
const sum = (rows: Row[], column: string): Rational => rows.reduce((total, row) => total.add(number(row[column])), zero);
const equal = (a: Rational, b: Rational): void => expect(a.toFixed(12)).toBe(b.toFixed(12));

/** Cents, tonnes and the like as decimal strings. */
const decimal = (max: number, digits: number, min = 0): fc.Arbitrary<string> =>
  fc.integer({ min: min * 10 ** digits, max: max * 10 ** digits }).map((n) => Rational.ratio(BigInt(n), 10n ** BigInt(digits)).toFixed(digits));

describe('compensation/key-ecological-zone', () => {
  const sheet = library.get('compensation/key-ecological-zone', { region: '15' });
  const banner = fc.record({
    last_year: decimal(1000, 2),
    gap: decimal(900, 1),
    coefficient: decimal(2, 2),
    red_line: decimal(5000, 1),
    gep: decimal(300, 2),
    protected_weight: decimal(9, 1),
    floor: fc.option(decimal(30, 2), { nil: undefined }),
    room: fc.option(decimal(900, 2), { nil: undefined }),
    award: fc.option(decimal(50, 2), { nil: undefined }),
  });
  const scheme = fc.record({
    banners: fc.array(banner, { minLength: 1, maxLength: 9 }),
    keep: fc.constantFrom('0', '0.333', '1'),
    spare: decimal(100000, 2),
    protectedPool: decimal(1000, 2),
    cut: fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 0, max: 10 })),
  });

  it('allots the whole pool but for what the caps leave over, within floors and caps', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(scheme, { minLength: 1, maxLength: 3 }), async (schemes) => {
        const input = { parameters: { year: 2026 }, tables: { scheme: [] as Row[], banner: [] as Row[] } };
        schemes.forEach(({ banners, keep, spare, protectedPool, cut: [a, b] }, s) => {
          const gap = Math.min(a, 10);
          const redLine = Math.min(b, 10 - gap);
          // Enough for every base and floor; a factor that nobody has cannot carry a weight, so each has one unit more.
          const bases = banners.reduce((total, one) => total.add(number(one.last_year)).add(number(one.floor ?? '0')).add(number('1')), zero);
          input.tables.scheme.push({
            scheme_id: `s${s}`,
            key_pool: bases.add(number(spare)).toFixed(2),
            protected_pool: protectedPool,
            keep_share: keep,
            w_gap: `${gap / 10}`,
            w_red_line: `${redLine / 10}`,
            w_gep: `${(10 - gap - redLine) / 10}`,
          });
          banners.forEach(({ room, floor, ...one }, i) =>
            input.tables.banner.push({
              ...one,
              gap: number(one.gap).add(number('1')).toFixed(1),
              coefficient: number(one.coefficient).add(number('1')).toFixed(2),
              red_line: number(one.red_line).add(number('1')).toFixed(1),
              gep: number(one.gep).add(number('1')).toFixed(2),
              protected_weight: number(one.protected_weight).add(number('1')).toFixed(1),
              scheme_id: `s${s}`,
              banner: `1501${10 + i}`,
              league: `150${1 + (i % 2)}00`,
              factor_year: 2025,
              floor,
              cap: room && number(one.last_year).add(number(floor ?? '0')).add(number(room)).toFixed(2),
              award_document: '示例文号',
            }),
          );
        });
        const { tables } = await runSheet(sheet, input, { asOf: '2026-06-30', region: '150000' });
        for (const row of tables.scheme!) {
          const own = tables.banner!.filter((b) => b.scheme_id === row.scheme_id);
          equal(sum(own, 'key_amount').add(number(row.key_unallotted)), number(row.key_pool));
          equal(sum(own, 'protected_amount'), number(row.protected_pool));
          equal(sum(tables.league!.filter((l) => l.scheme_id === row.scheme_id), 'amount'), number(row.amount));
          if (own.some((b) => !b.cap)) equal(number(row.key_unallotted), zero);
          for (const one of own) {
            expect(number(one.key_amount).cmp(number(one.floor ?? '0'))).toBeGreaterThanOrEqual(0);
            expect(number(one.key_amount).cmp(number(one.base))).toBeGreaterThanOrEqual(0);
            if (one.cap) expect(number(one.key_amount).cmp(number(one.cap))).toBeLessThanOrEqual(0);
          }
        }
      }),
      RUNS,
    );
  });
});

describe('compensation/forest-conversion', () => {
  const sheet = library.get('compensation/forest-conversion');
  const years: Record<string, string[]> = { forest: ['1', '3', '5'], grass: ['1', '3'], forest_extension: ['1', '2', '3', '4', '5'], grass_extension: ['1', '2', '3'] };

  it('has instalments that add up to the total, whatever was paid, passed or failed', async () => {
    const parcel = fc.record({
      programme: fc.constantFrom(...Object.keys(years)),
      mu: decimal(500, 2, 1),
      start_year: fc.integer({ min: 2019, max: 2024 }),
      states: fc.array(fc.constantFrom('paid', 'passed', 'failed', 'none'), { minLength: 5, maxLength: 5 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(parcel, { minLength: 1, maxLength: 6 }), async (parcels) => {
        const { tables } = await runSheet(
          sheet,
          {
            parameters: { pay_year: 2024 },
            tables: {
              parcel: parcels.map(({ programme, mu, start_year }, i) => ({ parcel_id: `p${i}`, household: 'h', banner: '150424', programme, start_year, contract_mu: mu, mu, other_subsidy: 'none' })),
              instalment: parcels.flatMap(({ programme, start_year, states }, i) =>
                years[programme]!.map((year, k) => {
                  const due = start_year + Number(year) - 1 <= 2024;
                  const passed = due && (states[k] === 'paid' || states[k] === 'passed');
                  return {
                    parcel_id: `p${i}`,
                    year,
                    inspection: passed ? 'passed' : states[k] === 'failed' ? 'failed' : null,
                    inspection_document: passed ? '验' : null,
                    paid_before: passed && states[k] === 'paid',
                  };
                }),
              ),
            },
          },
          { asOf: '2024-12-31' },
        );
        for (const row of tables.parcel!) {
          const own = tables.instalment!.filter((i) => i.parcel_id === row.parcel_id);
          equal(sum(own, 'scheduled'), number(row.total));
          equal(number(row.paid).add(number(row.payable)).add(number(row.remaining)), number(row.total));
        }
      }),
      RUNS,
    );
  });
});

describe('inventory/combustion', () => {
  const sheet = library.get('inventory/combustion');

  it('does not depend on how a fuel is split into lines', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(decimal(5000, 4), { minLength: 2, maxLength: 6 }), fc.constantFrom('lignite', 'diesel', 'coke'), async (masses, fuel) => {
        const run = async (amounts: string[]): Promise<Cell> => {
          const rows = amounts.map((mass, i) => ({ facility_id: 'f', item: `${i}`, fuel, mass }));
          const result = await runSheet(sheet, { parameters: { family: 'ndrc' }, tables: { facility: [{ facility_id: 'f' }], fuel: rows } });
          return result.outputs.direct;
        };
        const whole = masses.reduce((total, mass) => total.add(number(mass)), zero).toFixed(4);
        expect(await run(masses)).toBe(await run([whole]));
      }),
      RUNS,
    );
  });
});

describe('inventory/coal-chemical', () => {
  const sheet = library.get('inventory/coal-chemical');

  it('keeps its carbon: emissions, products and waste hold what came in', async () => {
    await fc.assert(
      fc.asyncProperty(decimal(9000, 2, 1000), decimal(300, 2), decimal(200, 2), async (coal, methanol, slag) => {
        const { tables } = await runSheet(sheet, {
          parameters: { family: 'ndrc' },
          tables: {
            plant: [{ plant_id: 'm' }],
            feedstock: [{ plant_id: 'm', item: '煤', amount: coal, unit: 't', carbon_content: '0.6', test_report: '检' }],
            product: [{ plant_id: 'm', item: '甲醇', product: 'methanol', mass: methanol }],
            waste: [{ plant_id: 'm', item: '渣', mass: slag, carbon_content: '0.1' }],
          },
        });
        const [plant] = tables.plant!;
        const emitted = number(plant!.process).mul(number('12')).div(number('44'));
        const out = emitted.add(number(plant!.carbon_products)).add(number(plant!.carbon_waste));
        expect(out.sub(number(plant!.carbon_in)).abs().cmp(number('0.0001'))).toBeLessThanOrEqual(0);
      }),
      RUNS,
    );
  });
});

describe('footprint/cashmere', () => {
  const sheet = library.get('footprint/cashmere');
  const order = ['scouring', 'dehairing', 'dyeing', 'spinning', 'knitting', 'finishing'];

  it('gives what working through the chain step by step gives', async () => {
    const step = fc.record({ used: fc.boolean(), output: decimal(500, 1, 1), rate: decimal(1, 3), share: decimal(1, 2), power: decimal(9000, 1) });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 6 }), decimal(500, 3), async (drawn, factor) => {
        const steps = drawn.map((one, i) => ({
          ...one,
          name: order[i]!,
          // Never 0: a step that yields nothing is refused.
          rate: one.rate === '0.000' ? '1' : one.rate,
          share: one.share === '0.00' ? '1' : one.share,
        })).filter((one) => one.used);
        const { tables } = await runSheet(
          sheet,
          {
            parameters: { allocation: 'economic' },
            tables: {
              product: [{ product_id: 'p', declared_unit: 'kg', mass_per_unit: '1' }],
              purchase: [{ product_id: 'p', supplier: '甲', mass: '1', factor_kgco2e: factor, factor_source: '构造' }],
              step: steps.map(({ name, output, rate, share }) => ({ product_id: 'p', step: name, output_kg: output, yield: rate, main_share: share, share_basis: '构造' })),
              line: steps.map(({ name, power }) => ({ product_id: 'p', step: name, item: '电', amount: power, unit: 'kWh', factor_kgco2e: '0.5', factor_source: '构造' })),
            },
          },
          { asOf: '2025-06-30' },
        );
        let footprint = number(factor);
        for (const { output, rate, share, power } of steps) {
          const own = number(power).div(number('2')).div(number(output));
          footprint = own.add(footprint.div(number(rate))).mul(number(share));
        }
        expect(tables.product![0]!.per_kg).toBe(footprint.toFixed(6));
      }),
      RUNS,
    );
  });
});
