/**
 * The greater part of any day: a deal that one line alone names, and that says the same. One join by reference, its answer as row
 * numbers in typed arrays; counting there takes a pass, where a table of a million pairs and two groupings took most of the time.
 */
import { type Books, quoted } from './database';
import type { Leg } from './leg.model';
import type { Rules } from './model';

const SEPARATOR = '[,;，；、/\\s]+';
/** Instead of days, where figures or accounts are not alike. */
const UNLIKE = -2147483647;
const NONE = 0;
const PLAIN = 1;
const OTHER = 2;

export interface Plain {
  /** By row of the deals: whether it is settled. */
  settled: Uint8Array;
  /** Whether a line is dated too late. */
  late: boolean;
}

/**
 * Leaves `deals_<leg>` and `rest_<leg>`, the deals and lines that are not so plain, `several_<leg>`, lines that name several deals,
 * all of them known, and a view `plain_<leg>` (d, l: row numbers of a deal and its line; days) of what is settled.
 */
export async function plainPairs(books: Books, leg: Leg, rules: Rules): Promise<Plain> {
  const { name, measure, date, same } = leg;
  const alike = [
    ...same.map((column) => `l.${column} = d.${column}`),
    // A difference is wider than 64 bits and slow to compute; most days allow none.
    Number(rules[leg.tolerance]) === 0
      ? `l.${measure} = d.${measure}`
      : `abs(l.${measure} - d.${measure}) <= ${rules[leg.tolerance]}`,
  ].join(' AND ');
  const [lines, deals, days] = (await books.integers(`
    SELECT l.rowid::INTEGER, coalesce(d.rowid, -1)::INTEGER, CASE WHEN d.rowid IS NULL THEN 0 WHEN NOT (${alike}) THEN ${UNLIKE}
      WHEN l.${date} = d.trade_date THEN 0 ELSE CAST(l.${date} AS DATE) - CAST(d.trade_date AS DATE) END::INTEGER
    FROM ${name} l LEFT JOIN deals d ON d.deal_id = l.reference`)) as [Int32Array, Int32Array, Int32Array];
  const [{ n }] = (await books.rows('SELECT count(*)::INTEGER AS n FROM deals')) as [{ n: number }];
  const state = new Uint8Array(n);
  const unnamed: number[] = [];
  for (let i = 0; i < deals.length; i++) {
    const deal = deals[i]!;
    if (deal < 0) unnamed.push(lines[i]!);
    else state[deal] = state[deal] === NONE && days[i] !== UNLIKE ? PLAIN : OTHER;
  }
  for (const deal of await several(books, name, unnamed)) state[deal] = OTHER;
  const others: number[] = [];
  for (let deal = 0; deal < n; deal++) if (state[deal] !== PLAIN) others.push(deal);
  let late = false;
  const free: number[] = [];
  for (let i = 0; i < deals.length; i++)
    if (deals[i]! < 0 || state[deals[i]!] === OTHER) free.push(lines[i]!);
    else late ||= days[i]! > rules.late_after_days;
  await books.fill(`other_${name}`, 'd', others);
  await books.fill(`free_${name}`, 'l', free);
  await books.run(`
    CREATE TABLE deals_${name} AS SELECT deal_id, CAST(trade_date AS DATE) AS trade_date, ${[...same, measure].join(', ')},
      rowid::INTEGER AS d FROM deals WHERE rowid IN (SELECT d FROM other_${name});
    CREATE TABLE rest_${name} AS SELECT line_id, CAST(${date} AS DATE) AS ${date}, ${[...same, measure].join(', ')}, reference
      FROM ${name} WHERE rowid IN (SELECT l FROM free_${name});
    CREATE VIEW plain_${name} AS SELECT d.rowid AS d, l.rowid AS l, CAST(l.${date} AS DATE) - CAST(d.trade_date AS DATE) AS days
      FROM ${name} l JOIN deals d ON d.deal_id = l.reference WHERE d.rowid NOT IN (SELECT d FROM other_${name});`);
  for (const deal of others) state[deal] = NONE;
  return { settled: state, late };
}

/** Of lines that name no deal as they stand: those that name several. The rows of these deals. */
async function several(books: Books, name: string, unnamed: number[]): Promise<Int32Array> {
  await books.run(`CREATE TABLE several_${name} (line_id VARCHAR, deal_id VARCHAR)`);
  if (!unnamed.length) return new Int32Array();
  await books.fill(`unnamed_${name}`, 'l', unnamed);
  // First the few lines, then what is costly about them.
  await books.run(`
    CREATE TABLE loose_${name} AS SELECT line_id, reference FROM ${name} WHERE rowid IN (SELECT l FROM unnamed_${name});
    CREATE TABLE naming_${name} AS
    SELECT line_id, list_distinct(list_filter(regexp_split_to_array(reference, ${quoted(SEPARATOR)}), lambda x: x <> '')) AS parts
    FROM loose_${name} WHERE regexp_matches(reference, ${quoted(SEPARATOR)})`);
  const [some] = await books.rows(`SELECT count(*) > 0 AS some FROM naming_${name}`);
  if (!some!.some) return new Int32Array();
  await books.run(`
    INSERT INTO several_${name}
    SELECT line_id, deal_id FROM (SELECT line_id, unnest(parts) AS deal_id, len(parts) AS n FROM naming_${name})
    WHERE deal_id IN (SELECT deal_id FROM deals)
    QUALIFY count(*) OVER (PARTITION BY line_id) = n`);
  const [deals] = await books.integers(
    `SELECT rowid::INTEGER FROM deals WHERE deal_id IN (SELECT deal_id FROM several_${name})`,
  );
  return deals!;
}
