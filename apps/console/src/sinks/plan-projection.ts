/**
 * Degrees on a plane about the middle of the land, right to the width of a line over a project's extent; and the way back,
 * with the corner or border nearest to where somebody points.
 */
export type Position = number[];
export type Shape = { coordinates: Position[][][] };

export const WIDTH = 1000;
export const METRES_PER_DEGREE = 111_320;

export interface Projection {
  height: number;
  /** Units of the drawing for a degree of latitude. */
  scale: number;
  place(position: Position): [number, number];
  back(x: number, y: number): Position;
}

export function projectionOf(positions: readonly Position[]): Projection {
  const xs = positions.map(([x = 0]) => x);
  const ys = positions.map(([, y = 0]) => y);
  const [west, east, south, north] = [least(xs), most(xs), least(ys), most(ys)];
  const squeeze = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const scale = WIDTH / Math.max((east - west) * squeeze, (north - south) * 0.75, 1e-5);
  return {
    scale,
    height: Math.max((north - south) * scale, 120),
    place: ([x = 0, y = 0]) => [(x - west) * squeeze * scale, (north - y) * scale],
    back: (x, y) => [west + x / (squeeze * scale), north - y / scale],
  };
}

/** The corner within reach that is nearest, else the nearest place on a border within reach; else nothing. */
export function snap(
  at: [number, number],
  rings: readonly Position[][],
  { place, back }: Projection,
  reach: number,
): Position | undefined {
  let [corner, near] = [undefined as Position | undefined, reach];
  for (const ring of rings)
    for (const position of ring) {
      const distance = apart(at, place(position));
      if (distance < near) [corner, near] = [position, distance];
    }
  if (corner) return corner;
  let [border, close] = [undefined as Position | undefined, reach];
  for (const ring of rings)
    for (let i = 1; i < ring.length; i++) {
      const foot = footOn(at, place(ring[i - 1]!), place(ring[i]!));
      const distance = apart(at, foot);
      if (distance < close) [border, close] = [back(...foot), distance];
    }
  return border;
}

const apart = ([ax, ay]: [number, number], [bx, by]: [number, number]) => Math.hypot(ax - bx, ay - by);

function footOn([x, y]: [number, number], [ax, ay]: [number, number], [bx, by]: [number, number]): [number, number] {
  const [dx, dy] = [bx - ax, by - ay];
  const along = dx * dx + dy * dy;
  const share = along ? Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / along)) : 0;
  return [ax + share * dx, ay + share * dy];
}

const least = (values: number[]) => values.reduce((a, b) => Math.min(a, b), Infinity);
const most = (values: number[]) => values.reduce((a, b) => Math.max(a, b), -Infinity);
