/** Partners of an organisation: whom it exchanges with, at which address, under whose credentials. This is the allow-list. */
import { Injectable } from '@nestjs/common';
import {
  type Actor,
  AuditService,
  hashOfSecret,
  Jobs,
  newSecret,
  PlatformConfig,
  type Page,
  pageOf,
  refuse as refuseAny,
  seal,
  UnitOfWork,
} from '@qingheng/platform';
import type { EntityManager } from 'typeorm';
import { GuardedHttp } from '../client/guarded-http';
import { pullFootprints } from '../client/jobs';
import { SEALED_FOR } from '../client/partner-client';
import { Outbox } from '../outbox/outbox.service';
import { refuse } from '../pact.messages';
import { PARTNER, type Partner } from './partner';

export interface PartnerInput {
  name: string;
  version: '2' | '3';
  baseUrl?: string;
  authUrl?: string;
  clientId?: string;
  /** Ours at its host; kept sealed, never shown. Absent in a change: as it was. */
  clientSecret?: string;
  products?: string[];
}

export interface PartnerView {
  id: string;
  name: string;
  version: '2' | '3';
  baseUrl: string | null;
  authUrl: string | null;
  clientId: string | null;
  products: string[] | null;
  disabledAt: string | null;
}

@Injectable()
export class PartnerService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly config: PlatformConfig,
    private readonly http: GuardedHttp,
    private readonly outbox: Outbox,
    private readonly jobs: Jobs,
    private readonly audit: AuditService,
  ) {}

  list(actor: Actor, limit: number, after?: { name: string; id: string }): Promise<Page<PartnerView>> {
    return this.work.run(actor, async (manager) => {
      const rows: Partner[] = await manager.query(
        `SELECT ${PARTNER} FROM pact_partner WHERE $1::text IS NULL OR (name, id) > ($1, $2::uuid)
         ORDER BY name, id LIMIT $3`,
        [after?.name ?? null, after?.id ?? null, limit + 1],
      );
      return pageOf(rows.map(viewOf), limit, ({ name, id }) => [name, id]);
    });
  }

  /** The secret is the partner's at our host, shown this once. */
  create(actor: Actor, input: PartnerInput): Promise<PartnerView & { secret: string }> {
    this.check(input);
    if (!whole(input, input.clientSecret)) throw refuse('PARTNER_CREDENTIALS_HALF');
    const secret = newSecret();
    return this.work.run(actor, async (manager) => {
      await requireFreeName(manager, actor, input.name);
      const [{ id }] = await manager.query(
        `INSERT INTO pact_partner (organisation_id, name, version, secret_hash, products) VALUES ($1, $2, $3, $4, $5)
         RETURNING id`,
        [actor.organisationId, input.name.trim(), input.version, hashOfSecret(secret), productsOf(input)],
      );
      await this.address(manager, id, input, input.clientSecret);
      await this.record(manager, actor, id, 'pact_partner.created', input);
      return { ...viewOf(await own(manager, actor, id)), secret };
    });
  }

  change(actor: Actor, id: string, input: PartnerInput): Promise<PartnerView> {
    this.check(input);
    return this.work.run(actor, async (manager) => {
      const there = await own(manager, actor, id);
      if (!whole(input, input.clientSecret ?? there.sealedSecret ?? undefined))
        throw refuse('PARTNER_CREDENTIALS_HALF');
      if (input.name.trim() !== there.name) await requireFreeName(manager, actor, input.name);
      await manager.query('UPDATE pact_partner SET name = $2, version = $3, products = $4 WHERE id = $1', [
        id,
        input.name.trim(),
        input.version,
        productsOf(input),
      ]);
      // Credentials belong to the host they were given for: they do not follow the partner to another one.
      const moved = (input.baseUrl ?? null) !== there.baseUrl || (input.authUrl ?? null) !== there.authUrl;
      if (moved && input.baseUrl && !input.clientSecret) throw refuse('PARTNER_CREDENTIALS_HALF');
      await this.address(manager, id, input, input.clientSecret);
      await this.record(manager, actor, id, 'pact_partner.changed', input);
      return viewOf(await own(manager, actor, id));
    });
  }

  rotate(actor: Actor, id: string): Promise<{ id: string; secret: string }> {
    const secret = newSecret();
    return this.work.run(actor, async (manager) => {
      await own(manager, actor, id);
      await manager.query('UPDATE pact_partner SET secret_hash = $2 WHERE id = $1', [id, hashOfSecret(secret)]);
      await this.record(manager, actor, id, 'pact_partner.rotated');
      return { id, secret };
    });
  }

  enable(actor: Actor, id: string, enabled: boolean): Promise<PartnerView> {
    return this.work.run(actor, async (manager) => {
      await own(manager, actor, id);
      const when = enabled ? 'NULL' : 'COALESCE(disabled_at, now())';
      await manager.query(`UPDATE pact_partner SET disabled_at = ${when} WHERE id = $1`, [id]);
      await this.record(manager, actor, id, enabled ? 'pact_partner.enabled' : 'pact_partner.disabled');
      return viewOf(await own(manager, actor, id));
    });
  }

  /** Asks for a footprint (RequestCreated); the answer comes as an event. Returns the id of the request. */
  ask(actor: Actor, id: string, data: Record<string, string | string[]>): Promise<{ id: string }> {
    return this.work.run(actor, async (manager) => {
      const partner = await reachable(manager, actor, id);
      const [{ key }] = await manager.query('SELECT gen_random_uuid() AS key');
      const message = { kind: 'created' as const, subject: `request ${key}`, data, createdBy: actor.userId };
      const [request] = await this.outbox.add(manager, [partner], message);
      await this.record(manager, actor, id, 'pact_request.created', { request, ...data });
      return { id: request! };
    });
  }

  /** Reads the partner's list in the background. Returns the id of the job. */
  pull(actor: Actor, id: string, filters: Record<string, string | string[]>): Promise<{ jobId: string }> {
    return this.work.run(actor, async (manager) => {
      await reachable(manager, actor, id);
      const [{ key }] = await manager.query('SELECT gen_random_uuid() AS key');
      const jobId = await this.jobs.enqueue(manager, pullFootprints, {
        key,
        payload: { partnerId: id, filters },
        actor,
      });
      await this.record(manager, actor, id, 'pact_partner.pulled', filters);
      return { jobId };
    });
  }

  private check({ baseUrl, authUrl }: PartnerInput): void {
    for (const address of [baseUrl, authUrl]) {
      const reason = address === undefined ? undefined : this.http.objection(address);
      if (address !== undefined && reason)
        throw refuse('ADDRESS_NOT_ALLOWED', { address, reason: `${reason.zh} · ${reason.en}` });
    }
  }

  private async address(manager: EntityManager, id: string, input: PartnerInput, secret?: string): Promise<void> {
    if (!input.baseUrl)
      await manager.query(
        'UPDATE pact_partner SET base_url = NULL, auth_url = NULL, client_id = NULL, sealed_secret = NULL WHERE id = $1',
        [id],
      );
    else
      await manager.query(
        `UPDATE pact_partner SET base_url = $2, auth_url = $3, client_id = $4, sealed_secret = COALESCE($5, sealed_secret)
         WHERE id = $1`,
        [
          id,
          input.baseUrl.replace(/\/$/, ''),
          input.authUrl?.replace(/\/$/, '') ?? null,
          input.clientId,
          secret === undefined ? null : seal(this.config.secret, SEALED_FOR, id, secret),
        ],
      );
  }

  private record(
    manager: EntityManager,
    actor: Actor,
    id: string,
    action: string,
    details: object = {},
  ): Promise<void> {
    const { clientSecret: _, ...told } = details as PartnerInput;
    return this.audit.record(manager, {
      actor,
      action,
      subject: { type: 'pact_partner', id },
      details: { ...told },
    });
  }
}

/** An address goes with credentials, and neither without the other. */
const whole = ({ baseUrl, authUrl, clientId }: PartnerInput, secret: string | undefined): boolean =>
  baseUrl ? Boolean(clientId && secret) : !clientId && !authUrl;

const productsOf = ({ products }: PartnerInput): string[] | null =>
  products?.length ? [...new Set(products.map((id) => id.trim().toLowerCase()))] : null;

async function requireFreeName(manager: EntityManager, actor: Actor, name: string): Promise<void> {
  const text = 'SELECT 1 FROM pact_partner WHERE organisation_id = $1 AND name = $2';
  if ((await manager.query(text, [actor.organisationId, name.trim()])).length)
    throw refuse('PARTNER_NAME_TAKEN', { name: name.trim() });
}

/** Overseers see partners; only their own organisation's people act on them. */
async function own(manager: EntityManager, actor: Actor, id: string): Promise<Partner> {
  const [partner]: Partner[] = await manager.query(`SELECT ${PARTNER} FROM pact_partner WHERE id = $1 FOR UPDATE`, [
    id,
  ]);
  if (partner?.organisationId !== actor.organisationId) throw refuseAny('NOT_FOUND');
  return partner;
}

async function reachable(manager: EntityManager, actor: Actor, id: string): Promise<Partner> {
  const partner = await own(manager, actor, id);
  if (partner.disabledAt) throw refuse('PARTNER_DISABLED', { name: partner.name });
  if (!partner.clientId) throw refuse('PARTNER_UNREACHABLE', { name: partner.name });
  return partner;
}

const viewOf = ({ id, name, version, baseUrl, authUrl, clientId, products, disabledAt }: Partner): PartnerView => ({
  id,
  name,
  version,
  baseUrl,
  authUrl,
  clientId,
  products,
  disabledAt: disabledAt?.toISOString() ?? null,
});
