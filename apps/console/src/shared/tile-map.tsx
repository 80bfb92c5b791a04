/**
 * The 103 banners as equal tiles, roughly where they lie. Schematic and drawn by us: no boundary is shown, so none can be wrong;
 * a small district is as easy to see as a large banner. What it shows stands in a table beside it.
 */
import { useTranslation } from 'react-i18next';
import places from './region-tiles.json';
import './tile-map.css';

const tiles = Object.entries(places as Record<string, number[]>).map(([code, [column = 0, row = 0]]) => ({
  code,
  column,
  row,
}));
const columns = Math.max(...tiles.map(({ column }) => column)) + 1;
const rows = Math.max(...tiles.map(({ row }) => row)) + 1;

export interface Tile {
  /** −3 … 3: how far below or above; undefined where there is nothing to say. */
  level?: number;
  text: string;
}

export function TileMap({ label, tileOf }: { label: string; tileOf(code: string): Tile }) {
  const { t } = useTranslation();
  return (
    <figure className="tile-map">
      <svg viewBox={`0 0 ${columns * 10} ${rows * 10}`} role="img" aria-label={label}>
        {tiles.map(({ code, column, row }) => {
          const { level, text } = tileOf(code);
          return (
            <rect
              key={code}
              data-code={code}
              className={level === undefined ? 'tile' : `tile level${level < 0 ? `-down${-level}` : level}`}
              x={column * 10 + 0.5}
              y={row * 10 + 0.5}
              width={9}
              height={9}
              rx={1.5}
            >
              <title>{text}</title>
            </rect>
          );
        })}
      </svg>
      <figcaption className="muted">{t('common:tileMapNote')}</figcaption>
    </figure>
  );
}
