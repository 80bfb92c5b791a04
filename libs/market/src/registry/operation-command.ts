/** What an approved operation asks of the book. */
import type { AccountsService, Answer, LedgerCommand } from '@qingheng/ledger';
import type { EntityManager } from 'typeorm';
import type { OperationRow } from './operation.record';
import type { OperationRule } from './rules';

/** Whatever lies in these is the book's own. */
const BOOK = ['issuance', 'external'];

export async function commandOf(
  manager: EntityManager,
  accounts: AccountsService,
  rule: OperationRule,
  row: OperationRow,
): Promise<LedgerCommand | Answer> {
  const asset = await accounts.asset(manager, row.asset);
  const { document, reason, seconds, into, lender } = row.details;
  const account = (purpose: string, owner: string): Promise<string> =>
    accounts.ensure(manager, {
      owner: BOOK.includes(purpose) ? null : owner,
      asset: asset.id,
      purpose,
      ref: refOf(purpose, row.year, lender),
    });
  const from = rule.of ? await heldAt(manager, rule, row, asset.id) : await account(rule.from, row.organisation_id);
  if (from === undefined) return { request: '', code: 'UNKNOWN_HOLD', detail: { hold: row.hold! } };
  const to = await account(rule.to, rule.other ? row.counterparty_id! : row.organisation_id);
  const leg = {
    kind: rule.code,
    from,
    to,
    ...(row.amount && { amount: row.amount }),
    ...(row.serials && { serials: row.serials }),
    ...(rule.hold && { hold: { ...(seconds && { seconds: Number(seconds) }) } }),
    ...(rule.of && { of: row.hold! }),
  };
  const legs = [leg];
  if (into) {
    // One for one: the old vintage leaves, the new one is made, both or neither.
    const next = await accounts.asset(manager, String(into));
    const own = (owner: string | null, purpose: string) => accounts.ensure(manager, { owner, asset: next.id, purpose });
    legs.push({ ...leg, from: await own(null, 'issuance'), to: await own(row.organisation_id, 'available') });
  }
  return {
    legs,
    businessDate: row.business_date,
    reference: row.id,
    ...(document && { document: String(document) }),
    ...(reason && { reason: String(reason) }),
    maker: row.asked_by,
    ...(row.decided_by && { checker: row.decided_by }),
  };
}

/** Pledges lie apart by lender, so that handing one on is an entry of the book; what is surrendered lies apart by year. */
function refOf(purpose: string, year: number | null, lender: string | number | null | undefined): string {
  if (purpose === 'pledge') return String(lender ?? '');
  return year === null || purpose === 'available' ? '' : String(year);
}

/** The account on which the named hold lies, if it is the holder's own, of this asset and of the kind that the operation ends. */
async function heldAt(
  manager: EntityManager,
  rule: OperationRule,
  row: OperationRow,
  asset: number,
): Promise<string | undefined> {
  const [hold] = await manager.query(
    `SELECT h.account_id AS account FROM ledger_hold h JOIN ledger_account a ON a.id = h.account_id
     WHERE h.id = $1 AND a.organisation_id = $2 AND a.purpose = $3 AND a.asset_id = $4`,
    [row.hold, row.organisation_id, rule.from, asset],
  );
  return hold?.account;
}
