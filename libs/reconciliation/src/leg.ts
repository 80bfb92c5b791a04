/**
 * One leg of the day: deals against the registry's units or the bank's money. Set-based passes, each over what the earlier
 * ones left: by reference (one or several lines for a deal, one line for several deals), then by account and figure where a
 * line and a deal have only each other, then by sums in small groups, where there is one way alone. A line is claimed once.
 */
import type { Books } from './database';
import { quoted } from './database';
import type { Leg } from './leg.model';
import type { Break, Rules } from './model';
import { plainPairs } from './plain';
import { duplicates, onlySubset } from './sums';

/**
 * Leaves `plain_<leg>` (d, l: row numbers of a deal and its one line) and `done_<leg>` (deal_id, lines, last) for all that is not
 * so plain; returns the breaks of the leg and, by row of the deals, which of them are settled.
 */
export async function matchLeg(
  books: Books,
  leg: Leg,
  rules: Rules,
): Promise<{ breaks: Break[]; settled: Uint8Array }> {
  const { settled, late } = await plainPairs(books, leg, rules);
  const early = late ? await latePairs(books, leg, rules) : [];
  await group(books, leg);
  const breaks = [...early, ...(await byReference(books, leg, rules)), ...(await lateLines(books, leg, rules))];
  await byFigure(books, leg, rules);
  await bySums(books, leg, rules);
  breaks.push(...(await lateFinds(books, leg, rules)), ...(await left(books, leg)));
  const [done] = await books.integers(
    `SELECT d FROM deals_${leg.name} WHERE deal_id IN (SELECT deal_id FROM done_${leg.name})`,
  );
  for (const deal of done!) settled[deal] = 1;
  return { breaks, settled };
}

async function latePairs(books: Books, { name }: Leg, rules: Rules): Promise<Break[]> {
  const rows = await books.rows(`
    SELECT d.deal_id, [l.line_id] AS lines, p.days FROM plain_${name} p
    JOIN deals d ON d.rowid = p.d JOIN ${name} l ON l.rowid = p.l
    WHERE p.days > ${rules.late_after_days} ORDER BY d.deal_id`);
  return rows.map(lateBreak(name));
}

/** Which deals and lines belong together by reference: `g` is the deal, or the smallest of deals that share a line. */
async function group(books: Books, { name, measure, date, same }: Leg): Promise<void> {
  const pairs = await books.rows(`SELECT line_id, deal_id FROM several_${name} ORDER BY line_id, deal_id`);
  await books.run(`CREATE TABLE root_${name} (deal_id VARCHAR, g VARCHAR)`);
  const roots = rootsOf(pairs.map(({ line_id, deal_id }) => [String(line_id), String(deal_id)]));
  if (roots.length)
    await books.run(
      `INSERT INTO root_${name} VALUES ${roots.map(([deal, g]) => `(${quoted(deal)}, ${quoted(g)})`).join(', ')}`,
    );
  await books.run(`
    CREATE TABLE target_${name} AS
    SELECT COALESCE(r.g, d.deal_id) AS g, sum(d.${measure}) AS target, min(d.trade_date) AS day, count(*) AS deals,
      ${same.map((c) => `min(d.${c}) AS ${c}, max(d.${c}) AS ${c}_to`).join(', ')}
    FROM deals_${name} d LEFT JOIN root_${name} r USING (deal_id) GROUP BY 1;
    CREATE TABLE line_${name} AS
    SELECT l.line_id, l.${measure} AS measure, l.${date} AS day, ${same.map((c) => `l.${c}`).join(', ')},
      COALESCE(r.g, s.g, l.reference) AS g
    FROM rest_${name} l
    LEFT JOIN root_${name} r ON r.deal_id = l.reference
    LEFT JOIN (SELECT DISTINCT line_id, g FROM several_${name} JOIN root_${name} USING (deal_id)) s ON s.line_id = l.line_id;
    CREATE TABLE sum_${name} AS
    SELECT t.g, t.target, t.day, t.deals, l.s, l.n, l.last,
      ${same.map((c) => `l.${c}_from IS DISTINCT FROM t.${c} OR l.${c}_to IS DISTINCT FROM t.${c}_to`).join(' OR ')} AS other
    FROM target_${name} t JOIN (
      SELECT g, sum(measure) AS s, count(*) AS n, max(day) AS last,
        ${same.map((c) => `min(${c}) AS ${c}_from, max(${c}) AS ${c}_to`).join(', ')}
      FROM line_${name} GROUP BY g) l USING (g);
    CREATE TABLE done_${name} (deal_id VARCHAR, lines VARCHAR[], last DATE);
  `);
}

/** Deals that share a line, directly or through others, under the smallest of them. */
function rootsOf(pairs: [string, string][]): [string, string][] {
  const parent = new Map<string, string>();
  const find = (deal: string): string => {
    const above = parent.get(deal) ?? deal;
    return above === deal ? deal : find(above);
  };
  const first = new Map<string, string>();
  for (const [line, deal] of pairs) {
    parent.set(deal, find(deal));
    const other = first.get(line);
    if (other === undefined) first.set(line, deal);
    else {
      const [a, b] = [find(other), find(deal)].sort() as [string, string];
      parent.set(b, a);
    }
  }
  return [...parent.keys()].map((deal) => [deal, find(deal)]);
}

async function byReference(books: Books, leg: Leg, rules: Rules): Promise<Break[]> {
  const { name, differs, decimals } = leg;
  const tolerance = rules[leg.tolerance];
  await books.run(`
    INSERT INTO done_${name}
    SELECT COALESCE(r.deal_id, s.g), l.lines, s.last FROM sum_${name} s
    JOIN (SELECT g, list(line_id ORDER BY line_id) AS lines FROM line_${name} GROUP BY g) l USING (g)
    LEFT JOIN root_${name} r ON r.g = s.g
    WHERE NOT s.other AND abs(s.s - s.target) <= ${tolerance}`);
  const wrong = await books.rows(`
    SELECT s.g, CAST(s.target AS VARCHAR) AS target, CAST(s.s - s.target AS VARCHAR) AS difference, s.other, s.deals,
      list(l.line_id ORDER BY l.line_id) AS ids, list(CAST(l.measure AS VARCHAR) ORDER BY l.line_id) AS measures,
      CAST(max(l.day) AS VARCHAR) AS last
    FROM sum_${name} s JOIN line_${name} l USING (g)
    WHERE s.other OR abs(s.s - s.target) > ${tolerance} GROUP BY ALL ORDER BY s.g`);
  const breaks: Break[] = [];
  for (const row of wrong) {
    const [ids, measures] = [row.ids as string[], row.measures as string[]];
    const deal_id = String(row.g);
    const extra = row.other || row.deals !== '1' ? undefined : duplicates(measures, String(row.target), decimals);
    if (extra) {
      const kept = ids.filter((_, i) => !extra.includes(i));
      await claim(books, name, deal_id, kept, String(row.last));
      for (const i of extra) breaks.push({ kind: 'duplicate', deal_id, [name]: [ids[i]!] });
    } else
      breaks.push({
        kind: differs,
        deal_id,
        [name]: ids,
        difference: plain(String(row.difference)),
        ...(row.other === true && { other_account: true }),
      });
  }
  return breaks;
}

const claim = (books: Books, name: string, deal: string, lines: string[], last: string): Promise<void> =>
  books.run(`INSERT INTO done_${name} VALUES (${quoted(deal)}, [${lines.map(quoted).join(', ')}], ${quoted(last)})`);

const late = (name: string, where: string, rules: Rules): string => `
  SELECT x.deal_id, x.lines, datediff('day', d.trade_date, x.last) AS days FROM done_${name} x JOIN deals_${name} d USING (deal_id)
  WHERE datediff('day', d.trade_date, x.last) > ${rules.late_after_days} AND ${where} ORDER BY x.deal_id`;

async function lateLines(books: Books, { name }: Leg, rules: Rules): Promise<Break[]> {
  const rows = await books.rows(late(name, 'TRUE', rules));
  await books.run(`CREATE TABLE seen_${name} AS SELECT deal_id FROM done_${name}`);
  return rows.map(lateBreak(name));
}

async function lateFinds(books: Books, { name }: Leg, rules: Rules): Promise<Break[]> {
  const rows = await books.rows(late(name, `x.deal_id NOT IN (SELECT deal_id FROM seen_${name})`, rules));
  return rows.map(lateBreak(name));
}

const lateBreak =
  (name: Leg['name']) =>
  (row: Record<string, unknown>): Break => ({
    kind: 'late',
    deal_id: String(row.deal_id),
    [name]: row.lines as string[],
    difference: String(row.days),
  });

/** Lines whose reference names no deal, and deals that no line names. */
const freeLines = (name: string): string =>
  `(SELECT * FROM line_${name} WHERE g NOT IN (SELECT g FROM target_${name})
     AND line_id NOT IN (SELECT unnest(lines) FROM done_${name}))`;
const freeDeals = (name: string): string =>
  `(SELECT d.* FROM deals_${name} d LEFT JOIN root_${name} r USING (deal_id)
    WHERE COALESCE(r.g, d.deal_id) NOT IN (SELECT g FROM sum_${name}) AND d.deal_id NOT IN (SELECT deal_id FROM done_${name}))`;

/** Only where a line and a deal have nobody but each other: who came first decides nothing. */
async function byFigure(books: Books, { name, measure, same }: Leg, { date_window_days }: Rules): Promise<void> {
  await books.run(`
    INSERT INTO done_${name}
    SELECT deal_id, [line_id], day FROM (
      SELECT d.deal_id, l.line_id, l.day,
        count(*) OVER (PARTITION BY d.deal_id) AS lines, count(*) OVER (PARTITION BY l.line_id) AS deals
      FROM ${freeLines(name)} l JOIN ${freeDeals(name)} d
        ON ${same.map((c) => `l.${c} = d.${c}`).join(' AND ')} AND l.measure = d.${measure}
        AND abs(datediff('day', d.trade_date, l.day)) <= ${date_window_days})
    WHERE lines = 1 AND deals = 1`);
}

/** Several lines for a deal, or a line for several deals, without a reference: in small groups, and only one way. */
async function bySums(books: Books, leg: Leg, { date_window_days }: Rules): Promise<void> {
  const { name, measure, same, decimals } = leg;
  const key = (alias: string): string => `concat_ws(chr(1), ${same.map((c) => `${alias}.${c}`).join(', ')})`;
  const rows = await books.rows(`
    WITH l AS (SELECT ${key('f')} AS k, list(line_id ORDER BY line_id) AS ids, list(CAST(measure AS VARCHAR) ORDER BY line_id) AS measures,
        list(CAST(day AS VARCHAR) ORDER BY line_id) AS days FROM ${freeLines(name)} f GROUP BY 1 HAVING count(*) <= 20),
      d AS (SELECT ${key('f')} AS k, list(deal_id ORDER BY deal_id) AS ids, list(CAST(${measure} AS VARCHAR) ORDER BY deal_id) AS measures,
        list(CAST(trade_date AS VARCHAR) ORDER BY deal_id) AS days FROM ${freeDeals(name)} f GROUP BY 1 HAVING count(*) <= 20)
    SELECT l.ids AS lines, l.measures AS line_measures, l.days AS line_days, d.ids AS deals, d.measures AS deal_measures,
      d.days AS deal_days FROM l JOIN d USING (k) ORDER BY k`);
  for (const row of rows) {
    const [lines, deals] = [row.lines as string[], row.deals as string[]];
    const near = (i: number, j: number): boolean =>
      Math.abs(Date.parse((row.line_days as string[])[i]!) - Date.parse((row.deal_days as string[])[j]!)) <=
      date_window_days * 86_400_000;
    const used = new Set<number>();
    const taken = new Set<number>();
    for (const [j, deal] of deals.entries()) {
      const usable = lines.map((_, i) => i).filter((i) => !used.has(i) && near(i, j));
      const found = onlySubset(
        usable.map((i) => (row.line_measures as string[])[i]!),
        (row.deal_measures as string[])[j]!,
        decimals,
      );
      if (!found) continue;
      taken.add(j);
      const chosen = found.map((at) => usable[at]!);
      chosen.forEach((i) => used.add(i));
      const last = chosen
        .map((i) => (row.line_days as string[])[i]!)
        .sort()
        .at(-1)!;
      await claim(
        books,
        name,
        deal,
        chosen.map((i) => lines[i]!),
        last,
      );
    }
    for (const [i, line] of lines.entries()) {
      if (used.has(i)) continue;
      const usable = deals.map((_, j) => j).filter((j) => !taken.has(j) && near(i, j));
      const found = onlySubset(
        usable.map((j) => (row.deal_measures as string[])[j]!),
        (row.line_measures as string[])[i]!,
        decimals,
      );
      for (const at of found ?? []) {
        taken.add(usable[at]!);
        await claim(books, name, deals[usable[at]!]!, [line], (row.line_days as string[])[i]!);
      }
    }
  }
}

async function left(books: Books, { name, missing }: Leg): Promise<Break[]> {
  const deals = await books.rows(`SELECT deal_id FROM ${freeDeals(name)} ORDER BY deal_id`);
  const lines = await books.rows(`SELECT line_id FROM ${freeLines(name)} ORDER BY line_id`);
  return [
    ...deals.map(({ deal_id }): Break => ({ kind: missing, deal_id: String(deal_id) })),
    ...lines.map(({ line_id }): Break => ({ kind: 'not_in_deals', [name]: [String(line_id)] })),
  ];
}

/** 10.000000 → 10; −0.50 stays. */
const plain = (decimal: string): string => (decimal.includes('.') ? decimal.replace(/\.?0+$/, '') : decimal);
