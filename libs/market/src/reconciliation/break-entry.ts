/** The entry in the book with which a difference ends: a holder's account put right, or a small sum written off. */
import { type AccountsService, fromMinor, type LedgerService, toMinor } from '@qingheng/ledger';
import { type Actor, refuse as refuseAny } from '@qingheng/platform';
import type { EntityManager } from 'typeorm';
import { refuse } from '../market.messages';
import { MONEY } from '../trading/settlements';
import type { LockedBreak } from './break.record';
import type { ReconciliationRules } from './reconciliation-rules';

const ROUTE = 'reconciliation';

interface Entry {
  actor: Actor;
  row: LockedBreak;
  ledger: LedgerService;
  accounts: AccountsService;
  rules: ReconciliationRules;
}

/** Posts within the transaction and returns the request; refused where the book refuses or a limit stands against it. */
export async function postEntry(
  manager: EntityManager,
  { actor, row, ledger, accounts, rules }: Entry,
): Promise<string> {
  const { from, to, amount } =
    row.resolution === 'write_off'
      ? await writeOff(manager, actor, row, accounts, rules)
      : await adjustment(manager, row, accounts);
  const answer = await ledger.within(manager, {
    route: ROUTE,
    key: `${row.id}/${row.round}`,
    command: {
      legs: [{ kind: row.resolution!, from, to, amount }],
      businessDate: row.date,
      reference: row.id,
      maker: row.explained_by!,
      checker: actor.userId,
    },
  });
  if (answer.code !== 'POSTED') throw refuse('ENTRY_REFUSED', { code: answer.code });
  return answer.request;
}

async function adjustment(manager: EntityManager, { adjustment }: LockedBreak, accounts: AccountsService) {
  const { holder, asset: code, amount, direction } = adjustment!;
  const [known] = await manager.query('SELECT 1 FROM organisation WHERE id = $1', [holder]);
  if (!known) throw refuseAny('NOT_FOUND');
  const asset = await accounts.asset(manager, code);
  const own = await accounts.ensure(manager, { owner: holder, asset: asset.id, purpose: 'available' });
  const outside = await accounts.ensure(manager, { owner: null, asset: asset.id, purpose: 'external' });
  const minor = toMinor(amount, asset.scale);
  return direction === 'in' ? { from: outside, to: own, amount: minor } : { from: own, to: outside, amount: minor };
}

/** Kept apart on an account of the centre's own, which may be above or below zero: the sum of all that was written off. */
async function writeOff(
  manager: EntityManager,
  actor: Actor,
  row: LockedBreak,
  accounts: AccountsService,
  { writeOff: limit }: ReconciliationRules,
) {
  const fen = BigInt(toMinor(row.difference!.replace('-', ''), 2));
  const [{ done }] = await manager.query(
    `SELECT (COALESCE(sum(abs(difference::numeric)), 0) * 100)::bigint::text AS done FROM recon_break
     WHERE day_id = $1 AND status = 'resolved' AND resolution = 'write_off'`,
    [row.day_id],
  );
  if (fen > limit.each || BigInt(done) + fen > limit.day)
    throw refuse('WRITE_OFF_LIMIT', {
      asked: fromMinor(fen, 2),
      each: fromMinor(limit.each, 2),
      day: fromMinor(limit.day, 2),
      done: fromMinor(done, 2),
    });
  const asset = await accounts.openAsset(manager, MONEY);
  const account = (ref: string) =>
    accounts.ensure(manager, { owner: actor.organisationId, asset, purpose: 'external', ref });
  const [outside, writtenOff] = [await account(''), await account('write_off')];
  const amount = String(fen);
  return row.difference!.startsWith('-')
    ? { from: writtenOff, to: outside, amount }
    : { from: outside, to: writtenOff, amount };
}
