/** Sums of a published account: parts to totals, lines to total lines, regions to the region above, shares. Pure. */
import { Rational } from '@qingheng/sheet';
import type { Line } from './account-table';
import { type Finding, findingOf, shown, shownFigure } from './finding';
import { meet, type Printed, rangeOf, sumOf } from './printed';
import type { AuditRule } from './rules';

/** Figures by ecosystem or region add up to the total of their line, within what rounding each of them can do. */
export const partsAreSum: AuditRule = (lines) =>
  lines.flatMap((line) => {
    const { parts, sum } = line;
    if (!parts.length || !sum || line.kind === 'context') return [];
    const all = sumOf(parts);
    if (meet(all, rangeOf(sum))) return [];
    return [
      findingOf('PARTS_NOT_SUM', line, sum.column, { expected: shown(all.value, sum.unit), found: shownFigure(sum) }),
    ];
  });

const GRAND = /gep|总值|总计|^(合计|total)\b/i;
const CLASS_WORDS: [string, RegExp][] = [
  ['provisioning', /物质|供给|供应|provisioning|material/i],
  ['regulating', /调节|regulating|regulation/i],
  ['cultural', /文化|cultural|recreation/i],
];

/** Total lines are the sum of what stands above them: of their class where they name one, else of all. */
export const linesAreTotal: AuditRule = (lines) => {
  const items = lines.filter(({ kind }) => kind === 'line');
  const totals = lines.filter(({ kind }) => kind === 'total');
  if (!items.length) return [];
  return totals.flatMap((total) => {
    const type = CLASS_WORDS.find(([, word]) => word.test(total.name))?.[0];
    const members = type ? items.filter((line) => classOf(line) === type) : items;
    if (!type && !GRAND.test(total.name) && totals.length > 1) return [];
    return columnsOf(total).flatMap(({ column, figure }) => {
      const parts = members.map((line) => at(line, column)).filter((one): one is Printed => !!one);
      return parts.length ? compare(total, figure, parts) : [];
    });
  });
};

function compare(total: Line, figure: Printed, parts: readonly Printed[]): Finding[] {
  const all = sumOf(parts);
  if (meet(all, rangeOf(figure))) return [];
  const difference = figure.value.sub(all.value);
  return [
    findingOf('LINES_NOT_TOTAL', total, figure.column, {
      // A total may hold lines that the report does not list; it can never be less than those it lists.
      severity: difference.sign() > 0 ? 'doubt' : 'fault',
      expected: shown(all.value, figure.unit),
      found: shownFigure(figure),
      difference: shown(difference, figure.unit),
    }),
  ];
}

const classOf = (line: Line): string | undefined =>
  CLASS_WORDS.find(([, word]) => word.test(line.class ?? ''))?.[0] ?? line.service?.class;

/** The sums that a total line prints: its value, its total, and each of its parts. */
const columnsOf = ({ value, sum, parts }: Line): { column: string; figure: Printed }[] =>
  [value, sum, ...parts].flatMap((figure) => (figure ? [{ column: figure.column, figure }] : []));
const at = (line: Line, column: string): Printed | undefined =>
  [line.value, line.sum, ...line.parts].find((figure) => figure?.column === column);

/** Regions add up to the region above them, service by service. */
export const childrenAreParent: AuditRule = (lines) => {
  const regional = lines.filter(({ region, kind }) => region && kind !== 'context');
  return regional.flatMap((parent) => {
    const children = regional.filter((line) => line.parent === parent.region && line.item === parent.item);
    if (!children.length) return [];
    return columnsOf(parent).flatMap(({ column, figure }) => {
      const parts = children.map((line) => at(line, column)).filter((one): one is Printed => !!one);
      if (!parts.length || meet(sumOf(parts), rangeOf(figure))) return [];
      const expected = shown(sumOf(parts).value, figure.unit);
      return [findingOf('CHILDREN_NOT_PARENT', parent, column, { expected, found: shownFigure(figure) })];
    });
  });
};

/** A printed share is its value by the total of the table. */
export const sharesAreTrue: AuditRule = (lines) => {
  const total = lines.find(({ kind, name, value }) => kind === 'total' && value && GRAND.test(name))?.value;
  if (!total || total.value.sign() <= 0) return [];
  return lines.flatMap((line) => {
    const { share, value } = line;
    if (!share || !value || line.kind !== 'line') return [];
    // `7.5` below a heading of per cent and `0.075` are both in use.
    const printed = share.text.includes('%') || share.value.abs().cmp(Rational.ONE) <= 0 ? share : hundredth(share);
    const [low, high] = [rangeOf(value).low.div(rangeOf(total).high), rangeOf(value).high.div(rangeOf(total).low)];
    if (meet({ low, high }, rangeOf(printed)) || meet({ low, high }, rangeOf(hundredth(share)))) return [];
    const expected = `${value.value.div(total.value).mul(Rational.of(100n)).toFixed(2)} %`;
    return [findingOf('SHARE_NOT_VALUE', line, share.column, { expected, found: share.text })];
  });
};

const hundredth = (figure: Printed): Printed => ({
  ...figure,
  value: figure.value.div(Rational.of(100n)),
  half: figure.half.div(Rational.of(100n)),
});
