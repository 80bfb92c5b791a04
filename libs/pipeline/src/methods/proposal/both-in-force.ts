/**
 * Versions of one sheet between which a day and a region would not decide. One that begins later succeeds one without an end, from
 * its first day on; one made for a smaller area displaces one for a larger, within it. Everything else is a clash.
 */
import type { Sheet } from '@qingheng/sheet';

type Version = Pick<Sheet, 'id' | 'version' | 'valid' | 'regions'>;

export const bothInForce = <T extends Version>(sheet: Version, others: readonly T[]): T[] =>
  others.filter(
    (other) =>
      other.id === sheet.id &&
      other.version !== sheet.version &&
      sameArea(sheet.regions, other.regions) &&
      overlap(sheet.valid, other.valid),
  );

/** For everywhere both, or for an area that both name. */
const sameArea = (a: readonly string[], b: readonly string[]): boolean =>
  a.length && b.length ? a.some((prefix) => b.includes(prefix)) : a.length === b.length;

function overlap(a: Sheet['valid'], b: Sheet['valid']): boolean {
  const [first, next] = a.from <= b.from ? [a, b] : [b, a];
  if (first.from === next.from) return true;
  return first.to !== undefined && first.to >= next.from;
}
