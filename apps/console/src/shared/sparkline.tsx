/** A line of a few dozen values, without axes: which way it went, not how much. */
interface Props {
  values: readonly number[];
  /** Says in words what it shows. */
  label: string;
}

const WIDTH = 320;
const HEIGHT = 48;
/** Keeps the stroke inside. */
const EDGE = 2;

export function Sparkline({ values, label }: Props) {
  const low = Math.min(...values);
  const range = Math.max(...values) - low || 1;
  const points = values.map((value, i) => {
    const x = (i / Math.max(1, values.length - 1)) * WIDTH;
    const y = HEIGHT - EDGE - ((value - low) / range) * (HEIGHT - 2 * EDGE);
    return `${x.toFixed(1)},${y.toFixed(1)}`;
  });
  return (
    <svg
      className="sparkline"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={label}
    >
      <polyline points={points.join(' ')} vectorEffect="non-scaling-stroke" />
    </svg>
  );
}
