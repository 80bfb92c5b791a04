import { join } from 'node:path';
import { runSheet, SheetLibrary } from '@qingheng/sheet';
import * as fc from 'fast-check';
import { claimOf } from './claim';

const library = SheetLibrary.load(join(__dirname, '../../../../config/methods'));
const aluminium = library.get('footprint/primary-aluminium', { version: '1.0.0' });
const generic = library.get('footprint/product-generic', { version: '1.0.0' });

const plant = (id: string, output: string) => ({
  plant_id: id,
  aluminium_t: output,
  anode_net_t: '0.411',
  anode_sulphur: '0.02',
  anode_ash: '0.004',
  cf4_kg: '0.034',
  c2f6_kg: '0.0034',
});
const minor = (text: string): bigint => BigInt(text.replace('.', ''));

it('gives the figure per declared unit with the stages it is made of', async () => {
  const input = [
    { plant_id: 'a', item: 'electricity', amount: '13492', unit: 'kWh', factor_kgco2e: '0.6205' },
    { plant_id: 'a', item: 'anode', life_stage: 'anode', amount: '0.5', unit: 't', factor_kgco2e: '376' },
  ];
  const result = await runSheet(aluminium, { parameters: { gwp: 'AR5' }, tables: { plant: [plant('a', '1')], input } });
  const claim = claimOf(result);
  expect(claim).toMatchObject({ unit: 'kg CO2e/t', declaredUnit: '1 t', boundary: { en: 'Cradle to gate' } });
  expect(claim.value).toBe('10293.7780');
  expect(Object.fromEntries(claim.stages.map(({ stage, value }) => [stage, value]))).toEqual({
    anode: '188.0000',
    electrolysis: '8371.7860',
    anode_consumption: '1470.8320',
    anode_effects: '263.1600',
  });
});

it('has stages that add up to the figure, whatever the numbers', async () => {
  const amount = fc.integer({ min: 1, max: 1_000_000 }).map((n) => String(n / 997));
  await fc.assert(
    fc.asyncProperty(
      fc.array(amount, { minLength: 1, maxLength: 6 }),
      fc.integer({ min: 1, max: 9999 }),
      async (amounts, t) => {
        const stages = ['raw_material', 'anode', 'electrolysis', 'casting', 'auxiliary', 'transport'];
        const input = amounts.map((value, i) => ({
          plant_id: 'a',
          item: `i${i}`,
          life_stage: stages[i],
          amount: value.slice(0, 10),
          unit: 't',
          factor_kgco2e: '3.7',
        }));
        const result = await runSheet(aluminium, { tables: { plant: [plant('a', String(t))], input } });
        const { value, stages: parts } = claimOf(result);
        expect(parts.reduce((sum, part) => sum + minor(part.value), 0n)).toBe(minor(value));
      },
    ),
    { numRuns: 40 },
  );
});

describe('of several products', () => {
  const tables = (boundary?: string) => ({
    process: [{ process_id: 'p' }],
    product: ['main', 'by'].map((product_id, i) => ({
      process_id: 'p',
      product_id,
      declared_unit: 't',
      output: '100',
      allocation_share: ['0.8', '0.2'][i],
      ...(boundary && { boundary }),
    })),
    line: [{ process_id: 'p', item: 'x', stage: 'energy', amount: '1000', unit: 'kWh', factor_kgco2e: '0.5' }],
  });

  it('asks which one', async () => {
    const result = await runSheet(generic, { tables: tables() });
    expect(() => claimOf(result)).toThrow(
      expect.objectContaining({ code: 'PRODUCT_NOT_CHOSEN', params: { products: 'main、by' } }),
    );
  });

  it('does not guess the boundary', async () => {
    const result = await runSheet(generic, { tables: tables() });
    expect(() => claimOf(result, 'main')).toThrow(expect.objectContaining({ code: 'BOUNDARY_MISSING' }));
  });
});

it('makes no label of other results', async () => {
  const result = await runSheet(generic, {
    tables: {
      process: [{ process_id: 'p' }],
      product: [{ process_id: 'p', product_id: 'x', declared_unit: 't', output: '1', allocation_share: '1' }],
      line: [{ process_id: 'p', item: 'x', stage: 'energy', amount: '1', unit: 'kWh', factor_kgco2e: '1' }],
    },
  });
  expect(() => claimOf({ ...result, method: 'gep/account' })).toThrow(expect.objectContaining({ code: 'NO_CLAIM' }));
});

it('reads a cashmere product: pasture, bought material and steps add up to the figure', async () => {
  const sheet = library.get('footprint/cashmere', { version: '1.0.0' });
  const product = { product_id: '衫', declared_unit: '件', mass_per_unit: '0.3', boundary: 'cradle_to_gate' };
  const herd = {
    ...{ product_id: '衫', herd_id: 'a', goats: '100', body_mass: '30', enteric_source: 'ipcc-2006', climate: 'cool' },
    ...{ excreta_edition: '2019', cashmere_kg: '50', cashmere_price: '300', cashmere_protein: '0.8' },
    ...{ meat_kg: '950', meat_price: '20', meat_protein: '0.16' },
  };
  const bought = { product_id: '衫', supplier: '甲', mass: '50', factor_kgco2e: '360', factor_source: '供应商足迹' };
  const step = (name: string, loss: string) => ({ product_id: '衫', step: name, output_kg: '40', yield: loss });
  const power = (name: string) => ({
    product_id: '衫',
    step: name,
    item: '电',
    amount: '80',
    unit: 'kWh',
    factor_kgco2e: '0.5',
    factor_source: '构造',
  });
  const tables = {
    ...{ product: [product], herd: [herd], purchase: [bought] },
    step: [step('spinning', '0.9'), step('knitting', '0.95')],
    line: [power('spinning'), power('knitting')],
  };
  const result = await runSheet(sheet, { parameters: { allocation: 'mass' }, tables }, { asOf: '2025-12-31' });
  const claim = claimOf(result);
  expect(claim).toMatchObject({ unit: 'kg CO2e/件', declaredUnit: '1 件', cell: 'product/衫/footprint_per_unit' });
  expect(claim.stages.map(({ stage }) => stage)).toEqual(['pasture', 'bought_material', 'spinning', 'knitting']);
  // Bought: half of the material, 360 / (0.9 × 0.95) × 0.3 / 2.
  expect(claim.stages[1]!.value).toBe('63.157895');
  expect(claim.stages.reduce((sum, { value }) => sum + minor(value), 0n)).toBe(minor(claim.value));
});
