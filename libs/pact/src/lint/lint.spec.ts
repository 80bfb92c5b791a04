import fc from 'fast-check';
import { Rational } from '@qingheng/sheet';
import { sampleFootprint } from '../../../../tests/support/pact';
import { errorsOf, lintFootprint } from './lint';

type Tree = Record<string, unknown>;

/** `rule pointer` of every error after a change. */
function found(change: (footprint: Tree, pcf: Tree) => void): string[] {
  const footprint = structuredClone(sampleFootprint()) as unknown as Tree;
  change(footprint, footprint.pcf as Tree);
  return errorsOf(lintFootprint(footprint)).map(({ rule, pointer }) => `${rule} ${pointer}`);
}

it('finds nothing in a clean footprint', () => {
  expect(lintFootprint(sampleFootprint())).toEqual([]);
});

it.each<[string, (footprint: Tree, pcf: Tree) => void, string[]]>([
  ['null for an optional field', (f) => (f.comment = null), ['PF-NULL /comment']],
  ['a number for a decimal', (_, p) => (p.fossilCarbonContent = 0), ['PF-DECIMAL /pcf/fossilCarbonContent']],
  ['text for a decimal', (_, p) => (p.fossilCarbonContent = 'abc'), ['PF-DECIMAL /pcf/fossilCarbonContent']],
  ['a missing field', (f) => delete f.companyName, ['PF-REQUIRED /companyName']],
  ['no pcf at all', (f) => delete f.pcf, ['PF-REQUIRED /pcf']],
  [
    'an empty list of rules',
    (_, p) => (p.productOrSectorSpecificRules = []),
    ['PF-EMPTY /pcf/productOrSectorSpecificRules'],
  ],
  ['a date without zone', (f) => (f.created = '2026-02-01T08:00:00'), ['PF-TYPE /created']],
  ['31 February', (f) => (f.created = '2026-02-31T08:00:00Z'), ['PF-TYPE /created']],
  ['a version of two parts', (f) => (f.specVersion = '3.0'), ['PF-FORMAT /specVersion']],
  ['no URN', (f) => (f.productIds = ['gtin:1']), ['PF-FORMAT /productIds/0']],
  ['an id twice', (f) => (f.productIds = ['urn:gtin:1', 'urn:gtin:1']), ['PF-UNIQUE /productIds']],
  [
    'two levels of geography',
    (_, p) => (p.geographyCountry = 'CN'),
    ['PF-ONE-GEOGRAPHY /pcf/geographyCountrySubdivision'],
  ],
  [
    'a positive uptake',
    (_, p) => (p.biogenicCO2Uptake = '1.8'),
    ['PF-SIGN /pcf/biogenicCO2Uptake', 'PF-SUM-INCLUDING /pcf/pcfIncludingBiogenicUptake'],
  ],
  [
    'a sum that does not add up',
    (_, p) => (p.pcfExcludingBiogenicUptake = '65.40000000000000000001'),
    ['PF-SUM-EXCLUDING /pcf/pcfExcludingBiogenicUptake', 'PF-SUM-INCLUDING /pcf/pcfIncludingBiogenicUptake'],
  ],
  [
    'a part above its whole',
    (_, p) => (p.landManagementFossilGhgEmissions = '21'),
    ['PF-OF-WHICH /pcf/landManagementFossilGhgEmissions'],
  ],
  ['no amount', (_, p) => (p.declaredUnitAmount = '0'), ['PF-SIGN /pcf/declaredUnitAmount']],
  ['an unknown unit', (_, p) => (p.declaredUnitOfMeasurement = 'kg'), ['PF-CHOICE /pcf/declaredUnitOfMeasurement']],
  [
    'packaging that is not included',
    (_, p) => (p.packagingGhgEmissions = '0.1'),
    ['PF-PACKAGING /pcf/packagingGhgEmissions'],
  ],
  [
    'capture that is not included',
    (_, p) => (p.technologicalCO2CaptureOrigin = 'DAC'),
    ['PF-CCS /pcf/technologicalCO2CaptureOrigin'],
  ],
  ['CCU without approach', (_, p) => (p.ccuCarbonContent = '1'), ['PF-CCU /pcf/ccuCalculationApproach']],
  [
    'Other without its name',
    (_, p) => (p.productOrSectorSpecificRules = [{ operator: 'Other', ruleNames: ['GB/T 44903'] }]),
    ['PF-OTHER-OPERATOR /pcf/productOrSectorSpecificRules/0/otherOperatorName'],
  ],
  [
    'validity before the period ends',
    (f) => (f.validityPeriodStart = '2025-12-31T00:00:00Z'),
    ['PF-VALIDITY-START /validityPeriodStart'],
  ],
  [
    'validity beyond three years',
    (f) => (f.validityPeriodEnd = '2029-01-01T00:00:01Z'),
    ['PF-VALIDITY-END /validityPeriodEnd'],
  ],
  [
    'a period that ends first',
    (_, p) => (p.referencePeriodStart = '2026-01-01T00:00:00Z'),
    ['PF-REFERENCE-PERIOD /pcf/referencePeriodEnd'],
  ],
  [
    'a rating of 6',
    (_, p) => (p.dqi = { technologicalDQR: '6', geographicalDQR: '1', temporalDQR: '1' }),
    ['PF-DQR /pcf/dqi/technologicalDQR'],
  ],
  ['a share of 101', (_, p) => (p.primaryDataShare = '101'), ['PF-PERCENT /pcf/primaryDataShare']],
  ['itself before itself', (f) => (f.precedingPfIds = [f.id]), ['PF-PRECEDES-ITSELF /precedingPfIds']],
])('finds %s', (_, change, expected) => {
  expect(found(change)).toEqual(expected);
});

it('says what the methodology asks for without refusing it', () => {
  const { comment: _, ...footprint } = sampleFootprint({}, { primaryDataShare: undefined });
  expect(lintFootprint(footprint).map(({ rule, severity }) => [rule, severity])).toEqual([
    ['PF-SHOULD', 'warning'],
    ['PF-SHALL', 'warning'],
  ]);
});

it('takes what is lawful: other properties, exponents, other standards', () => {
  expect(found((f, p) => ((f.more = 1), (p.fossilCarbonContent = '1.2e+6')))).toEqual([]);
});

it.each([undefined, null, 1, 'x', [], {}, { pcf: [] }, { pcf: { productOrSectorSpecificRules: [null] } }])(
  'never fails on %p',
  (value) => {
    expect(errorsOf(lintFootprint(value)).length).toBeGreaterThan(0);
  },
);

it('accepts every sum of parts, to the last digit, and refuses every other', () => {
  const part = fc.tuple(fc.bigInt({ min: 0n, max: 10n ** 15n }), fc.integer({ min: 0, max: 12 }));
  fc.assert(
    fc.property(part, part, part, fc.integer({ min: 1, max: 9 }), (fossil, luc, removal, off) => {
      const decimal = ([digits, places]: [bigint, number]): Rational => Rational.ratio(digits, 10n ** BigInt(places));
      const removed = decimal(removal).neg();
      const parts = {
        fossilGhgEmissions: decimal(fossil).toDecimalString(),
        landUseChangeGhgEmissions: decimal(luc).toDecimalString(),
        landManagementBiogenicCO2Removals: removed.toDecimalString(),
        biogenicNonCO2Emissions: '0',
        biogenicCO2Uptake: '0',
      };
      const sum = decimal(fossil).add(decimal(luc)).add(removed);
      const total = (value: Rational) => ({
        pcfExcludingBiogenicUptake: value.toDecimalString(),
        pcfIncludingBiogenicUptake: value.toDecimalString(),
      });
      const rules = (value: Rational): string[] =>
        errorsOf(lintFootprint(sampleFootprint({}, { ...parts, ...total(value) }))).map(({ rule }) => rule);
      expect(rules(sum)).toEqual([]);
      expect(rules(sum.add(Rational.ratio(BigInt(off), 10n ** 13n)))).toEqual(['PF-SUM-EXCLUDING']);
    }),
  );
});
