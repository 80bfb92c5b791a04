/**
 * What no schema checks: sums, conditional presence, periods. Sources: PACT Technical Specifications 3.0.3, data model of
 * CarbonFootprint and "Validity period". Each rule looks at a footprint whose shape may still be wrong.
 */
import { Rational } from '@qingheng/sheet';
import { momentOf, yearsLater } from './moment';
import { decimalOf, type ShapeCheck } from './shape';

/** Parts of pcfExcludingBiogenicUptake; "of which" figures (packaging, aircraft, land management fossil) are none. */
export const PARTS = [
  'fossilGhgEmissions',
  'landUseChangeGhgEmissions',
  'landManagementBiogenicCO2Emissions',
  'landManagementBiogenicCO2Removals',
  'technologicalCO2Removals',
  'ccsTechnologicalCO2Capture',
  'biogenicNonCO2Emissions',
] as const;

type Tree = Record<string, unknown>;

export function checkRules(check: ShapeCheck, footprint: Tree): void {
  const pcf = footprint.pcf;
  if (typeof pcf !== 'object' || pcf === null || Array.isArray(pcf)) return;
  sums(check, pcf as Tree);
  presence(check, pcf as Tree);
  periods(check, footprint, pcf as Tree);
  if (Array.isArray(footprint.precedingPfIds) && footprint.precedingPfIds.includes(footprint.id))
    check.add('PF-PRECEDES-ITSELF', '/precedingPfIds', '不能以自己为前一版本', 'a footprint does not precede itself');
}

const there = (pcf: Tree, name: string): boolean => pcf[name] !== undefined && pcf[name] !== null;

/** Undefined where a part is no decimal: that is said already. */
function sumOf(pcf: Tree, names: readonly string[]): Rational | undefined {
  let sum: Rational | undefined = Rational.ZERO;
  for (const name of names.filter((one) => there(pcf, one))) {
    const part = decimalOf(pcf[name]);
    sum = part && sum?.add(part);
  }
  return sum;
}

function sums(check: ShapeCheck, pcf: Tree): void {
  const equal = (rule: string, total: string, parts: readonly string[]): void => {
    const given = decimalOf(pcf[total]);
    const sum = sumOf(pcf, parts);
    if (!given || !sum || given.equals(sum)) return;
    const named = parts.filter((name) => there(pcf, name)).join(' + ');
    const shown = sum.toDecimalString();
    check.add(
      rule,
      `/pcf/${total}`,
      `应等于各部分之和 ${shown}（${named}），实为 ${String(pcf[total])}`,
      `should be ${shown}, the sum of ${named}, and is ${String(pcf[total])}`,
    );
  };
  equal('PF-SUM-EXCLUDING', 'pcfExcludingBiogenicUptake', PARTS);
  equal('PF-SUM-INCLUDING', 'pcfIncludingBiogenicUptake', ['pcfExcludingBiogenicUptake', 'biogenicCO2Uptake']);
  const within = (part: string, whole: string): void => {
    const [a, b] = [decimalOf(pcf[part]), decimalOf(pcf[whole])];
    if (a && b && a.cmp(b) > 0)
      check.add(
        'PF-OF-WHICH',
        `/pcf/${part}`,
        `是 ${whole} 的其中数，不得大于它`,
        `is a part of ${whole} and cannot exceed it`,
      );
  };
  within('landManagementFossilGhgEmissions', 'fossilGhgEmissions');
}

function presence(check: ShapeCheck, pcf: Tree): void {
  const absent = (rule: string, names: string[], zh: string, en: string): void => {
    for (const name of names.filter((one) => there(pcf, one))) check.add(rule, `/pcf/${name}`, zh, en);
  };
  const places = ['geographyRegionOrSubregion', 'geographyCountry', 'geographyCountrySubdivision'];
  const named = places.filter((name) => there(pcf, name));
  if (named.length > 1)
    check.add(
      'PF-ONE-GEOGRAPHY',
      `/pcf/${named[1]}`,
      '地理范围最多给出一级',
      'at most one of the three levels of geography',
    );
  if (pcf.packagingEmissionsIncluded === false)
    absent(
      'PF-PACKAGING',
      ['packagingGhgEmissions', 'packagingBiogenicCarbonContent'],
      '不含包装时不得给出此项',
      'must be absent where packaging is not included',
    );
  else if (pcf.packagingEmissionsIncluded === true && !there(pcf, 'packagingGhgEmissions'))
    check.add(
      'PF-PACKAGING',
      '/pcf/packagingGhgEmissions',
      '含包装时应给出包装排放',
      'should be given where packaging is included',
      'warning',
    );
  const capture = ['ccsTechnologicalCO2Capture', 'technologicalCO2CaptureOrigin', 'technologicalCO2Removals'];
  if (pcf.ccsTechnologicalCO2CaptureIncluded === false)
    absent('PF-CCS', capture, '不含碳捕集与封存时不得给出此项', 'must be absent where no CCS is included');
  if (there(pcf, 'ccuCarbonContent') && !there(pcf, 'ccuCalculationApproach'))
    check.add(
      'PF-CCU',
      '/pcf/ccuCalculationApproach',
      '含 CCU 碳时须说明计算方法',
      'needed where carbon from CCU is contained',
    );
  if (there(pcf, 'ccuCreditCertification') && pcf.ccuCalculationApproach !== 'Credit')
    check.add('PF-CCU', '/pcf/ccuCreditCertification', '仅用于 Credit 方法', 'goes with the approach "Credit" only');
  const rules = Array.isArray(pcf.productOrSectorSpecificRules) ? (pcf.productOrSectorSpecificRules as Tree[]) : [];
  for (const [i, rule] of rules.entries())
    if (rule && (rule.operator === 'Other') !== (rule.otherOperatorName !== undefined))
      check.add(
        'PF-OTHER-OPERATOR',
        `/pcf/productOrSectorSpecificRules/${i}/otherOperatorName`,
        '当且仅当 operator 为 Other 时给出',
        'given if and only if the operator is "Other"',
      );
  const share = decimalOf(pcf.primaryDataShare);
  if (share && share.cmp(Rational.of(100)) < 0 && !there(pcf, 'secondaryEmissionFactorSources'))
    check.add(
      'PF-SECONDARY-SOURCES',
      '/pcf/secondaryEmissionFactorSources',
      '使用了次级数据，应给出因子来源',
      'secondary data are used, so their sources should be named',
      'warning',
    );
  const exempted = decimalOf(pcf.exemptedEmissionsPercent);
  if (exempted && exempted.cmp(Rational.of(5)) > 0)
    check.add('PF-EXEMPTED', '/pcf/exemptedEmissionsPercent', '舍弃超过 5%', 'more than 5 % is cut off', 'warning');
  if (pcf.declaredUnitOfMeasurement === 'piece' && decimalOf(pcf.productMassPerDeclaredUnit)?.isZero())
    check.add(
      'PF-PIECE-MASS',
      '/pcf/productMassPerDeclaredUnit',
      '按件声明时须给出质量',
      'a piece has a mass',
      'warning',
    );
}

function periods(check: ShapeCheck, footprint: Tree, pcf: Tree): void {
  const [from, to] = [momentOf(pcf.referencePeriodStart), momentOf(pcf.referencePeriodEnd)];
  if (from !== undefined && to !== undefined && from >= to)
    check.add(
      'PF-REFERENCE-PERIOD',
      '/pcf/referencePeriodEnd',
      '须晚于报告期开始',
      'must be after the start of the period',
    );
  const [start, end] = [momentOf(footprint.validityPeriodStart), momentOf(footprint.validityPeriodEnd)];
  if (to !== undefined && start !== undefined && start < to)
    check.add(
      'PF-VALIDITY-START',
      '/validityPeriodStart',
      '不得早于报告期结束',
      'must not be before the end of the reference period',
    );
  if (to !== undefined && end !== undefined && end > yearsLater(to, 3))
    check.add(
      'PF-VALIDITY-END',
      '/validityPeriodEnd',
      '不得晚于报告期结束后三年',
      'must not be later than three years after the end of the reference period',
    );
  if (start !== undefined && end !== undefined && start >= end)
    check.add('PF-VALIDITY-ORDER', '/validityPeriodEnd', '须晚于有效期开始', 'must be after the start of the validity');
}
