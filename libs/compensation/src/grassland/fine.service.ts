/** Fines for overstocking, in a book of their own: proposed, imposed by another person, paid by a slip. Never netted. */
import { Injectable } from '@nestjs/common';
import { AccountsService, LedgerService, type Leg } from '@qingheng/ledger';
import {
  type Actor,
  assertOtherPerson,
  AuditService,
  faultOf,
  type Page,
  pageOf,
  refuse as refuseAny,
  systemActor,
  UnitOfWork,
} from '@qingheng/platform';
import type { EntityManager } from 'typeorm';
import { YUAN } from '../book/programme-book';
import { readFen, yuan } from '../money/fen';
import { refuseGrassland as refuse } from './grassland.messages';

export interface NewFine {
  household: string;
  banner: string;
  amount: string;
  reason: string;
  document: { title: string; number?: string; date?: string };
}

interface Fine {
  id: string;
  number: string;
  organisationId: string;
  household: string;
  fen: string;
  status: 'proposed' | 'imposed' | 'rejected' | 'paid';
  proposedBy: { id: string; name: string };
}

const COLUMNS = `id, number, organisation_id AS "organisationId", household, banner, amount_fen::text AS fen, reason, document, status,
  slip, proposed_by AS "proposedBy", decided_by AS "decidedBy", to_json(proposed_at)#>>'{}' AS "proposedAt"`;
const viewOf = ({ fen, organisationId: _, ...fine }: Fine) => ({ ...fine, amount: yuan(fen) });

@Injectable()
export class FineService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly ledger: LedgerService,
    private readonly accounts: AccountsService,
    private readonly audit: AuditService,
  ) {}

  propose(actor: Actor, { household, banner, amount, reason, document }: NewFine) {
    const fen = readFen(amount);
    if (fen === undefined || fen <= 0n) throw refuse('FINE_AMOUNT', {}, [faultOf('FINE_AMOUNT', { column: 'amount' })]);
    return this.work.run(actor, async (manager) => {
      const [{ id }] = await manager.query(
        `INSERT INTO grassland_fine (organisation_id, household, banner, amount_fen, reason, document, proposed_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id`,
        [
          ...[actor.organisationId, household.trim(), banner, String(fen), reason.trim(), JSON.stringify(document)],
          JSON.stringify({ id: actor.userId, name: actor.name }),
        ],
      );
      await this.record(manager, actor, 'proposed', id, { household, amount: yuan(fen) });
      return viewOf(await fineOf(manager, id));
    });
  }

  async decide(actor: Actor, id: string, impose: boolean) {
    const accounts = await this.open(actor);
    const decided = await this.work.run(actor, async (manager) => {
      const fine = await fineOf(manager, id, true);
      if (fine.organisationId !== actor.organisationId) throw refuseAny('NOT_FOUND');
      if (fine.status !== 'proposed') throw refuse('FINE_ENDED', { status: fine.status });
      assertOtherPerson(actor, fine.proposedBy.id);
      await manager.query('UPDATE grassland_fine SET status = $2, decided_by = $3 WHERE id = $1', [
        ...[id, impose ? 'imposed' : 'rejected', JSON.stringify({ id: actor.userId, name: actor.name })],
      ]);
      if (impose)
        await this.post(manager, actor, fine, {
          kind: 'fine',
          from: accounts.external,
          to: accounts.open,
          amount: fine.fen,
        });
      await this.record(manager, actor, impose ? 'imposed' : 'rejected', id, { number: fine.number });
      return viewOf(await fineOf(manager, id));
    });
    this.ledger.wake();
    return decided;
  }

  async pay(actor: Actor, id: string, slip: string) {
    const accounts = await this.open(actor);
    const paid = await this.work.run(actor, async (manager) => {
      const fine = await fineOf(manager, id, true);
      if (fine.organisationId !== actor.organisationId) throw refuseAny('NOT_FOUND');
      if (fine.status !== 'imposed') throw refuse('FINE_ENDED', { status: fine.status });
      await manager.query(`UPDATE grassland_fine SET status = 'paid', slip = $2 WHERE id = $1`, [id, slip.trim()]);
      await this.post(manager, actor, fine, {
        kind: 'fine_paid',
        from: accounts.open,
        to: accounts.paid,
        amount: fine.fen,
      });
      await this.record(manager, actor, 'paid', id, { number: fine.number, slip });
      return viewOf(await fineOf(manager, id));
    });
    this.ledger.wake();
    return paid;
  }

  list(actor: Actor, { after, limit }: { after?: string; limit: number }): Promise<Page<object>> {
    return this.work.run(actor, async (manager) => {
      const rows: Fine[] = await manager.query(
        `SELECT ${COLUMNS} FROM grassland_fine WHERE ($1::uuid IS NULL OR id < $1) ORDER BY id DESC LIMIT $2`,
        [after ?? null, limit + 1],
      );
      const page = pageOf(rows, limit, ({ id }) => [id]);
      return { ...page, items: page.items.map(viewOf) };
    });
  }

  private async open(actor: Actor): Promise<{ external: string; open: string; paid: string }> {
    return this.work.run(systemActor, async (manager) => {
      const asset = await this.accounts.openAsset(manager, YUAN);
      const account = (purpose: string) =>
        this.accounts.ensure(manager, { owner: actor.organisationId, asset, purpose, ref: 'fines' });
      return {
        ...{ external: await account('external'), open: await account('fine_open'), paid: await account('fine_paid') },
      };
    });
  }

  private async post(manager: EntityManager, actor: Actor, { id, number }: Fine, leg: Leg): Promise<void> {
    const [{ today }] = await manager.query(`SELECT (now() AT TIME ZONE 'Asia/Shanghai')::date::text AS today`);
    const command = { legs: [leg], businessDate: today, reference: id, document: number, maker: actor.userId };
    await this.ledger.submit(manager, actor, [{ route: 'fines', key: `${leg.kind}/${id}`, command }]);
  }

  private record(manager: EntityManager, actor: Actor, act: string, id: string, details: Record<string, unknown>) {
    return this.audit.record(manager, { actor, action: `fine.${act}`, subject: { type: 'fine', id }, details });
  }
}

async function fineOf(manager: EntityManager, id: string, lock = false): Promise<Fine> {
  const [row] = await manager.query(`SELECT ${COLUMNS} FROM grassland_fine WHERE id = $1${lock ? ' FOR UPDATE' : ''}`, [
    id,
  ]);
  if (!row) throw refuseAny('NOT_FOUND');
  return row;
}
