/** The rule sets of the release on the published quantities of Garzé 2010. */
import { join } from 'node:path';
import { MethodsService } from '@qingheng/pipeline';
import type { PlatformConfig } from '@qingheng/platform';
import { readRuleBook } from './rule-set';
import { RuleSetService } from './rule-set.service';

const configDir = join(__dirname, '../../../../config');
const config = { configDir } as PlatformConfig;
const service = new RuleSetService(config, new MethodsService(config));
const { data } = readRuleBook(configDir).samples[0]!;
const fen = (yuan: string): bigint => BigInt(yuan.replace('.', ''));
const sum = (parts: object): bigint => Object.values(parts as Record<string, string>).reduce((s, p) => s + fen(p), 0n);

it('has the tree of Inner Mongolia: 3 classes and 16 indicators; GB/T 46869 is the default and provisional', () => {
  const { sets } = service.rules();
  const tree = sets.find(({ id }) => id === 'inner-mongolia-2020')!.indicators;
  const count = (type: string): number => tree.filter((i) => i.class === type).length;
  expect([count('material'), count('regulating'), count('cultural')]).toEqual([6, 9, 1]);
  const standard = sets.filter((set) => set.default);
  expect(standard.map(({ id, source }) => [id, source.confidence])).toEqual([['gbt-46869-2025', 'provisional']]);
});

it('rebuilds the published services from their quantities', async () => {
  const { indicators } = await service.compare({
    region: '150000',
    a: { ruleSet: 'inner-mongolia-2020', data },
    b: { ruleSet: 'mee-2020' },
  });
  const published: Record<string, [yi: number, rtol: number]> = {
    'water-retention': [2269.7074, 0.0001],
    'soil-retention': [156.2555 + 125.8199 + 117.5226, 0.0002],
    'sand-fixation': [2.2835, 0.0001],
    'flood-storage': [42.3436, 0.004],
    carbon: [117.3548, 0.0001],
  };
  for (const [code, [yi, rtol]] of Object.entries(published))
    expect(Math.abs(Number(indicators.find((i) => i.code === code)!.a) / (yi * 1e8) - 1)).toBeLessThan(rtol);
});

it('splits the difference of two rule sets without a rest: oxygen and pests are indicators, the density of sand a parameter', async () => {
  const { difference, parts, indicators, provisional } = await service.compare({
    region: '150000',
    a: { ruleSet: 'ndrc-2022-481', data },
    b: { ruleSet: 'mee-2020' },
  });
  expect(provisional).toBe(true);
  expect(sum(parts)).toBe(fen(difference));
  for (const row of indicators) expect(sum(row.parts)).toBe(fen(row.b) - fen(row.a));
  const part = (code: string) => indicators.find((i) => i.code === code)!.parts;
  expect(part('pests').indicator).toBe('1392521250.00');
  expect(fen(part('oxygen').indicator)).toBeGreaterThan(0n);
  expect(fen(part('sand-fixation').parameter)).toBeLessThan(0n);
  expect(part('sand-fixation').price).toBe('0.00');
});

it('tells price from volume: the same quantities at 0.92 instead of 7.06 a cubic metre', async () => {
  const more = { ...data, 'water-retention': [{ ...data['water-retention']![0]!, area_km2: '110000' }] };
  const years = [
    { ruleSet: 'inner-mongolia-2020', data },
    { ruleSet: 'inner-mongolia-2020', data: more, prices: { reservoir: '0.92' } },
  ];
  const [first, second] = await service.series('150000', years);
  expect(first!.current).toBe(first!.constant);
  expect(fen(second!.volume) + fen(second!.price) + fen(second!.other)).toBe(
    fen(second!.current) - fen(first!.current),
  );
  expect(second!.other).toBe('0.00');
  expect(fen(second!.price)).toBeLessThan(0n);
  // At constant prices the account grows by a tenth of the water.
  expect(fen(second!.constant) - fen(first!.constant)).toBe(2269719400000n);
});

it('refuses a negative price and an indicator that none has', async () => {
  const compare = (more: object) =>
    service.compare({ region: '150000', a: { ruleSet: 'mee-2020', data, ...more }, b: { ruleSet: 'mee-2020' } });
  await expect(compare({ prices: { reservoir: '-1' } })).rejects.toThrow('NEGATIVE_PRICE');
  await expect(compare({ data: { silence: [] } })).rejects.toThrow('UNKNOWN_INDICATOR');
});
