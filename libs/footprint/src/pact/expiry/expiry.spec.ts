/** What is over is deprecated by the clock of the database, once, and those who could see it are told. */
import { randomUUID } from 'node:crypto';
import { pipelineMigrations } from '@qingheng/pipeline';
import { platformMigrations } from '@qingheng/platform';
import { serve } from '../../../../../tests/support/app';
import { withDatabase } from '../../../../../tests/support/database';
import { footprintMigrations } from '../../index';
import { Outbox } from '../outbox/outbox.service';
import { PublishService } from '../publish/publish.service';
import { FootprintStore } from '../store/footprint-store';
import { ExpiryHandler } from './expiry.handler';

const database = withDatabase([...platformMigrations, ...pipelineMigrations, ...footprintMigrations]);
const [mill, other] = [randomUUID(), randomUUID()];
const partners: Record<string, string> = {};
let handler: ExpiryHandler;

beforeAll(async () => {
  const { app } = await serve(database, { providers: [PublishService, FootprintStore, Outbox] });
  handler = new ExpiryHandler(database.work, app.get(PublishService));
  for (const [id, name] of [
    [mill, 'mill'],
    [other, 'other'],
  ])
    await database.source.query(`INSERT INTO organisation (id, name, kind) VALUES ($1, $2, 'enterprise')`, [id, name]);
  for (const [name, organisation, products] of [
    ['all', mill, null],
    ['yarn', mill, ['yarn']],
    ['cloth', mill, ['cloth']],
    ['elsewhere', other, null],
  ] as const) {
    const [row] = await database.source.query(
      `INSERT INTO pact_partner (organisation_id, name, base_url, client_id, sealed_secret, secret_hash, products)
       VALUES ($1, $2, 'https://partner.example', 'me', 'sealed', 'hash', $3) RETURNING id`,
      [organisation, name, products],
    );
    partners[name] = row.id;
  }
}, 60_000);

/** A footprint and its label, without the filing and the run behind them. `days`: from now to the end of either. */
async function published(number: string, { footprint, label }: { footprint: string; label: string }): Promise<string> {
  const id = randomUUID();
  await database.source.transaction(async (manager) => {
    await manager.query('SET LOCAL session_replication_role = replica');
    await manager.query(
      `INSERT INTO label (number, organisation_id, filing_id, run_id, content, jws, issued_on, expires_on, issued_by)
       VALUES ($1, $2, $3, $3, '{}', '', '2020-01-01', (now() AT TIME ZONE 'Asia/Shanghai')::date + $4::int, $3)`,
      [number, mill, id, label],
    );
    await manager.query(
      `INSERT INTO pact_footprint (id, organisation_id, label_number, body, sha256, product_ids, company_ids, classifications,
         geography, valid_from, valid_to, created, published_by)
       VALUES ($1, $2, $3, '{}', '', ARRAY['yarn'], '{}', '{}', '{}', '2020-01-01', now() + $4::interval, now(), $1)`,
      [id, mill, number, footprint],
    );
  });
  return id;
}
const statusOf = async (id: string) =>
  (await database.source.query('SELECT status, deprecate_reason AS reason FROM pact_footprint WHERE id = $1', [id]))[0];
const told = async (): Promise<[string, string[]][]> => {
  const rows: { partner: string; ids: string[] }[] = await database.source.query(
    `SELECT r.name AS partner, m.data->'pfIds' AS ids FROM pact_message m JOIN pact_partner r ON r.id = m.partner_id
     WHERE m.kind = 'published' ORDER BY 1, m.id`,
  );
  return rows.map(({ partner, ids }) => [partner, [...ids].sort()]);
};

it('deprecates what is over, by its own validity or its label’s, and tells those who could see it, once', async () => {
  const over = await published('CF-1', { footprint: '-1 minute', label: '30' });
  const labelOver = await published('CF-2', { footprint: '30 days', label: '-1' });
  // A label holds to the end of its last day.
  const lastDay = await published('CF-3', { footprint: '30 days', label: '0' });
  const valid = await published('CF-4', { footprint: '1 minute', label: '30' });
  await handler.handle();
  const ended = { status: 'Deprecated', reason: '有效期届满 its validity is over' };
  expect([await statusOf(over), await statusOf(labelOver)]).toEqual([ended, ended]);
  for (const id of [lastDay, valid]) expect(await statusOf(id)).toEqual({ status: 'Active', reason: null });
  const both = [over, labelOver].sort();
  expect(await told()).toEqual([
    ['all', both],
    ['yarn', both],
  ]);
  const jobs = await database.source.query(`SELECT count(*)::int AS n FROM job WHERE name = 'pact/deliver'`);
  expect(jobs[0].n).toBe(2);
  await handler.handle();
  expect(await told()).toHaveLength(2);
  const audit = await database.source.query(
    `SELECT subject_id FROM audit_entry WHERE action = 'pact_footprint.deprecated' ORDER BY seq`,
  );
  expect(audit.map(({ subject_id }: { subject_id: string }) => subject_id).sort()).toEqual(both);
});

it('gets through many in one go', async () => {
  const ids: string[] = [];
  for (let i = 0; i < 45; i++) ids.push(await published(`CF-M${i}`, { footprint: '-1 hour', label: '1' }));
  await Promise.all([handler.handle(), handler.handle()]);
  for (const id of ids) expect((await statusOf(id)).status).toBe('Deprecated');
  const all = (await told()).filter(([partner]) => partner === 'all').flatMap(([, told]) => told);
  expect(new Set(all).size).toBe(all.length);
  expect(all).toEqual(expect.arrayContaining(ids));
});
