// A trading day reconciled: the listed allowances of 2024-12-24 (452,375 t for 44,118,277.87 yuan, Shanghai Environment
// and Energy Exchange, national carbon market) are split into deals of many accounts; registry and bank files follow them
// with breaks of every kind put in. Every one must be found, and none invented; two people adjust, match again, write off and
// explain them, and close the day.
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
/** Paid from another account and without a reference: missing, says the day, until somebody finds the line. */
const FOUND_BY_HAND = { deal: 130, line: 'BW' };

/** How the centre ends what it found: each kind by what it is about. */
const endings = {
  quantity_differs: 'adjustment',
  amount_differs: 'write_off',
  late: 'timing',
};

export async function trading(url, password) {
  const folder = mkdtempSync(join(tmpdir(), 'qingheng-day-'));
  try {
    const seeded = writeDay(folder);
    const cli = join(root, 'dist/apps/cli/main.js');
    const answer = execFileSync(process.execPath, [cli, 'reconcile', '--input', folder], { maxBuffer: 1 << 28 });
    const { matched, breaks, totals } = JSON.parse(answer.toString());
    allFound(
      seeded,
      breaks.map(({ kind, deal_id, bank }) => `${kind} ${deal_id ?? bank.join()}`),
    );
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
    const day = await closed(url, password, folder, seeded);
    return {
      ...{ ...day, deals: totals.deals, amount: totals.deals_amount },
      ...{ matched: matched.length, breaks: breaks.length },
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function allFound(seeded, found) {
  if (JSON.stringify([...found].sort()) !== JSON.stringify([...seeded].sort()))
    throw new Error(`seeded ${seeded.length} breaks, found ${found.length}: ${found.join('; ')}`);
}

/** What must be refused is; anything else that goes wrong is a fault of the demo. */
async function refused(work, code) {
  const answer = await work().then(
    () => 'nothing was refused',
    (error) => error.message,
  );
  if (!answer.includes(code)) throw new Error(`${code} was expected: ${answer}`);
}

/** The same day over HTTP, as the trading centre lives it. A day that an earlier demo closed stays closed. */
async function closed(url, password, folder, seeded) {
  const day = `/api/v1/reconciliation/days/${DAY}`;
  const [clerk, second, registrar] = await Promise.all(
    ['trader@qingheng', 'settler@qingheng', 'registrar@qingheng'].map((name) => Person.signIn(url, name, password)),
  );
  const { items } = await clerk.get('/api/v1/reconciliation/days');
  if (items.find(({ tradeDate, status }) => tradeDate === DAY && status === 'closed')) return { signed: true };
  // The book knows the day's product; the demo's accounts are all the smelter's.
  await registrar.post('/api/v1/registry/assets', { code: 'CEA', kind: 'allowance' });
  const smelter = (await (await Person.signIn(url, 'filer@huolin', password)).get('/api/v1/auth/me')).user.organisation;
  for (const book of ['deals', 'registry', 'bank']) {
    const form = new FormData();
    form.set('file', new Blob([readFileSync(join(folder, `${book}.csv`))]), `${book}.csv`);
    await clerk.call('POST', `${day}/books/${book}`, form);
  }
  await clerk.post(`${day}/match`);
  const breaks = (await clerk.get(`${day}/breaks?limit=200`)).items;
  allFound(
    seeded,
    breaks.map(({ kind, dealId, bank }) => `${kind} ${dealId ?? bank.join()}`),
  );
  await refused(() => clerk.post(`${day}/close`), 'DAY_HAS_BREAKS');
  const counts = {};
  for (const one of breaks.filter(({ bank }) => !bank?.includes(FOUND_BY_HAND.line))) {
    const said = sayOf(one, smelter.id);
    const path = `/api/v1/reconciliation/breaks/${one.id}`;
    await clerk.post(`${path}/explain`, said);
    if (!counts[said.resolution]) await refused(() => clerk.post(`${path}/settle`), 'SAME_PERSON');
    await second.post(`${path}/settle`);
    counts[said.resolution] = (counts[said.resolution] ?? 0) + 1;
  }
  const left = (await clerk.get(`${day}/breaks?limit=200`)).items.filter(({ status }) => status !== 'resolved');
  if (left.length) throw new Error(`${left.length} differences are left`);
  const { status, jws } = await clerk.post(`${day}/close`);
  if (status !== 'closed' || !jws) throw new Error('the day was not closed');
  table(
    'How the differences ended, by two people 差异处理（两人）',
    ['adjusted 调整', 'matched again 重新勾对', 'written off 核销', 'timing 时间差', "source's error 来源差错"],
    [['adjustment', 'rematch', 'write_off', 'timing', 'source_error'].map((kind) => String(counts[kind] ?? 0))],
  );
  return { signed: true, resolutions: counts };
}

/** A tonne too many in the registry is put right in the book, a fen is written off, a payment found by hand is matched. */
function sayOf({ kind, dealId, difference }, holder) {
  const note = 'demo 演示';
  if (dealId === dealOf(FOUND_BY_HAND.deal))
    return { resolution: 'rematch', note, links: { bank: [FOUND_BY_HAND.line] } };
  const resolution = endings[kind] ?? 'source_error';
  if (resolution !== 'adjustment') return { resolution, note };
  const [direction, amount] = difference.startsWith('-') ? ['out', difference.slice(1)] : ['in', difference];
  return { resolution, note, adjustment: { holder, asset: 'CEA', amount, direction } };
}

const dealOf = (i) => `D${String(i).padStart(4, '0')}`;

/** Writes the three books; returns the breaks that must be found. */
function writeDay(folder) {
  const [tonnes, fens] = [parts(VOLUME, 3), parts(FEN, 3)];
  const deals = ['deal_id,trade_date,account,product,side,quantity,price,amount'];
  const registry = ['line_id,date,account,product,quantity,reference'];
  const bank = ['line_id,value_date,account,amount,reference,memo'];
  const seeded = [];
  const is = (kind, i) => fates[kind].includes(i);
  for (let i = 0; i < DEALS; i++) {
    const deal = dealOf(i);
    const account = `A${String((i * 37) % 61).padStart(3, '0')}`;
    const [quantity, fen] = [tonnes[i], fens[i]];
    deals.push(
      `${deal},${DAY},${account},CEA,${i % 2 ? 'sell' : 'buy'},${quantity},${yuan(fen / quantity)},${yuan(fen)}`,
    );
    for (const kind of Object.keys(fates)) if (is(kind, i)) seeded.push(`${kind} ${deal}`);
    if (!is('missing_in_registry', i))
      registry.push(`R${i},${DAY},${account},CEA,${quantity + (is('quantity_differs', i) ? 1n : 0n)},${deal}`);
    if (i === FOUND_BY_HAND.deal) bank.push(`${FOUND_BY_HAND.line},${DAY},A998,${yuan(fen)},?,`);
    if (is('missing_in_bank', i)) continue;
    const paid = is('amount_differs', i) ? fen - 1n : fen;
    const lines = SPLIT.includes(i) ? [paid / 3n, paid - paid / 3n] : is('duplicate', i) ? [paid, paid] : [paid];
    const day = is('late', i) ? '2024-12-26' : DAY;
    lines.forEach((part, n) => bank.push(`B${i}-${n},${day},${account},${yuan(part)},${deal},`));
  }
  bank.push(`BX,${DAY},A999,12345.67,?,`);
  seeded.push('not_in_deals BX', `not_in_deals ${FOUND_BY_HAND.line}`);
  for (const [name, rows] of Object.entries({ deals, registry, bank }))
    writeFileSync(join(folder, `${name}.csv`), `${rows.join('\n')}\n`);
  return seeded;
}
