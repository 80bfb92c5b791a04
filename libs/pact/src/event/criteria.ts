/** What a list or a request asks for. OR within one criterion, AND between criteria (PACT 3.0, "Filtering"). */
import { momentOf, yearsLater } from '../lint/moment';
import type { ProductFootprint } from '../model';
import { EventFault } from './event';

const LISTS = ['productId', 'companyId', 'geography', 'classification', 'status'] as const;
const MOMENTS = ['validOn', 'validAfter', 'validBefore'] as const;

/** Lists are in lower case: every comparison ignores case. An absent criterion is no condition. */
export type Criteria = Partial<Record<(typeof LISTS)[number], string[]>> &
  Partial<Record<(typeof MOMENTS)[number], number>>;

/**
 * Of query parameters or of the data of a request. An empty value is no condition; values are not checked as URNs and
 * unknown names are ignored, so that a foreign filter finds nothing rather than failing. Throws EventFault.
 */
export function readCriteria(given: Record<string, unknown>): Criteria {
  const criteria: Criteria = {};
  for (const name of LISTS) {
    const values = [given[name] ?? []].flat();
    if (!values.every((value) => typeof value === 'string')) throw new EventFault(`${name} must be text`);
    const filled = (values as string[]).map((value) => value.trim().toLowerCase()).filter(Boolean);
    if (filled.length > 1_000) throw new EventFault(`${name} names more than 1000 values`);
    if (filled.length) criteria[name] = [...new Set(filled)];
  }
  for (const name of MOMENTS) {
    const value = given[name];
    if (value === undefined || value === '') continue;
    // A plus sign that was not escaped in an address arrives as a blank.
    const at = typeof value === 'string' ? momentOf(value.trim().replace(/ (?=\d\d:\d\d$)/, '+')) : undefined;
    if (at === undefined) throw new EventFault(`${name} must be a date-time with its zone, given once`);
    criteria[name] = at;
  }
  return criteria;
}

export interface Searchable {
  productIds: string[];
  companyIds: string[];
  classifications: string[];
  geography: string[];
  validFrom: number;
  validTo: number;
}

/** What filters compare, in lower case. Without a validity period: three years from the end of the reference period. */
export function searchable({ pcf, ...footprint }: ProductFootprint): Searchable {
  const lower = (values: (string | undefined)[] = []): string[] =>
    values.filter((value) => value !== undefined).map((value) => value.toLowerCase());
  const end = momentOf(pcf.referencePeriodEnd)!;
  return {
    productIds: lower(footprint.productIds),
    companyIds: lower(footprint.companyIds),
    classifications: lower(footprint.productClassifications),
    geography: lower([pcf.geographyRegionOrSubregion, pcf.geographyCountry, pcf.geographyCountrySubdivision]),
    validFrom: momentOf(footprint.validityPeriodStart) ?? end,
    validTo: momentOf(footprint.validityPeriodEnd) ?? yearsLater(end, 3),
  };
}

/** The filters' meaning, said once in code; the database's statement is tested against it. */
export function matches(footprint: ProductFootprint, criteria: Criteria): boolean {
  const found = searchable(footprint);
  const any = (wanted: string[] | undefined, has: string[]): boolean =>
    !wanted || wanted.some((value) => has.includes(value));
  return (
    any(criteria.productId, found.productIds) &&
    any(criteria.companyId, found.companyIds) &&
    any(criteria.classification, found.classifications) &&
    any(criteria.geography, found.geography) &&
    any(criteria.status, [footprint.status.toLowerCase()]) &&
    (criteria.validOn === undefined || (found.validFrom <= criteria.validOn && criteria.validOn <= found.validTo)) &&
    (criteria.validAfter === undefined || found.validFrom > criteria.validAfter) &&
    (criteria.validBefore === undefined || found.validTo < criteria.validBefore)
  );
}
