/**
 * The land of a project drawn by ourselves: no tiles, no network. What it shows stands in tables beside it.
 */
import { useTranslation } from 'react-i18next';
import { METRES_PER_DEGREE, projectionOf, type Shape, WIDTH } from './plan-projection';
import './sinks.css';

export interface Layer {
  kind: 'area' | 'stratum' | 'removed' | 'added';
  name: string;
  /** Written on it. */
  label?: string;
  shape: Shape;
}

export interface Spot {
  name: string;
  kind: 'permanent' | 'temporary';
  x: number;
  y: number;
  outside: boolean;
}

export function PlanMap({ layers, spots = [], label }: { layers: Layer[]; spots?: Spot[]; label: string }) {
  const { t } = useTranslation();
  const all = [...layers.flatMap(({ shape }) => shape.coordinates.flat(2)), ...spots.map(({ x, y }) => [x, y])];
  if (!all.length) return <p className="muted">{t('sinks:nothingDrawn')}</p>;
  const { height, scale, place } = projectionOf(all);
  const path = pathOf(place);
  const bar = round((WIDTH / 4 / scale) * METRES_PER_DEGREE);
  return (
    <figure className="plan-map">
      <svg viewBox={`-20 -20 ${WIDTH + 40} ${height + 104}`} role="img" aria-label={label}>
        {layers.map(({ kind, name, shape }) => (
          <path key={kind + name} className={`plan-${kind}`} d={path(shape)} fillRule="evenodd">
            <title>{name}</title>
          </path>
        ))}
        {layers
          .filter(({ kind, label: shown }) => kind === 'stratum' && shown)
          .map(({ name, label: shown, shape }) => {
            const [x, y] = middleOf(shape.coordinates.flat(2).map(place));
            return (
              <text key={name} className="plan-name" x={x} y={y} aria-hidden>
                {shown}
              </text>
            );
          })}
        {spots.map(({ name, kind, x, y, outside }) => {
          const [cx, cy] = place([x, y]);
          return (
            <circle key={name} className={`plan-plot ${kind}${outside ? ' outside' : ''}`} cx={cx} cy={cy} r={7}>
              <title>{outside ? t('sinks:plotOutside', { plot: name }) : name}</title>
            </circle>
          );
        })}
        <g className="plan-scale" transform={`translate(0 ${height + 24})`}>
          <path d={`M0 0V8H${((bar / METRES_PER_DEGREE) * scale).toFixed(1)}V0`} />
          <text x={4} y={38}>
            {bar >= 1000 ? `${bar / 1000} km` : `${bar} m`}
          </text>
        </g>
      </svg>
    </figure>
  );
}

function middleOf(places: [number, number][]): [number, number] {
  const mid = (values: number[]) =>
    (values.reduce((a, b) => Math.min(a, b), Infinity) + values.reduce((a, b) => Math.max(a, b), -Infinity)) / 2;
  return [mid(places.map(([x]) => x)), mid(places.map(([, y]) => y))];
}

export const pathOf =
  (place: (position: number[]) => [number, number]) =>
  ({ coordinates }: Shape): string =>
    coordinates
      .flatMap((polygon) =>
        polygon.map(
          (ring) =>
            `M${ring
              .map((at) =>
                place(at)
                  .map((n) => n.toFixed(1))
                  .join(','),
              )
              .join('L')}Z`,
        ),
      )
      .join('');

/** 1, 2 or 5 times a power of ten, at most so many. */
function round(metres: number): number {
  const power = 10 ** Math.floor(Math.log10(metres));
  return [5, 2, 1].map((n) => n * power).find((n) => n <= metres) ?? power;
}
