/** What a batch needs to know, each kind in one statement. */
import type { AccountState, HoldState, Request } from '../book/book';
import { Lots } from '../book/lots';

/** Asks the database once it is free. */
export type Ask = (sql: string, parameters?: unknown[]) => Promise<Record<string, unknown>[]>;

/**
 * The oldest requests without an answer, those after `after`, as one text: five thousand rows one by one would keep the driver
 * busier than the database.
 */
export async function readWaiting(ask: Ask, limit: number, after = '0'): Promise<string> {
  // By their numbers: a join would be planned as a scan of every request there ever was.
  const [row] = await ask(
    `SELECT COALESCE(json_agg(json_build_array(q.id::text, q.organisation_id, q.payload_hash, q.payload) ORDER BY q.id), '[]')::text
       AS waiting
     FROM ledger_request q
     WHERE q.id = ANY(ARRAY(SELECT request_id FROM ledger_waiting WHERE request_id > $2 ORDER BY request_id LIMIT $1))`,
    [limit, after],
  );
  return row!.waiting as string;
}

export const parseWaiting = (text: string): Request[] =>
  (JSON.parse(text) as [string, string | null, string, Request['command']][]).map(
    ([id, organisationId, payloadHash, command]) => ({ id, organisationId, payloadHash, command }),
  );

const ids = (values: Iterable<string | undefined>): string[] =>
  [...new Set(values)].filter((id): id is string => id !== undefined && /^[1-9]\d{0,17}$/.test(id));

export const accountsOf = (requests: Request[]): string[] =>
  ids(requests.flatMap(({ command }) => command.legs.flatMap(({ from, to }) => [from, to])));

/** Adds to `known` those of `wanted` that it lacks. */
export async function loadAccounts(ask: Ask, wanted: string[], known: Map<string, AccountState>): Promise<void> {
  const unknown = wanted.filter((id) => !known.has(id));
  if (!unknown.length) return;
  const rows = await ask(
    `SELECT a.id, a.organisation_id, a.asset_id, a.purpose, a.floor, a.ceiling, a.posted, a.seq, a.status, s.serialised
     FROM ledger_account a JOIN ledger_asset s ON s.id = a.asset_id WHERE a.id = ANY($1)`,
    [unknown],
  );
  const big = (value: unknown): bigint | null => (value === null ? null : BigInt(value as string));
  for (const row of rows)
    known.set(row.id as string, {
      id: row.id as string,
      organisationId: row.organisation_id as string | null,
      assetId: row.asset_id as number,
      purpose: row.purpose as string,
      floor: big(row.floor),
      ceiling: big(row.ceiling),
      posted: BigInt(row.posted as string),
      seq: BigInt(row.seq as string),
      open: row.status === 'open',
      serialised: row.serialised as boolean,
    });
}

export async function loadHolds(ask: Ask, requests: Request[]): Promise<Map<string, HoldState>> {
  const wanted = ids(requests.flatMap(({ command }) => command.legs.map(({ of }) => of)));
  if (!wanted.length) return new Map();
  const rows = (await ask(
    'SELECT id, account_id, origin_account, amount, resolved FROM ledger_hold WHERE id = ANY($1)',
    [wanted],
  )) as Record<string, string>[];
  return new Map(
    rows.map((row) => [
      row.id!,
      {
        id: row.id!,
        account: row.account_id!,
        origin: row.origin_account!,
        amount: BigInt(row.amount!),
        resolved: BigInt(row.resolved!),
      },
    ]),
  );
}

/** Lots of every account touched: of those that give, to choose from; of those that receive, to join neighbours. */
export async function loadLots(ask: Ask, touched: string[], accounts: Map<string, AccountState>): Promise<Lots> {
  const lots = new Lots();
  const wanted = touched.filter((id) => accounts.get(id)?.serialised && accounts.get(id)?.floor !== null);
  if (!wanted.length) return lots;
  const rows = (await ask(
    `SELECT account_id AS account, id, lower(serials) AS first, upper(serials) AS past FROM ledger_lot
     WHERE account_id = ANY($1)`,
    [wanted],
  )) as { account: string; id: string; first: string; past: string }[];
  const byAccount = group(rows);
  for (const account of wanted)
    lots.load(
      account,
      (byAccount.get(account) ?? []).map(({ id, first, past }) => ({ id, first: BigInt(first), past: BigInt(past) })),
    );
  return lots;
}

function group<T extends { account: string }>(rows: T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const there = groups.get(row.account);
    if (there) there.push(row);
    else groups.set(row.account, [row]);
  }
  return groups;
}

/** Where the next serial of an asset begins: after the highest that was ever given, also if it has left the book since. */
export async function loadEnds(
  ask: Ask,
  touched: string[],
  accounts: Map<string, AccountState>,
): Promise<Map<number, bigint>> {
  const assets = touched
    .map((id) => accounts.get(id))
    .filter((account) => account?.serialised && account.floor === null)
    .map((account) => account!.assetId);
  if (!assets.length) return new Map();
  const rows = (await ask(
    `SELECT s AS asset, (SELECT max(upper(e.serials)) FROM ledger_lot_event e WHERE e.asset_id = s) AS past
     FROM unnest($1::int[]) AS s`,
    [[...new Set(assets)]],
  )) as { asset: number; past: string }[];
  return new Map(rows.filter(({ past }) => past !== null).map(({ asset, past }) => [asset, BigInt(past)]));
}
