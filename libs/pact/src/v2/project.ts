/**
 * A footprint as PACT 2.3 says it, for hosts that have not moved yet. Values of version 2 are for one declared unit, those
 * of version 3 for the declared amount. Rating 1 to 5 has no official translation into 1 to 3, so it is left out; so are
 * standards that version 2 cannot name.
 */
import { Rational } from '@qingheng/sheet';
import type { ProductFootprint } from '../model';

const UNITS = new Set([
  'liter',
  'kilogram',
  'cubic meter',
  'kilowatt hour',
  'megajoule',
  'ton kilometer',
  'square meter',
]);
const STANDARDS: Record<string, string> = {
  ISO14067: 'ISO Standard 14067',
  'ISO14040-44': 'ISO Standard 14044',
  'GHGP-Product': 'GHG Protocol Product standard',
};

/** Undefined for what version 2 cannot say: hours, megabits, pieces. Never rounded: a quotient without end keeps 12 decimals. */
export function toVersion2(footprint: ProductFootprint): Record<string, unknown> | undefined {
  const { pcf, extensions: _, specVersion: __, validityPeriodStart, validityPeriodEnd, ...rest } = footprint;
  if (!UNITS.has(pcf.declaredUnitOfMeasurement)) return undefined;
  const amount = Rational.parse(pcf.declaredUnitAmount);
  const perUnit = (text: string | undefined): string | undefined => {
    if (text === undefined) return undefined;
    const quotient = Rational.parse(text).div(amount);
    return quotient.decimals() === undefined ? quotient.toFixed(12) : quotient.toDecimalString();
  };
  const zero = (text: string | undefined): string => perUnit(text) ?? '0';
  const landManagement = sum(pcf.landManagementBiogenicCO2Emissions, pcf.landManagementBiogenicCO2Removals);
  const standards = pcf.crossSectoralStandards.flatMap((name) => STANDARDS[name] ?? []);
  return clean({
    ...rest,
    specVersion: '2.3.0',
    version: 0,
    validityPeriodStart,
    validityPeriodEnd,
    productCategoryCpc: cpcOf(footprint.productClassifications),
    comment: footprint.comment ?? '',
    pcf: clean({
      declaredUnit: pcf.declaredUnitOfMeasurement,
      unitaryProductAmount: '1',
      productMassPerDeclaredUnit: perUnit(pcf.productMassPerDeclaredUnit),
      pCfExcludingBiogenic: zero(pcf.pcfExcludingBiogenicUptake),
      pCfIncludingBiogenic: zero(pcf.pcfIncludingBiogenicUptake),
      fossilGhgEmissions: zero(pcf.fossilGhgEmissions),
      fossilCarbonContent: zero(pcf.fossilCarbonContent),
      biogenicCarbonContent: zero(pcf.biogenicCarbonContent),
      dLucGhgEmissions: zero(pcf.landUseChangeGhgEmissions),
      landManagementGhgEmissions: zero(landManagement),
      otherBiogenicGhgEmissions: zero(pcf.biogenicNonCO2Emissions),
      biogenicCarbonWithdrawal: zero(pcf.biogenicCO2Uptake),
      aircraftGhgEmissions: perUnit(pcf.aircraftGhgEmissions),
      biogenicAccountingMethodology: 'ISO',
      characterizationFactors: [...pcf.ipccCharacterizationFactors].sort().at(-1),
      ipccCharacterizationFactorsSources: pcf.ipccCharacterizationFactors,
      crossSectoralStandardsUsed: standards.length ? standards : ['ISO Standard 14067'],
      crossSectoralStandards: pcf.crossSectoralStandards,
      productOrSectorSpecificRules: pcf.productOrSectorSpecificRules,
      boundaryProcessesDescription: pcf.boundaryProcessesDescription ?? '',
      referencePeriodStart: pcf.referencePeriodStart,
      referencePeriodEnd: pcf.referencePeriodEnd,
      geographyRegionOrSubregion: pcf.geographyRegionOrSubregion,
      geographyCountry: pcf.geographyCountry,
      geographyCountrySubdivision: pcf.geographyCountrySubdivision,
      secondaryEmissionFactorSources: pcf.secondaryEmissionFactorSources,
      exemptedEmissionsPercent: Number(pcf.exemptedEmissionsPercent),
      exemptedEmissionsDescription: pcf.exemptedEmissionsDescription ?? '',
      packagingEmissionsIncluded: pcf.packagingEmissionsIncluded ?? false,
      packagingGhgEmissions: perUnit(pcf.packagingGhgEmissions),
      allocationRulesDescription: pcf.allocationRulesDescription,
      primaryDataShare: pcf.primaryDataShare === undefined ? undefined : Number(pcf.primaryDataShare),
    }),
  });
}

function sum(...parts: (string | undefined)[]): string | undefined {
  const given = parts.filter((part) => part !== undefined);
  if (!given.length) return undefined;
  return given.reduce((total, part) => total.add(Rational.parse(part)), Rational.ZERO).toDecimalString();
}

const cpcOf = (classifications: string[] = []): string =>
  classifications.map((urn) => /^urn:cpc:(.+)$/i.exec(urn)?.[1]).find((code) => code !== undefined) ?? '';

/** Absent, never null. */
const clean = (tree: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(tree).filter(([, value]) => value !== undefined));
