/** Reconciles a trading day: deals with registry and bank, every line claimed at most once, every difference typed. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { Books } from './database';
import { matchLeg } from './leg';
import { LEGS } from './leg.model';
import { type Break, type Fault, type Reconciliation, ReconciliationFaults, type Rules, USUAL } from './model';
import { readBooks } from './read-books';

/** Of each leg: which deal a line settles; of several the smallest number. What is not here settles none. */
export interface Claims {
  registry: Map<string, string>;
  bank: Map<string, string>;
}

export {
  type Break,
  type BreakKind,
  type Matched,
  type Reconciliation,
  ReconciliationFaults,
  type Rules,
} from './model';

/**
 * Reads deals.csv, registry.csv, bank.csv and rules.yaml of a folder. Of a big day the matches may stay unlisted: the
 * totals count them; `onClaims` is given what each line settles, one leg alone included. Throws ReconciliationFaults with every fault.
 */
export async function reconcile(
  folder: string,
  { list = 'all', onClaims }: { list?: 'all' | 'breaks'; onClaims?: (claims: Claims) => void } = {},
): Promise<Reconciliation> {
  const rules = readRules(join(folder, 'rules.yaml'));
  const books = await Books.open();
  try {
    await readBooks(books, folder);
    const breaks: Break[] = [];
    const settled: Uint8Array[] = [];
    for (const leg of LEGS) {
      const found = await matchLeg(books, leg, rules);
      breaks.push(...found.breaks);
      settled.push(found.settled);
    }
    if (onClaims) onClaims({ registry: await groups(books, 'registry'), bank: await groups(books, 'bank') });
    const matched =
      list === 'breaks'
        ? []
        : await books.rows(
            `SELECT deal_id, r.lines AS registry, b.lines AS bank FROM (${claimed('registry')}) r JOIN (${claimed('bank')}) b
              USING (deal_id) ORDER BY deal_id`,
          );
    return {
      matched: matched.map(({ deal_id, registry, bank }) => ({
        deal_id: String(deal_id),
        registry: registry as string[],
        bank: bank as string[],
      })),
      breaks: breaks.sort((a, b) => compare(nameOf(a), nameOf(b))),
      totals: await totals(books, breaks, settled as [Uint8Array, Uint8Array]),
    };
  } finally {
    books.close();
  }
}

/** Each deal of a leg with its lines, plain or not. */
const claimed = (leg: string): string => `
  SELECT d.deal_id, [l.line_id] AS lines FROM plain_${leg} p JOIN deals d ON d.rowid = p.d JOIN ${leg} l ON l.rowid = p.l
  UNION ALL SELECT deal_id, lines FROM done_${leg}`;

async function groups(books: Books, leg: string): Promise<Map<string, string>> {
  const rows =
    await books.rows(`SELECT line, min(deal_id) AS g FROM (SELECT deal_id, unnest(lines) AS line FROM (${claimed(leg)}))
    GROUP BY line`);
  return new Map(rows.map(({ line, g }) => [String(line), String(g)]));
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const nameOf = ({ deal_id, registry, bank, kind }: Break): string =>
  [deal_id === undefined ? 1 : 0, deal_id, registry, bank, kind].join(' ');

async function totals(
  books: Books,
  breaks: Break[],
  [units, money]: [Uint8Array, Uint8Array],
): Promise<Reconciliation['totals']> {
  const [row] = await books.rows(`SELECT
    (SELECT count(*) FROM deals)::INT AS deals, (SELECT count(*) FROM registry)::INT AS registry_lines,
    (SELECT count(*) FROM bank)::INT AS bank_lines,
    ${units.reduce((sum, one, deal) => sum + (one & money[deal]!), 0)} AS matched,
    (SELECT CAST(COALESCE(sum(quantity), 0) AS VARCHAR) FROM deals) AS deals_quantity,
    (SELECT CAST(COALESCE(sum(quantity), 0) AS VARCHAR) FROM registry) AS registry_quantity,
    (SELECT CAST(COALESCE(sum(amount), 0) AS VARCHAR) FROM deals) AS deals_amount,
    (SELECT CAST(COALESCE(sum(amount), 0) AS VARCHAR) FROM bank) AS bank_amount`);
  const kinds: Record<string, number> = {};
  for (const { kind } of breaks) kinds[kind] = (kinds[kind] ?? 0) + 1;
  return { ...(row as Record<string, string | number>), breaks: breaks.length, ...kinds };
}

function readRules(path: string): Rules {
  if (!existsSync(path)) return USUAL;
  const faults: Fault[] = [];
  const given = (parse(readFileSync(path, 'utf8')) ?? {}) as Record<string, unknown>;
  const rules: Record<string, unknown> = { ...USUAL };
  for (const [name, value] of Object.entries(given)) {
    const usual = (USUAL as unknown as Record<string, unknown>)[name];
    const fits =
      typeof usual === 'number'
        ? Number.isInteger(value) && (value as number) >= 0 && (value as number) <= 366
        : /^\d{1,12}(\.\d{1,6})?$/.test(String(value));
    if (usual === undefined)
      faults.push({
        table: 'rules',
        column: name,
        code: 'UNKNOWN_COLUMN',
        message: { zh: `没有规则“${name}”`, en: `there is no rule "${name}"` },
        remedy: { zh: `可用：${Object.keys(USUAL).join('、')}`, en: `known: ${Object.keys(USUAL).join(', ')}` },
      });
    else if (!fits)
      faults.push({
        table: 'rules',
        column: name,
        code: 'NOT_A_NUMBER',
        message: { zh: '不是数', en: 'not a number' },
      });
    else rules[name] = typeof usual === 'number' ? value : String(value);
  }
  if (faults.length) throw new ReconciliationFaults(faults);
  return rules as unknown as Rules;
}
