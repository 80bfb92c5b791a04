/** The restated files keep to the rules that the exchanges publish by. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { OfficialHistory } from './official-history';

const configDir = join(__dirname, '../../../../config');
const fen = (yuan: string): bigint => {
  const [whole = '0', part = ''] = yuan.split('.');
  return BigInt(whole + part.padEnd(2, '0'));
};
const size = (x: bigint): bigint => (x < 0n ? -x : x);
const read = (name: string): Record<string, string>[] =>
  parse(readFileSync(join(configDir, 'market', name)), { columns: true });

it('closes at the mean of the listed trades by quantity', () => {
  const days = read('cea-vintages.csv').filter(({ listed_t }) => listed_t !== '0');
  // 1.1 fen a tonne: the close is rounded, and so are some amounts
  const off = days.filter(({ listed_t, listed_yuan, close }) => {
    const tonnes = BigInt(listed_t!);
    return size(fen(listed_yuan!) - fen(close!) * tonnes) * 10n > 11n * tonnes;
  });
  expect(days.length).toBeGreaterThan(1_990);
  // Six vintage-days of the published record differ by more than its rounding.
  expect(off.map(({ date, product }) => `${date} ${product}`)).toHaveLength(6);
});

it('adds up day by day to what is published as cumulative', () => {
  let tonnes = 0n;
  let paid = 0n;
  const days = read('cea-daily.csv');
  for (const day of days) {
    for (const mode of ['listed', 'block', 'auction']) {
      tonnes += BigInt(day[`${mode}_t`]!);
      paid += fen(day[`${mode}_yuan`]!);
    }
    expect([day.date, String(tonnes)]).toEqual([day.date, day.cumulative_t]);
    expect(size(paid - fen(day.cumulative_yuan!)) <= 100n).toBe(true);
  }
  expect(days).toHaveLength(1_235);
});

it('knows each product in the order of its days, and its last close before a day', () => {
  const history = new OfficialHistory({ configDir } as never);
  for (const product of ['CEA-ALL', 'CEA24', 'CCER']) {
    const dates = history.of(product).map(({ date }) => date);
    expect(dates).toEqual([...new Set(dates)].sort());
  }
  expect(history.closeBefore('CEA-ALL', '2021-07-19')).toMatchObject({ date: '2021-07-16', close: '51.23' });
  expect(history.closeBefore('CEA-ALL', '2021-07-16')).toBeUndefined();
  expect(history.of('CCER').filter(({ confidence }) => confidence === 'provisional').length).toBeGreaterThan(0);
});
