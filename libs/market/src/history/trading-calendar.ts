/** Which days are trading days: those of the published history, elsewhere Monday to Friday but for what config/market/calendar.yaml says. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { PlatformConfig } from '@qingheng/platform';
import { parse } from 'yaml';
import { OfficialHistory } from './official-history';

const DAY = 86_400_000;
const next = (day: string, by = 1): string => new Date(Date.parse(day) + by * DAY).toISOString().slice(0, 10);

@Injectable()
export class TradingCalendar {
  private readonly published: ReadonlySet<string>;
  private readonly first: string;
  private readonly last: string;
  private readonly closed: ReadonlySet<string>;
  private readonly open: ReadonlySet<string>;

  constructor({ configDir }: PlatformConfig, history: OfficialHistory) {
    const days = history.of('CEA-ALL').map(({ date }) => date);
    this.published = new Set(days);
    this.first = days[0]!;
    this.last = days.at(-1)!;
    const more = parse(readFileSync(join(configDir, 'market', 'calendar.yaml'), 'utf8'), { schema: 'failsafe' });
    this.closed = new Set(more.closed as string[]);
    this.open = new Set(more.open as string[]);
  }

  isTrading(day: string): boolean {
    if (day >= this.first && day <= this.last) return this.published.has(day);
    if (this.open.has(day)) return true;
    const weekday = new Date(day).getUTCDay();
    return weekday !== 0 && weekday !== 6 && !this.closed.has(day);
  }

  /** How many trading days came after `from`, up to and with `to`. */
  between(from: string, to: string): number {
    let n = 0;
    for (let day = next(from); day <= to; day = next(day)) if (this.isTrading(day)) n++;
    return n;
  }

  /** The latest day that is at least `count` trading days before `day`. */
  back(day: string, count: number): string {
    let at = day;
    for (let left = count; left > 0; at = next(at, -1)) if (this.isTrading(at)) left--;
    return at;
  }
}
