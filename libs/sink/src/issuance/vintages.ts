/** Tonnes of a monitoring period by calendar year: whole tonnes, never ahead of what has grown, adding up to the total. */

export interface Vintage {
  year: number;
  days: number;
  tonnes: bigint;
  /** Of the tonnes, what goes to the buffer. */
  buffer: bigint;
}

const DAY = 86_400_000;
const utc = (day: string): number => Date.parse(`${day}T00:00:00Z`);

/**
 * Growth is spread over the days. What has grown by the end of a year is rounded down and less what earlier years have; the
 * last year takes the total. The buffer's share is rounded up likewise, so that it is never short.
 * @param tonnes whole t CO2e @param buffer how many of them go to the buffer
 */
export function vintagesOf(start: string, end: string, tonnes: bigint, buffer: bigint): Vintage[] {
  const all = BigInt(Math.round((utc(end) - utc(start)) / DAY) + 1);
  const years: Vintage[] = [];
  let seen = { days: 0n, tonnes: 0n, buffer: 0n };
  for (let year = Number(start.slice(0, 4)); year <= Number(end.slice(0, 4)); year++) {
    const until = `${year}-12-31` < end ? `${year}-12-31` : end;
    const days = BigInt(Math.round((utc(until) - utc(start)) / DAY) + 1);
    const grown = (tonnes * days) / all;
    const kept = tonnes > 0n ? (grown * buffer + tonnes - 1n) / tonnes : 0n;
    years.push({ year, days: Number(days - seen.days), tonnes: grown - seen.tonnes, buffer: kept - seen.buffer });
    seen = { days, tonnes: grown, buffer: kept };
  }
  // A year's share of the buffer may be a tonne more than the year has grown: it is carried to the next.
  for (let i = 0; i < years.length - 1; i++) {
    const over = years[i]!.buffer - years[i]!.tonnes;
    if (over <= 0n) continue;
    years[i]!.buffer -= over;
    years[i + 1]!.buffer += over;
  }
  return years;
}

/** What goes to the buffer: rounded up, so that it is never short. */
export function bufferOf(tonnes: bigint, share: string): bigint {
  const [numerator, denominator] = fractionOf(share);
  return (tonnes * numerator + denominator - 1n) / denominator;
}

function fractionOf(decimal: string): [bigint, bigint] {
  const [whole = '0', digits = ''] = decimal.split('.');
  return [BigInt(whole + digits), 10n ** BigInt(digits.length)];
}
