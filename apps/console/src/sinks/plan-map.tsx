/**
 * The land of a project drawn by ourselves: no tiles, no network. Degrees are put on a plane about the middle of the land,
 * which is right to the width of a line over a project's extent. What it shows stands in tables beside it.
 */
import { useTranslation } from 'react-i18next';
import './sinks.css';

type Position = number[];
export type Shape = { coordinates: Position[][][] };

export interface Layer {
  kind: 'area' | 'stratum' | 'removed' | 'added';
  name: string;
  shape: Shape;
}

export interface Spot {
  name: string;
  kind: 'permanent' | 'temporary';
  x: number;
  y: number;
  outside: boolean;
}

const WIDTH = 1000;
const METRES_PER_DEGREE = 111_320;

export function PlanMap({ layers, spots = [], label }: { layers: Layer[]; spots?: Spot[]; label: string }) {
  const { t } = useTranslation();
  const all = [...layers.flatMap(({ shape }) => shape.coordinates.flat(2)), ...spots.map(({ x, y }) => [x, y])];
  if (!all.length) return <p className="muted">{t('sinks:nothingDrawn')}</p>;
  const xs = all.map(([x = 0]) => x);
  const ys = all.map(([, y = 0]) => y);
  const [west, east, south, north] = [least(xs), most(xs), least(ys), most(ys)];
  const squeeze = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const scale = WIDTH / Math.max((east - west) * squeeze, (north - south) * 0.75, 1e-5);
  const height = Math.max((north - south) * scale, 120);
  const place = ([x = 0, y = 0]: Position) =>
    `${((x - west) * squeeze * scale).toFixed(1)},${((north - y) * scale).toFixed(1)}`;
  const path = ({ coordinates }: Shape) =>
    coordinates.flatMap((polygon) => polygon.map((ring) => `M${ring.map(place).join('L')}Z`)).join('');
  const bar = round((WIDTH / 4 / scale) * METRES_PER_DEGREE);
  return (
    <figure className="plan-map">
      <svg viewBox={`-20 -20 ${WIDTH + 40} ${height + 70}`} role="img" aria-label={label}>
        {layers.map(({ kind, name, shape }) => (
          <path key={kind + name} className={`plan-${kind}`} d={path(shape)} fillRule="evenodd">
            <title>{name}</title>
          </path>
        ))}
        {spots.map(({ name, kind, x, y, outside }) => {
          const [cx, cy] = place([x, y]).split(',');
          return (
            <circle key={name} className={`plan-plot ${kind}${outside ? ' outside' : ''}`} cx={cx} cy={cy} r={7}>
              <title>{outside ? t('sinks:plotOutside', { plot: name }) : name}</title>
            </circle>
          );
        })}
        <g className="plan-scale" transform={`translate(0 ${height + 24})`}>
          <path d={`M0 0V8H${((bar / METRES_PER_DEGREE) * scale).toFixed(1)}V0`} />
          <text x={4} y={30}>
            {bar >= 1000 ? `${bar / 1000} km` : `${bar} m`}
          </text>
        </g>
      </svg>
    </figure>
  );
}

const least = (values: number[]) => values.reduce((a, b) => Math.min(a, b), Infinity);
const most = (values: number[]) => values.reduce((a, b) => Math.max(a, b), -Infinity);

/** 1, 2 or 5 times a power of ten, at most so many. */
function round(metres: number): number {
  const power = 10 ** Math.floor(Math.log10(metres));
  return [5, 2, 1].map((n) => n * power).find((n) => n <= metres) ?? power;
}
