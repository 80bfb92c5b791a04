/** What a batch needs to know, each kind in one statement. */
import type { EntityManager } from 'typeorm';
import type { AccountState, HoldState, Request } from '../book/book';
import { Lots } from '../book/lots';

const ids = (values: Iterable<string | undefined>): string[] =>
  [...new Set(values)].filter((id): id is string => id !== undefined && /^[1-9]\d{0,17}$/.test(id));

export async function loadAccounts(manager: EntityManager, requests: Request[]): Promise<Map<string, AccountState>> {
  const wanted = ids(requests.flatMap(({ command }) => command.legs.flatMap(({ from, to }) => [from, to])));
  const rows: Record<string, string | boolean | number | null>[] = await manager.query(
    `SELECT a.id, a.organisation_id, a.asset_id, a.purpose, a.floor, a.ceiling, a.posted, a.seq, a.status, s.serialised
     FROM ledger_account a JOIN ledger_asset s ON s.id = a.asset_id WHERE a.id = ANY($1)`,
    [wanted],
  );
  const big = (value: unknown): bigint | null => (value === null ? null : BigInt(value as string));
  return new Map(
    rows.map((row) => [
      row.id as string,
      {
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
      },
    ]),
  );
}

export async function loadHolds(manager: EntityManager, requests: Request[]): Promise<Map<string, HoldState>> {
  const wanted = ids(requests.flatMap(({ command }) => command.legs.map(({ of }) => of)));
  if (!wanted.length) return new Map();
  const rows: Record<string, string>[] = await manager.query(
    'SELECT id, account_id, origin_account, amount, resolved FROM ledger_hold WHERE id = ANY($1)',
    [wanted],
  );
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
export async function loadLots(
  manager: EntityManager,
  requests: Request[],
  accounts: Map<string, AccountState>,
): Promise<Lots> {
  const lots = new Lots();
  const wanted = ids(
    requests.flatMap(({ command }) =>
      command.legs.flatMap(({ from, to }) =>
        [from, to].filter((id) => accounts.get(id)?.serialised && accounts.get(id)?.floor !== null),
      ),
    ),
  );
  if (!wanted.length) return lots;
  const rows: { account: string; id: string; first: string; past: string }[] = await manager.query(
    `SELECT account_id AS account, id, lower(serials) AS first, upper(serials) AS past FROM ledger_lot
     WHERE account_id = ANY($1)`,
    [wanted],
  );
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
  manager: EntityManager,
  accounts: Map<string, AccountState>,
): Promise<Map<number, bigint>> {
  const assets = [...accounts.values()]
    .filter(({ serialised, floor }) => serialised && floor === null)
    .map(({ assetId }) => assetId);
  if (!assets.length) return new Map();
  const rows: { asset: number; past: string }[] = await manager.query(
    `SELECT s AS asset, (SELECT max(upper(e.serials)) FROM ledger_lot_event e WHERE e.asset_id = s) AS past
     FROM unnest($1::int[]) AS s`,
    [[...new Set(assets)]],
  );
  return new Map(rows.filter(({ past }) => past !== null).map(({ asset, past }) => [asset, BigInt(past)]));
}
