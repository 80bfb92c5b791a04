/**
 * Which land two areas have in common, and what is left of one: on the integer grid of a tenth of a millimetre on which
 * positions are kept, where every comparison is exact. Collinear and shared borders are then no special case.
 */
import { ClipType, booleanOpWithPolyTree, FillRule, type Path64, type PolyPath64, PolyTree64 } from 'clipper2-ts';
import { GRID, type MultiPolygon, type Position, type Ring } from './shapes';

export const intersectionOf = (a: MultiPolygon, b: MultiPolygon): MultiPolygon => clipped(ClipType.Intersection, a, b);
export const differenceOf = (a: MultiPolygon, b: MultiPolygon): MultiPolygon => clipped(ClipType.Difference, a, b);
export const unionOf = (a: MultiPolygon, b: MultiPolygon): MultiPolygon => clipped(ClipType.Union, a, b);

function clipped(how: ClipType, a: MultiPolygon, b: MultiPolygon): MultiPolygon {
  const origin = a[0]?.[0]?.[0] ?? b[0]?.[0]?.[0];
  if (!origin) return [];
  const tree = new PolyTree64();
  booleanOpWithPolyTree(how, pathsOf(a, origin), pathsOf(b, origin), tree, FillRule.EvenOdd);
  return polygonsOf(tree, origin);
}

/** From a place of the area: small numbers multiply exactly. */
const pathsOf = (area: MultiPolygon, [x0, y0]: Position): Path64[] =>
  area.flatMap((polygon) =>
    polygon.map((ring) =>
      ring.slice(0, -1).map(([x, y]) => ({ x: Math.round((x - x0) * GRID), y: Math.round((y - y0) * GRID) })),
    ),
  );

/** Outer rings and holes alternate from level to level. */
function polygonsOf(tree: PolyTree64 | PolyPath64, origin: Position): MultiPolygon {
  const area: MultiPolygon = [];
  for (let i = 0; i < tree.count; i++) {
    const outer = tree.child(i) as PolyPath64;
    const polygon = [ringOf(outer, origin)];
    for (let k = 0; k < outer.count; k++) {
      const hole = outer.child(k) as PolyPath64;
      polygon.push(ringOf(hole, origin));
      area.push(...polygonsOf(hole, origin));
    }
    area.push(polygon);
  }
  return area;
}

function ringOf(path: PolyPath64, [x0, y0]: Position): Ring {
  const ring = path.polygon!.map(({ x, y }): Position => [
    Math.round((x / GRID + x0) * GRID) / GRID,
    Math.round((y / GRID + y0) * GRID) / GRID,
  ]);
  return [...ring, ring[0]!];
}
