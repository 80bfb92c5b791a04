/** The exchanges' published days, as config/market restates them; read once. Figures stay the decimal texts they are. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { PlatformConfig } from '@qingheng/platform';
import { parse } from 'csv-parse/sync';

export interface MarketDay {
  date: string;
  open: string;
  high: string;
  low: string;
  close: string;
  listedT: string;
  listedYuan: string;
  blockT: string;
  blockYuan: string;
  confidence: 'secondary' | 'provisional';
}

export const PRODUCTS = ['CEA-ALL', 'CEA', 'CEA21', 'CEA22', 'CEA23', 'CEA24', 'CEA25', 'CCER'] as const;
export type Product = (typeof PRODUCTS)[number];
export const SOURCES: Record<'cea' | 'ccer', string> = {
  cea: '上海环境能源交易所 全国碳市场行情（转引）',
  ccer: '北京绿色交易所 www.ccer.com.cn',
};

@Injectable()
export class OfficialHistory {
  private readonly days = new Map<string, MarketDay[]>();

  constructor({ configDir }: PlatformConfig) {
    const read = (name: string): Record<string, string>[] =>
      parse(readFileSync(join(configDir, 'market', name)), { columns: true, skip_empty_lines: true });
    const prices = ({ date, open, high, low, close }: Record<string, string>) =>
      ({ date, open, high, low, close }) as Pick<MarketDay, 'date' | 'open' | 'high' | 'low' | 'close'>;
    for (const row of read('cea-daily.csv'))
      this.add('CEA-ALL', {
        ...prices(row),
        ...{ listedT: row.listed_t!, listedYuan: row.listed_yuan!, blockT: row.block_t!, blockYuan: row.block_yuan! },
        confidence: 'secondary',
      });
    for (const row of read('cea-vintages.csv'))
      this.add(row.product!, {
        ...prices(row),
        ...{ listedT: row.listed_t!, listedYuan: row.listed_yuan!, blockT: '', blockYuan: '', confidence: 'secondary' },
      });
    for (const { date, mean_price: mean, traded_t, traded_yuan, confidence } of read('ccer-daily.csv'))
      this.add('CCER', {
        ...{ date: date!, open: '', high: '', low: '', close: mean!, listedT: traded_t!, listedYuan: traded_yuan! },
        ...{ blockT: '', blockYuan: '', confidence: confidence as MarketDay['confidence'] },
      });
  }

  of(product: string, { from = '', to = '9999' }: { from?: string; to?: string } = {}): MarketDay[] {
    return (this.days.get(product) ?? []).filter(({ date }) => date >= from && date <= to);
  }

  /** The last day before with a closing price. */
  closeBefore(product: string, day: string): MarketDay | undefined {
    return this.days.get(product)?.findLast(({ date, close }) => date < day && close !== '');
  }

  private add(product: string, day: MarketDay): void {
    const days = this.days.get(product);
    if (days) days.push(day);
    else this.days.set(product, [day]);
  }
}
