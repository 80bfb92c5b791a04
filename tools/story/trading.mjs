// A trading day reconciled: the listed allowances of 2024-12-24 (452,375 t for 44,118,277.87 yuan, Shanghai Environment
// and Energy Exchange, national carbon market) are split into deals of many accounts; registry and bank files follow them
// with breaks of every kind put in. Every one must be found, and none invented; two people settle them and close the day.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Person } from '../client.mjs';
import { root } from '../prepare.mjs';
import { grouped, table } from '../table.mjs';

const DAY = '2024-12-24';
const VOLUME = 452_375n;
const FEN = 4_411_827_787n;
const DEALS = 240;

/** Parts of a whole that add up to it, none of them nothing. */
function parts(whole, seed) {
  const weights = Array.from({ length: DEALS }, (_, i) => BigInt(50 + ((i * 7919 + seed * 104_729) % 983)));
  const sum = weights.reduce((a, b) => a + b, 0n);
  const shares = weights.map((weight) => (whole * weight) / sum);
  shares[0] += whole - shares.reduce((a, b) => a + b, 0n);
  return shares;
}
const yuan = (fen) => `${fen / 100n}.${String(fen % 100n).padStart(2, '0')}`;

/** Which deals meet with what, by their number. */
const fates = {
  missing_in_registry: [11, 57],
  missing_in_bank: [23, 71, 130],
  quantity_differs: [31, 99],
  amount_differs: [42, 118],
  duplicate: [64, 150],
  late: [77],
};
const SPLIT = [5, 88, 160, 201];

export async function trading(url, password) {
  const folder = mkdtempSync(join(tmpdir(), 'qingheng-day-'));
  try {
    const seeded = writeDay(folder);
    const cli = join(root, 'dist/apps/cli/main.js');
    const answer = execFileSync(process.execPath, [cli, 'reconcile', '--input', folder], { maxBuffer: 1 << 28 });
    const { matched, breaks, totals } = JSON.parse(answer.toString());
    const found = breaks.map(({ kind, deal_id, bank }) => `${kind} ${deal_id ?? bank.join()}`).sort();
    if (JSON.stringify(found) !== JSON.stringify([...seeded].sort()))
      throw new Error(`seeded ${seeded.length} breaks, found ${found.length}: ${found.join('; ')}`);
    table(
      `Trading day ${DAY}, allowances 交易日对账`,
      ['deals 成交', 'tonnes', 'yuan', 'registry lines', 'bank lines', 'complete 三方一致', 'breaks 差异', 'seeded'],
      [
        [
          String(totals.deals),
          grouped(String(VOLUME)),
          grouped(totals.deals_amount),
          String(totals.registry_lines),
          String(totals.bank_lines),
          String(matched.length),
          String(breaks.length),
          `${seeded.length}, all found, none invented`,
        ],
      ],
    );
    const signed = await closed(url, password, folder, breaks);
    return { signed, deals: totals.deals, amount: totals.deals_amount, matched: matched.length, breaks: breaks.length };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The same day over HTTP, as the trading centre lives it. A day that an earlier demo closed stays closed. */
async function closed(url, password, folder, expected) {
  const day = `/api/v1/reconciliation/days/${DAY}`;
  const [clerk, second] = [
    await Person.signIn(url, 'trader@qingheng', password),
    await Person.signIn(url, 'settler@qingheng', password),
  ];
  const { items } = await clerk.get('/api/v1/reconciliation/days');
  if (items.find(({ tradeDate, status }) => tradeDate === DAY && status === 'closed')) return true;
  for (const book of ['deals', 'registry', 'bank']) {
    const form = new FormData();
    form.set('file', new Blob([readFileSync(join(folder, `${book}.csv`))]), `${book}.csv`);
    await clerk.call('POST', `${day}/books/${book}`, form);
  }
  await clerk.post(`${day}/match`);
  const breaks = (await clerk.get(`${day}/breaks?limit=200`)).items;
  if (breaks.length !== expected.length) throw new Error(`the service found ${breaks.length} differences`);
  for (const { id, kind } of breaks) {
    const resolution = kind === 'late' ? 'timing' : 'source_error';
    await clerk.post(`/api/v1/reconciliation/breaks/${id}/explain`, { resolution, note: 'demo 演示' });
    await second.post(`/api/v1/reconciliation/breaks/${id}/settle`);
  }
  const { status, jws } = await clerk.post(`${day}/close`);
  if (status !== 'closed' || !jws) throw new Error('the day was not closed');
  return true;
}

/** Writes the three books; returns the breaks that must be found. */
function writeDay(folder) {
  const [tonnes, fens] = [parts(VOLUME, 3), parts(FEN, 3)];
  const deals = ['deal_id,trade_date,account,product,side,quantity,price,amount'];
  const registry = ['line_id,date,account,product,quantity,reference'];
  const bank = ['line_id,value_date,account,amount,reference,memo'];
  const seeded = [];
  const is = (kind, i) => fates[kind].includes(i);
  for (let i = 0; i < DEALS; i++) {
    const deal = `D${String(i).padStart(4, '0')}`;
    const account = `A${String((i * 37) % 61).padStart(3, '0')}`;
    const [quantity, fen] = [tonnes[i], fens[i]];
    deals.push(
      `${deal},${DAY},${account},CEA,${i % 2 ? 'sell' : 'buy'},${quantity},${yuan(fen / quantity)},${yuan(fen)}`,
    );
    for (const kind of Object.keys(fates)) if (is(kind, i)) seeded.push(`${kind} ${deal}`);
    if (!is('missing_in_registry', i))
      registry.push(`R${i},${DAY},${account},CEA,${quantity + (is('quantity_differs', i) ? 1n : 0n)},${deal}`);
    if (is('missing_in_bank', i)) continue;
    const paid = is('amount_differs', i) ? fen - 1n : fen;
    const lines = SPLIT.includes(i) ? [paid / 3n, paid - paid / 3n] : is('duplicate', i) ? [paid, paid] : [paid];
    const day = is('late', i) ? '2024-12-26' : DAY;
    lines.forEach((part, n) => bank.push(`B${i}-${n},${day},${account},${yuan(part)},${deal},`));
  }
  bank.push(`BX,${DAY},A999,12345.67,?,`);
  seeded.push('not_in_deals BX');
  for (const [name, rows] of Object.entries({ deals, registry, bank }))
    writeFileSync(join(folder, `${name}.csv`), `${rows.join('\n')}\n`);
  return seeded;
}
