/** A footprint without a finding, to be changed by whoever tests what is found. */
import { randomUUID } from 'node:crypto';
import type { CarbonFootprint, ProductFootprint } from '@qingheng/pact';

const pcf: CarbonFootprint = {
  declaredUnitOfMeasurement: 'kilogram',
  declaredUnitAmount: '1',
  productMassPerDeclaredUnit: '1',
  referencePeriodStart: '2025-01-01T00:00:00Z',
  referencePeriodEnd: '2026-01-01T00:00:00Z',
  geographyCountrySubdivision: 'CN-NM',
  boundaryProcessesDescription: 'Pasture, combing, scouring, dehairing, spinning',
  pcfExcludingBiogenicUptake: '65.4',
  pcfIncludingBiogenicUptake: '63.6',
  fossilGhgEmissions: '20.1',
  fossilCarbonContent: '0',
  biogenicCarbonContent: '0.49',
  landUseChangeGhgEmissions: '0',
  biogenicNonCO2Emissions: '45.5',
  landManagementBiogenicCO2Removals: '-0.2',
  biogenicCO2Uptake: '-1.8',
  packagingEmissionsIncluded: false,
  ccsTechnologicalCO2CaptureIncluded: false,
  ipccCharacterizationFactors: ['AR6'],
  crossSectoralStandards: ['ISO14067', 'GB/T 24067-2024'],
  exemptedEmissionsPercent: '0',
  allocationRulesDescription: 'Economic',
  secondaryEmissionFactorSources: [{ name: 'CPCD', version: '2025' }],
  primaryDataShare: '82.5',
};

export function sampleFootprint(
  over: Partial<ProductFootprint> = {},
  pcfOver: Partial<CarbonFootprint> = {},
): ProductFootprint {
  return {
    id: randomUUID(),
    specVersion: '3.0.3',
    created: '2026-02-01T08:00:00Z',
    status: 'Active',
    validityPeriodStart: '2026-02-01T00:00:00Z',
    validityPeriodEnd: '2028-02-01T00:00:00Z',
    companyName: '示范羊绒',
    companyIds: ['urn:pact:mill.example:company-id:91150600'],
    productDescription: '无毛绒纱 Nm 2/26',
    productIds: ['urn:pact:mill.example:product-id:yarn-2-26'],
    productNameCompany: '羊绒纱',
    productClassifications: ['urn:cpc:26310'],
    comment: '2025',
    pcf: { ...pcf, ...pcfOver },
    ...over,
  };
}
