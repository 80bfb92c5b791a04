/** Walks the whole book: the chain from its rows, every balance from its transfers, every serial from its lots. */
import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { canonical } from '../book/command';
import { Digest, GENESIS, linkHash } from './chain';

export interface BookState {
  batches: number;
  transfers: number;
  head: string;
  /** Nothing where all is well; otherwise what is wrong first, in both languages. */
  faults: { code: string; zh: string; en: string }[];
}

interface Row {
  id: string;
  batch: string;
  columns: (string | number | null)[];
  payload: unknown;
  hash: string;
}

const PAGE = 20_000;

export async function verifyBook(manager: EntityManager): Promise<BookState> {
  const faults: BookState['faults'] = [];
  const chain = await walk(manager, faults);
  for (const { code, zh, en, sql } of CHECKS) {
    const [{ n }] = await manager.query(sql);
    if (Number(n)) faults.push({ code, zh: `${zh}（${n}）`, en: `${en} (${n})` });
  }
  return { ...chain, faults };
}

async function walk(manager: EntityManager, faults: BookState['faults']): Promise<Omit<BookState, 'faults'>> {
  let prevHash = GENESIS;
  let transfers = 0;
  let batches = 0;
  let next = 1n;
  for (let after = 0n; ;) {
    const links: Record<string, string>[] = await manager.query(
      `SELECT pos, first_transfer AS first, last_transfer AS last, prev_hash AS prev, digest, hash FROM ledger_batch
       WHERE pos > $1 ORDER BY pos LIMIT 500`,
      [after],
    );
    if (!links.length) return { batches, transfers, head: prevHash };
    for (const link of links) {
      const [pos, first, last] = [BigInt(link.pos!), BigInt(link.first!), BigInt(link.last!)];
      const { digest, n } = await digestOf(manager, first, last);
      const right =
        pos === after + 1n &&
        first === next &&
        BigInt(n) === last - first + 1n &&
        link.prev === prevHash &&
        link.digest === digest &&
        link.hash === linkHash({ pos, first, last, prevHash, digest });
      if (!right) {
        faults.push({
          code: 'CHAIN_BROKEN',
          zh: `第 ${pos} 批与其内容或前一批不符`,
          en: `batch ${pos} does not agree with its content or with the batch before`,
        });
        return { batches, transfers, head: prevHash };
      }
      [prevHash, after, next] = [link.hash!, pos, last + 1n];
      batches++;
      transfers += n;
    }
  }
}

async function digestOf(manager: EntityManager, first: bigint, last: bigint): Promise<{ digest: string; n: number }> {
  const digest = new Digest();
  let n = 0;
  for (let from = first; from <= last; from += BigInt(PAGE)) {
    const rows: Row[] = await manager.query(
      `SELECT t.id, json_build_array(t.id::text, t.request_id::text, t.leg, t.asset_id, t.amount::text, t.from_account::text,
         t.from_seq::text, t.from_balance::text, t.to_account::text, t.to_seq::text, t.to_balance::text, t.kind,
         t.hold_of::text, t.business_date::text) AS columns, q.payload, q.payload_hash AS hash
       FROM ledger_transfer t JOIN ledger_request q ON q.id = t.request_id
       WHERE t.id BETWEEN $1 AND $2 AND t.id < $3 ORDER BY t.id`,
      [from, last, from + BigInt(PAGE)],
    );
    for (const { columns, payload } of rows)
      digest.add([...columns, createHash('sha256').update(canonical(payload)).digest('hex')]);
    n += rows.length;
  }
  return { digest: digest.hex(), n };
}

const CHECKS = [
  {
    code: 'NOT_ZERO',
    zh: '有资产的各账户余额之和不为零',
    en: 'assets whose balances do not add up to zero',
    sql: `SELECT count(*) AS n FROM (SELECT asset_id FROM ledger_account GROUP BY asset_id HAVING sum(posted) <> 0) x`,
  },
  {
    code: 'BALANCE_UNEXPLAINED',
    zh: '有账户余额与其全部转移之和不符',
    en: 'accounts whose balance is not the sum of their transfers',
    sql: `SELECT count(*) AS n FROM ledger_account a LEFT JOIN (
        SELECT account, sum(delta) AS total, count(*) AS steps FROM (
          SELECT from_account AS account, -amount AS delta FROM ledger_transfer
          UNION ALL SELECT to_account, amount FROM ledger_transfer) s GROUP BY account) t ON t.account = a.id
      WHERE a.posted <> COALESCE(t.total, 0) OR a.seq <> COALESCE(t.steps, 0)`,
  },
  {
    code: 'SERIALS_DIFFER',
    zh: '有账户的序列号数与余额不符',
    en: 'accounts with more or fewer serials than units',
    sql: `SELECT count(*) AS n FROM ledger_account a JOIN ledger_asset s ON s.id = a.asset_id
      LEFT JOIN (SELECT account_id, sum(upper(serials) - lower(serials)) AS units FROM ledger_lot GROUP BY account_id) l
        ON l.account_id = a.id
      WHERE s.serialised AND a.floor IS NOT NULL AND a.posted <> COALESCE(l.units, 0)`,
  },
  {
    code: 'HOLD_DIFFERS',
    zh: '有冻结账户的余额少于其未了结的冻结',
    en: 'hold accounts with less than their open holds',
    sql: `SELECT count(*) AS n FROM ledger_account a JOIN (
        SELECT account_id, sum(amount - resolved) AS open FROM ledger_hold GROUP BY account_id) h ON h.account_id = a.id
      WHERE a.purpose IN ('order_hold', 'pledge', 'judicial') AND a.posted < h.open`,
  },
];
