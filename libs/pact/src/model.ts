/**
 * A product carbon footprint as PACT exchanges it (PACT Technical Specifications 3.0.3). Decimals are strings; what is not
 * known is absent, never null.
 */
export interface ProductFootprint {
  id: string;
  specVersion: string;
  precedingPfIds?: string[];
  created: string;
  status: PactStatus;
  /** Inclusive. */
  validityPeriodStart?: string;
  /** Exclusive. */
  validityPeriodEnd?: string;
  companyName: string;
  companyIds: string[];
  productDescription: string;
  productIds: string[];
  productNameCompany: string;
  productClassifications?: string[];
  comment?: string;
  pcf: CarbonFootprint;
  extensions?: Extension[];
}

export const PACT_STATUSES = ['Active', 'Deprecated'] as const;
export type PactStatus = (typeof PACT_STATUSES)[number];

interface Extension {
  specVersion: string;
  dataSchema: string;
  documentation?: string;
  data: Record<string, unknown>;
}

/** Amounts are in kg CO2e per declared amount (number of units × unit), carbon contents in kg C, areas in m²·yr. */
export interface CarbonFootprint {
  declaredUnitOfMeasurement: string;
  declaredUnitAmount: string;
  /** kg, without packaging; "0" for energy, transport and services. */
  productMassPerDeclaredUnit: string;
  /** Inclusive. */
  referencePeriodStart: string;
  /** Exclusive. */
  referencePeriodEnd: string;
  geographyRegionOrSubregion?: string;
  geographyCountry?: string;
  geographyCountrySubdivision?: string;
  boundaryProcessesDescription?: string;
  pcfExcludingBiogenicUptake: string;
  pcfIncludingBiogenicUptake: string;
  fossilGhgEmissions: string;
  fossilCarbonContent: string;
  biogenicCarbonContent?: string;
  recycledCarbonContent?: string;
  landUseChangeGhgEmissions?: string;
  landCarbonLeakage?: string;
  landManagementFossilGhgEmissions?: string;
  landManagementBiogenicCO2Emissions?: string;
  landManagementBiogenicCO2Removals?: string;
  biogenicCO2Uptake?: string;
  biogenicNonCO2Emissions?: string;
  landAreaOccupation?: string;
  aircraftGhgEmissions?: string;
  packagingEmissionsIncluded?: boolean;
  packagingGhgEmissions?: string;
  packagingBiogenicCarbonContent?: string;
  outboundLogisticsGhgEmissions?: string;
  ccsTechnologicalCO2CaptureIncluded?: boolean;
  ccsTechnologicalCO2Capture?: string;
  technologicalCO2Removals?: string;
  technologicalCO2CaptureOrigin?: string;
  ccuCarbonContent?: string;
  ccuCalculationApproach?: 'Cut-off' | 'Credit';
  ccuCreditCertification?: string;
  ipccCharacterizationFactors: string[];
  crossSectoralStandards: string[];
  productOrSectorSpecificRules?: { operator: string; ruleNames: string[]; otherOperatorName?: string }[];
  exemptedEmissionsPercent: string;
  exemptedEmissionsDescription?: string;
  allocationRulesDescription?: string;
  secondaryEmissionFactorSources?: { name: string; version: string }[];
  primaryDataShare?: string;
  dqi?: { technologicalDQR: string; geographicalDQR: string; temporalDQR: string };
  verification?: Record<string, string>;
}

export interface Text {
  zh: string;
  en: string;
}

/** `error`: the footprint must not be sent or used. `warning`: the methodology asks for it, the wire does not. */
export type Severity = 'error' | 'warning';

/** One finding of the linter. */
export interface Finding {
  /** Names the rule for good, e.g. `PF-SUM-EXCLUDING`. */
  rule: string;
  /** JSON pointer (RFC 6901) into the footprint. */
  pointer: string;
  severity: Severity;
  message: Text;
}
