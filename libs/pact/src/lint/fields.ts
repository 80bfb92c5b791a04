/** The data model as a table: what each field of a footprint has to be (PACT 3.0.3, openapi.yaml). */

/** `plus`: at or above 0; `minus`: at or below 0; `above`: above 0; `percent`: 0 to 100; `rating`: 1 to 5. */
type Range = 'any' | 'plus' | 'minus' | 'above' | 'percent' | 'rating';

export type Shape =
  | { is: 'decimal'; range: Range }
  | { is: 'text'; filled?: boolean; form?: RegExp; hint?: string }
  | { is: 'choice'; of: readonly string[] }
  | { is: 'moment' }
  | { is: 'boolean' }
  | { is: 'list'; of: Shape; unique?: boolean }
  | { is: 'object'; fields: Record<string, Field> }
  | { is: 'tree' };

export interface Field {
  shape: Shape;
  /** `must`: on the wire; `shall`, `should`: the methodology's reporting rule. */
  rule?: 'must' | 'shall' | 'should';
}

const must = (shape: Shape): Field => ({ shape, rule: 'must' });
const shall = (shape: Shape): Field => ({ shape, rule: 'shall' });
const should = (shape: Shape): Field => ({ shape, rule: 'should' });
const may = (shape: Shape): Field => ({ shape });

const decimal = (range: Range): Shape => ({ is: 'decimal', range });
const text: Shape = { is: 'text' };
const name: Shape = { is: 'text', filled: true };
const moment: Shape = { is: 'moment' };
const flag: Shape = { is: 'boolean' };
const form = (pattern: RegExp, hint: string): Shape => ({ is: 'text', form: pattern, hint });
const list = (of: Shape): Shape => ({ is: 'list', of, unique: true });
const UUID = form(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i, 'UUID');
const URN = form(/^[uU][rR][nN]:[^\s]+$/, 'urn:…');
const URI = form(/^[a-z][a-z0-9+.-]*:[^\s]+$/i, 'URI');
const VERSION = form(/^\d+\.\d+\.\d+(-\d{8})?$/, '3.0.3');

export const DECLARED_UNITS = [
  'liter',
  'kilogram',
  'cubic meter',
  'kilowatt hour',
  'megajoule',
  'ton kilometer',
  'square meter',
  'piece',
  'hour',
  'megabit second',
] as const;

const REGIONS = [
  'Africa',
  'Americas',
  'Asia',
  'Europe',
  'Oceania',
  'Australia and New Zealand',
  'Central Asia',
  'Eastern Asia',
  'Eastern Europe',
  'Latin America and the Caribbean',
  'Melanesia',
  'Micronesia',
  'Northern Africa',
  'Northern America',
  'Northern Europe',
  'Polynesia',
  'South-eastern Asia',
  'Southern Asia',
  'Southern Europe',
  'Sub-Saharan Africa',
  'Western Asia',
  'Western Europe',
];

const pcf: Record<string, Field> = {
  declaredUnitOfMeasurement: must({ is: 'choice', of: DECLARED_UNITS }),
  declaredUnitAmount: must(decimal('above')),
  productMassPerDeclaredUnit: must(decimal('plus')),
  referencePeriodStart: must(moment),
  referencePeriodEnd: must(moment),
  geographyRegionOrSubregion: may({ is: 'choice', of: REGIONS }),
  geographyCountry: may(form(/^[A-Z]{2}$/, 'CN')),
  geographyCountrySubdivision: may(form(/^[A-Z]{2}-[A-Z0-9]{1,3}$/, 'CN-NM')),
  boundaryProcessesDescription: should(text),
  pcfExcludingBiogenicUptake: must(decimal('any')),
  pcfIncludingBiogenicUptake: must(decimal('any')),
  fossilGhgEmissions: must(decimal('plus')),
  fossilCarbonContent: must(decimal('plus')),
  biogenicCarbonContent: may(decimal('plus')),
  recycledCarbonContent: may(decimal('plus')),
  landUseChangeGhgEmissions: may(decimal('plus')),
  landCarbonLeakage: may(decimal('plus')),
  landManagementFossilGhgEmissions: may(decimal('plus')),
  landManagementBiogenicCO2Emissions: may(decimal('plus')),
  landManagementBiogenicCO2Removals: may(decimal('minus')),
  biogenicCO2Uptake: may(decimal('minus')),
  biogenicNonCO2Emissions: may(decimal('plus')),
  landAreaOccupation: may(decimal('plus')),
  aircraftGhgEmissions: may(decimal('plus')),
  packagingEmissionsIncluded: shall(flag),
  packagingGhgEmissions: may(decimal('plus')),
  packagingBiogenicCarbonContent: may(decimal('plus')),
  outboundLogisticsGhgEmissions: may(decimal('plus')),
  ccsTechnologicalCO2CaptureIncluded: shall(flag),
  ccsTechnologicalCO2Capture: may(decimal('minus')),
  technologicalCO2Removals: may(decimal('minus')),
  technologicalCO2CaptureOrigin: may(text),
  ccuCarbonContent: may(decimal('plus')),
  ccuCalculationApproach: may({ is: 'choice', of: ['Cut-off', 'Credit'] }),
  ccuCreditCertification: may(URI),
  ipccCharacterizationFactors: must(list(form(/^AR\d+$/, 'AR6'))),
  crossSectoralStandards: must(list(name)),
  productOrSectorSpecificRules: may({
    is: 'list',
    of: {
      is: 'object',
      fields: {
        operator: must({ is: 'choice', of: ['PEF', 'EPD International', 'Other'] }),
        ruleNames: must(list(name)),
        otherOperatorName: may(name),
      },
    },
  }),
  exemptedEmissionsPercent: must(decimal('percent')),
  exemptedEmissionsDescription: may(text),
  allocationRulesDescription: should(text),
  secondaryEmissionFactorSources: may({
    is: 'list',
    of: { is: 'object', fields: { name: must(name), version: must(name) } },
  }),
  primaryDataShare: shall(decimal('percent')),
  dqi: may({
    is: 'object',
    fields: {
      technologicalDQR: must(decimal('rating')),
      geographicalDQR: must(decimal('rating')),
      temporalDQR: must(decimal('rating')),
    },
  }),
  verification: may({
    is: 'object',
    fields: {
      coverage: may({ is: 'choice', of: ['PCF calculation model', 'PCF program', 'product level'] }),
      providerName: may(name),
      completedAt: may(moment),
      standardName: may(name),
      comments: may(text),
    },
  }),
};

export const FOOTPRINT: Shape = {
  is: 'object',
  fields: {
    id: must(UUID),
    specVersion: must(VERSION),
    precedingPfIds: may(list(UUID)),
    created: must(moment),
    status: must({ is: 'choice', of: ['Active', 'Deprecated'] }),
    validityPeriodStart: may(moment),
    validityPeriodEnd: may(moment),
    companyName: must(name),
    companyIds: must(list(URN)),
    productDescription: must(text),
    productIds: must(list(URN)),
    productNameCompany: must(name),
    productClassifications: should(list(URN)),
    comment: should(text),
    pcf: must({ is: 'object', fields: pcf }),
    extensions: may({
      is: 'list',
      of: {
        is: 'object',
        fields: {
          specVersion: must(VERSION),
          dataSchema: must(URI),
          documentation: may(URI),
          data: must({ is: 'tree' }),
        },
      },
    }),
  },
};
