/**
 * Land has three names: an area of a sink project, the number of a contracted parcel, the code of a region. A footprint names the
 * parcel, credits the area, an account of eco-products the parcel or the whole region. Here they meet: who claims an area claims
 * the parcels it lies on, a parcel is not free where a region around it is claimed, nor a region where a parcel in it is.
 */
import type { EntityManager } from 'typeorm';
import type { NewClaim } from './claim.types';

const NUMBERED = /^parcel:(\d{6})-/;
const REGION = /^region:(\d{6})$/;
const LAND = /^(area|parcel|region):/;

/** `area:<id>` or `parcel:<number>` as they are; a number alone is that of a parcel. However wide or spaced it was typed. */
export function landSubject(land: string): string {
  const text = land
    .normalize('NFKC')
    .replace(/[‐-―−]/g, '-')
    .replace(/\s+/g, '');
  return /^[a-z]+:./.test(text) ? text : `parcel:${text}`;
}

export const isLand = ({ subject, serials, quantity }: NewClaim): boolean =>
  LAND.test(subject) && serials === undefined && quantity === undefined;

/** Claims on the parcels of the areas that are claimed, after the claims themselves. */
export async function withParcels(manager: EntityManager, wanted: NewClaim[]): Promise<NewClaim[]> {
  const areas = wanted.filter((one) => isLand(one) && one.subject.startsWith('area:'));
  if (!areas.length) return wanted;
  const rows: { area: string; parcel: string }[] = await manager.query('SELECT * FROM ledger_land_parcels($1)', [
    [...new Set(areas.map(({ subject }) => subject))],
  ]);
  const more = areas.flatMap((one) =>
    rows.filter(({ area }) => area === one.subject).map(({ parcel }) => ({ ...one, subject: parcel })),
  );
  // Two areas may share a parcel, and a filing may name both the area and its parcel: it is used once by them.
  const key = ({ attribute, subject, from, to }: NewClaim) => [attribute, subject, from, to].join(' ');
  const seen = new Set(wanted.map(key));
  return [...wanted, ...more.filter((one) => !seen.has(key(one)) && seen.add(key(one)))];
}

/** What must be free as well, each as the claim that needs it. */
export async function aroundOf(
  manager: EntityManager,
  wanted: NewClaim[],
): Promise<{ against: NewClaim; wanted: NewClaim }[]> {
  const found: { against: NewClaim; wanted: NewClaim }[] = [];
  for (const one of wanted.filter(isLand)) {
    const banner = NUMBERED.exec(one.subject)?.[1];
    if (banner)
      for (const code of new Set([banner, `${banner.slice(0, 4)}00`, `${banner.slice(0, 2)}0000`]))
        found.push({ against: { ...one, subject: `region:${code}` }, wanted: one });
    const region = REGION.exec(one.subject)?.[1];
    if (!region) continue;
    const [{ subject }] = await manager.query(
      `SELECT ledger_claimed_parcel($1, $2, daterange($3, $4, '[]')) AS subject`,
      [one.attribute, region.replace(/(00)+$/, ''), one.from, one.to],
    );
    if (subject) found.push({ against: { ...one, subject }, wanted: one });
  }
  return found;
}

/** One claim of land at a time for each attribute: what the look around saw cannot change before the claim is written. */
export async function lockLand(manager: EntityManager, wanted: NewClaim[]): Promise<void> {
  const attributes = [...new Set(wanted.filter(isLand).map(({ attribute }) => attribute))].sort();
  for (const attribute of attributes)
    await manager.query('SELECT pg_advisory_xact_lock(7141012, hashtext($1))', [attribute]);
}
