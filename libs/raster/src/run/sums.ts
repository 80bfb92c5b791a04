/**
 * Sums as exact whole numbers of the last decimal. Whole numbers may be added in any order, and a parent is the sum of its
 * children to the last digit, printed as well as held.
 */
import { CARRY } from '../kernel/compile';
import type { ZoneSum } from './job';
import { AREA_DECIMALS, type Prepared } from './plan';
import type { TilesDone } from './tiles';

/** One place among the sums; decimal strings, so that parts travel as JSON. */
export interface Part {
  group: number;
  total: string;
  area: string;
  cells: number;
  missing: number;
}

const whole = (hi: number, lo: number): bigint => BigInt(hi) * BigInt(CARRY) + BigInt(lo);

export function partsOf({ plan, cellArea }: Prepared, done: readonly TilesDone[]): Part[] {
  const parts: Part[] = [];
  for (let group = 0; group < plan.groups; group++) {
    let [total, area, cells, missing] = [0n, 0n, 0, 0];
    for (const { sums } of done) {
      total += whole(sums.hi[group]!, sums.lo[group]!);
      area += whole(sums.areaHi[group]!, sums.areaLo[group]!);
      cells += sums.cells[group]!;
      missing += sums.missing[group]!;
    }
    if (cellArea !== undefined) area = cellArea * BigInt(cells);
    if (cells || missing) parts.push({ group, total: String(total), area: String(area), cells, missing });
  }
  return parts;
}

interface Running {
  total: bigint;
  area: bigint;
  cells: number;
  missing: number;
}

/** The sums of parts, rolled up along the zones. */
export function rollUp(
  { zones, classCodes }: Prepared,
  parts: readonly Part[],
  decimals: number,
): { zones: ZoneSum[]; classes: ZoneSum[]; total: string } {
  const wide = classCodes.length ? classCodes.length + 1 : 1;
  const place = new Map(zones.map(({ code }, i) => [code, i]));
  const above = zones.map((zone) => {
    const path = [place.get(zone.code)!];
    for (let at = zone.parent; at !== undefined; at = zones[place.get(at)!]!.parent) path.push(place.get(at)!);
    return path;
  });
  const zero = (): Running => ({ total: 0n, area: 0n, cells: 0, missing: 0 });
  const byZone = zones.map(zero);
  const byClass = new Map<number, Running>();
  const whole = zero();
  const add = (to: Running, part: Part): void => {
    to.total += BigInt(part.total);
    to.area += BigInt(part.area);
    to.cells += part.cells;
    to.missing += part.missing;
  };
  for (const part of parts) {
    const zone = Math.floor(part.group / wide);
    add(whole, part);
    for (const z of above[zone]!) {
      add(byZone[z]!, part);
      if (wide === 1 || part.group % wide === classCodes.length) continue;
      const key = z * wide + (part.group % wide);
      if (!byClass.has(key)) byClass.set(key, zero());
      add(byClass.get(key)!, part);
    }
  }
  const printed = (z: number, { total, area, cells, missing }: Running, c?: number): ZoneSum => {
    const { code, name, parent } = zones[z]!;
    return {
      zone: code,
      ...(name !== undefined && { name }),
      ...(parent !== undefined && { parent }),
      ...(c !== undefined && { class: classCodes[c]! }),
      total: decimal(total, decimals),
      areaM2: decimal(area, AREA_DECIMALS),
      cells,
      missing,
    };
  };
  return {
    zones: byZone.map((sum, z) => printed(z, sum)),
    classes: [...byClass]
      .sort(([a], [b]) => a - b)
      .map(([key, sum]) => printed(Math.floor(key / wide), sum, key % wide)),
    total: decimal(whole.total, decimals),
  };
}

export function decimal(units: bigint, decimals: number): string {
  const digits = (units < 0n ? -units : units).toString().padStart(decimals + 1, '0');
  const sign = units < 0n ? '-' : '';
  return decimals ? `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}` : sign + digits;
}
