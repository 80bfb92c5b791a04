/** Days are counted where the labels are valid: China has one time zone and no summer time. */
export const chinaDay = (at: Date): string => new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);

/** The last day of a validity of so many years that begins on `day`. */
export function lastDay(day: string, years: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  return new Date(Date.UTC(year + years, month - 1, date - 1)).toISOString().slice(0, 10);
}
