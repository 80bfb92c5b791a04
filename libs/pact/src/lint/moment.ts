/** A point in time with its zone (RFC 3339), in milliseconds; undefined where it is none. A date alone is none. */
export function momentOf(text: unknown): number | undefined {
  const parts =
    typeof text === 'string'
      ? /^(\d{4})-(\d\d)-(\d\d)[Tt](\d\d):(\d\d):(\d\d)(\.\d{1,9})?([Zz]|[+-](\d\d):(\d\d))$/.exec(text)
      : null;
  if (!parts) return undefined;
  const [, year, month, day, hour, minute, second] = parts.map(Number) as [number, ...number[]];
  // Date takes 31 February for 3 March.
  const there = new Date(Date.UTC(year!, month! - 1, day));
  if (there.getUTCMonth() !== month! - 1 || hour! > 23 || minute! > 59 || second! > 60) return undefined;
  const at = Date.parse(text as string);
  return Number.isNaN(at) ? undefined : at;
}

/** So many years later, on the same day. */
export function yearsLater(at: number, years: number): number {
  const moment = new Date(at);
  return moment.setUTCFullYear(moment.getUTCFullYear() + years);
}
