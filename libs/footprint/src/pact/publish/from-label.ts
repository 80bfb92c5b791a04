/**
 * A label as a PACT footprint. The label says one figure; what it is made of beside fossil emissions is declared by the
 * enterprise, and fossil emissions are the rest: so the parts on the wire add up to the label's figure, to the last digit.
 */
import { randomUUID } from 'node:crypto';
import { type CarbonFootprint, PARTS, type ProductFootprint, yearsLater } from '@qingheng/pact';
import { faultOf, refuse as refuseAny } from '@qingheng/platform';
import { Rational, type RunResult } from '@qingheng/sheet';
import type { LabelContent } from '../../label/label.entity';
import { refuse } from '../pact.messages';
import { subdivisionOf } from './subdivision';

/** Decimals in kg CO2e per declared unit of the label, with the signs of the specification. */
export type DeclaredParts = Partial<
  Pick<
    CarbonFootprint,
    | 'landUseChangeGhgEmissions'
    | 'landManagementBiogenicCO2Emissions'
    | 'landManagementBiogenicCO2Removals'
    | 'biogenicNonCO2Emissions'
    | 'biogenicCO2Uptake'
  >
>;

/** What a label does not say and the exchange asks for. */
export interface Declared {
  productIds?: string[];
  productClassifications?: string[];
  /** kg; needed where the declared unit is no mass. */
  productMassPerDeclaredUnit?: string;
  fossilCarbonContent: string;
  biogenicCarbonContent?: string;
  parts?: DeclaredParts;
  packagingEmissionsIncluded: boolean;
  packagingGhgEmissions?: string;
  primaryDataShare?: string;
  dqi?: CarbonFootprint['dqi'];
  ipccCharacterizationFactors?: string[];
  allocationRulesDescription?: string;
  comment?: string;
}

export interface Labelled {
  label: LabelContent;
  jws: string;
  result: RunResult;
  /** GWP report that the run was told to use, if it was. */
  gwp?: string;
  factors: { source: string; version: string }[];
  organisation: { name: string; creditCode: string | null };
  methodTitle: string;
  /** GB/T 2260. */
  region: string;
}

/** GWP report, domain and moment come from outside, so that the same label gives the same footprint. */
export interface Publishing {
  domain: string;
  dataSchema: string;
  at: Date;
  precedes?: string;
}

/** PACT unit and how many of it are in one unit of ours; masses say the product's mass as well. */
const UNITS: Record<string, { unit: string; amount: string; mass?: string }> = {
  t: { unit: 'kilogram', amount: '1000', mass: '1000' },
  kg: { unit: 'kilogram', amount: '1', mass: '1' },
  g: { unit: 'kilogram', amount: '0.001', mass: '0.001' },
  L: { unit: 'liter', amount: '1' },
  m3: { unit: 'cubic meter', amount: '1' },
  'm³': { unit: 'cubic meter', amount: '1' },
  kWh: { unit: 'kilowatt hour', amount: '1', mass: '0' },
  MWh: { unit: 'kilowatt hour', amount: '1000', mass: '0' },
  MJ: { unit: 'megajoule', amount: '1', mass: '0' },
  GJ: { unit: 'megajoule', amount: '1000', mass: '0' },
  tkm: { unit: 'ton kilometer', amount: '1', mass: '0' },
  m2: { unit: 'square meter', amount: '1' },
  'm²': { unit: 'square meter', amount: '1' },
  件: { unit: 'piece', amount: '1' },
  piece: { unit: 'piece', amount: '1' },
  h: { unit: 'hour', amount: '1', mass: '0' },
};

const DAY = 86_400_000;
/** A day where the labels are valid begins at 16:00 UTC of the day before. */
const dayBegins = (day: string): number => Date.parse(`${day}T00:00:00+08:00`);
const moment = (at: number): string => new Date(at).toISOString().replace('.000Z', 'Z');

/** Throws PF_UNIT, PF_PARTS, PF_GWP_UNKNOWN. The result still has to be linted. */
export function footprintOf(labelled: Labelled, declared: Declared, publishing: Publishing): ProductFootprint {
  const { label, organisation } = labelled;
  const unit = label.declaredUnit.replace(/^1 /, '');
  const known = UNITS[unit];
  if (!known) throw refuse('PF_UNIT', { unit });
  const gwp = declared.ipccCharacterizationFactors ?? (labelled.gwp ? [labelled.gwp] : []);
  if (!gwp.length) throw refuse('PF_GWP_UNKNOWN');
  const referenceEnd = dayBegins(label.periodEnd) + DAY;
  const issued = dayBegins(label.issuedOn);
  const expires = dayBegins(label.expiresOn) + DAY;
  const own = (type: string, id: string): string => `urn:pact:${publishing.domain}:${type}:${encodeURIComponent(id)}`;
  return clean<ProductFootprint>({
    id: randomUUID(),
    specVersion: '3.0.3',
    precedingPfIds: publishing.precedes === undefined ? undefined : [publishing.precedes],
    created: publishing.at.toISOString(),
    status: 'Active',
    validityPeriodStart: moment(Math.max(referenceEnd, issued)),
    validityPeriodEnd: moment(Math.min(expires, yearsLater(referenceEnd, 3))),
    companyName: label.organisation,
    companyIds: [own('company-id', organisation.creditCode ?? label.organisation)],
    productDescription: label.productName,
    productIds: declared.productIds ?? [own('product-id', label.number)],
    productNameCompany: label.productName,
    productClassifications: declared.productClassifications,
    comment: declared.comment ?? `${label.method}@${label.methodVersion} · ${label.number}`,
    pcf: carbonOf(labelled, declared, { ...known, gwp, referenceEnd }),
    extensions: [
      {
        specVersion: '2.0.0',
        dataSchema: publishing.dataSchema,
        data: {
          labelNumber: label.number,
          sheetHash: label.sheetHash,
          resultHash: label.resultHash,
          signature: labelled.jws,
        },
      },
    ],
  });
}

function carbonOf(
  { label, result, factors, methodTitle, region }: Labelled,
  declared: Declared,
  known: { unit: string; amount: string; mass?: string; gwp: string[]; referenceEnd: number },
): CarbonFootprint {
  const { parts = {} } = declared;
  const mass = known.mass ?? declared.productMassPerDeclaredUnit;
  if (mass === undefined)
    throw refuseAny('INVALID_INPUT', { count: 1 }, [faultOf('REQUIRED', { column: 'productMassPerDeclaredUnit' })]);
  const value = Rational.parse(label.value);
  const others = PARTS.map((name) => (parts as Record<string, string | undefined>)[name]).filter(
    (part) => part !== undefined,
  );
  const fossil = others.reduce((rest, part) => rest.sub(Rational.parse(part)), value);
  if (fossil.sign() < 0) throw refuse('PF_PARTS', { value: label.value });
  const including = value.add(Rational.parse(parts.biogenicCO2Uptake ?? '0'));
  const sources = new Map(factors.map(({ source, version }) => [`${source} ${version}`, { name: source, version }]));
  return clean<CarbonFootprint>({
    declaredUnitOfMeasurement: known.unit,
    declaredUnitAmount: known.amount,
    productMassPerDeclaredUnit: mass,
    referencePeriodStart: moment(dayBegins(label.periodStart)),
    referencePeriodEnd: moment(known.referenceEnd),
    geographyCountrySubdivision: subdivisionOf(region),
    boundaryProcessesDescription: `${label.boundary.en}: ${label.stages.map(({ title }) => title.en).join(', ')}`,
    pcfExcludingBiogenicUptake: label.value,
    pcfIncludingBiogenicUptake: including.toDecimalString(),
    fossilGhgEmissions: fossil.toDecimalString(),
    fossilCarbonContent: declared.fossilCarbonContent,
    biogenicCarbonContent: declared.biogenicCarbonContent,
    ...parts,
    packagingEmissionsIncluded: declared.packagingEmissionsIncluded,
    packagingGhgEmissions: declared.packagingGhgEmissions,
    ccsTechnologicalCO2CaptureIncluded: false,
    ipccCharacterizationFactors: known.gwp,
    crossSectoralStandards: ['ISO14067', 'GB/T 24067-2024'],
    productOrSectorSpecificRules: [{ operator: 'Other', ruleNames: [methodTitle], otherOperatorName: 'SAC' }],
    exemptedEmissionsPercent: exempted(result),
    allocationRulesDescription: declared.allocationRulesDescription,
    secondaryEmissionFactorSources: sources.size ? [...sources.values()] : undefined,
    primaryDataShare: declared.primaryDataShare,
    dqi: declared.dqi,
  });
}

/** What the run itself cut off, in per cent of all it found. */
function exempted({ tables }: RunResult): string {
  const sum = (column: string): Rational =>
    (tables.process ?? []).reduce((total, row) => total.add(Rational.parse(String(row[column] ?? '0'))), Rational.ZERO);
  const [cut, kept] = [sum('excluded_kgco2e'), sum('kgco2e')];
  const whole = cut.add(kept);
  return cut.isZero() || whole.isZero() ? '0' : cut.mul(Rational.of(100)).div(whole).toFixed(2);
}

/** Absent, never null. */
const clean = <T extends object>(tree: { [K in keyof T]: T[K] | undefined }): T =>
  Object.fromEntries(Object.entries(tree).filter(([, value]) => value !== undefined)) as T;
