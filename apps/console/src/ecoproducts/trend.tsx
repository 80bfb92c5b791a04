/** A small line over the years with its target; what it shows stands in words beside it. */
import { drawn } from './figures';

interface Props {
  label: string;
  points: readonly { year: number; value: string }[];
  /** Another line of the same years, broken. */
  second?: readonly { year: number; value: string }[];
  target?: { year: number; value: string };
}

const [WIDTH, HEIGHT, LEFT, BOTTOM] = [320, 130, 34, 20];

export function Trend({ label, points, second = [], target }: Props) {
  const all = [...points, ...second, ...(target ? [target] : [])];
  if (!all.length) return null;
  const [years, values] = [all.map(({ year }) => year), all.map(({ value }) => drawn(value))];
  const [from, to] = [Math.min(...years), Math.max(...years)];
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const x = (year: number) => LEFT + ((WIDTH - LEFT - 16) * (year - from)) / Math.max(1, to - from);
  const y = (value: number) => 12 + ((HEIGHT - BOTTOM - 24) * (high - value)) / (high - low || 1);
  const inOrder = (of: Props['points']) => [...of].sort((a, b) => a.year - b.year);
  const pathOf = (of: Props['points']) =>
    inOrder(of)
      .map(({ year, value }, i) => `${i ? 'L' : 'M'}${x(year)} ${y(drawn(value))}`)
      .join('');
  const sorted = inOrder(points);
  return (
    <svg className="trend" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
      {target && (
        <line className="goal" x1={LEFT} x2={WIDTH - 8} y1={y(drawn(target.value))} y2={y(drawn(target.value))} />
      )}
      {target && (
        <text x={WIDTH - 8} y={y(drawn(target.value)) - 4} textAnchor="end">
          {target.value}
        </text>
      )}
      {second.length > 0 && <path className="line second" d={pathOf(second)} />}
      <path className="line" d={pathOf(sorted)} />
      {second.map(({ year, value }) => (
        <circle key={`second ${year}`} className="dot second" cx={x(year)} cy={y(drawn(value))} r={3}>
          <title>{`${year}: ${value}`}</title>
        </circle>
      ))}
      {sorted.map(({ year, value }) => (
        <circle key={year} className="dot" cx={x(year)} cy={y(drawn(value))} r={3.5}>
          <title>{`${year}: ${value}`}</title>
        </circle>
      ))}
      <text x={LEFT} y={HEIGHT - 4}>
        {from}
      </text>
      {to > from && (
        <text x={WIDTH - 8} y={HEIGHT - 4} textAnchor="end">
          {to}
        </text>
      )}
    </svg>
  );
}
