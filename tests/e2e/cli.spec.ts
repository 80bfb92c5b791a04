/** What the command line says about a running service: its audit chain, its labels, its health. */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { Person, until } from '../support/person';
import { type RunningService, runningService } from '../support/running-service';

let service: RunningService;
let folder: string;
beforeAll(async () => {
  service = await runningService();
  folder = mkdtempSync(join(tmpdir(), 'qingheng-cli-'));
}, 120_000);
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await service?.stop();
});

const root = join(__dirname, '../..');
const qingheng = (...args: string[]) =>
  new Promise<{ code: number; out: Record<string, unknown>; faults: { code: string }[]; err: string }>((done) =>
    execFile(
      process.execPath,
      [join(root, 'dist/apps/cli/main.js'), ...args],
      { cwd: root, env: { ...process.env, ...service.env } },
      (error, stdout, stderr) =>
        done({
          code: error ? Number(error.code) : 0,
          out: stdout.trim() ? (JSON.parse(stdout) as Record<string, unknown>) : {},
          faults: /^\{/m.test(stderr) ? (JSON.parse(stderr.slice(stderr.search(/^\{/m))) as { faults: [] }).faults : [],
          err: stderr,
        }),
    ),
  );

async function issuedLabel(): Promise<string> {
  const filer = await Person.signIn(service.url, 'filer@huolin');
  const reviewer = await Person.signIn(service.url, 'reviewer@qingheng');
  const { body: filing } = await filer.post<{ id: string }>('/filings', {
    method: 'footprint/primary-aluminium',
    title: 'cli',
    periodStart: '2025-05-01',
    periodEnd: '2026-04-30',
    region: '150581',
    input: {
      tables: {
        plant: [
          {
            plant_id: 'p',
            aluminium_t: '1',
            anode_net_t: '0.411',
            anode_sulphur: '0.02',
            anode_ash: '0.004',
            cf4_kg: '0',
            c2f6_kg: '0',
          },
        ],
      },
    },
  });
  const { body } = await filer.post<{ runId: string }>(`/filings/${filing.id}/submit`);
  const run = () => filer.get<{ status: string }>(`/runs/${body.runId}`);
  await until(run, (answer) => answer.body.status === 'succeeded', 'the run');
  await reviewer.post(`/filings/${filing.id}/review`, { decision: 'approve' });
  return (await reviewer.post<{ number: string }>(`/filings/${filing.id}/issue`)).body.number;
}

it('verifies a label by its address, and a copy of it offline', async () => {
  const number = await issuedLabel();
  const address = `${service.url}/api/v1/labels/${number}`;
  expect((await qingheng('verify', '--label', address)).out).toMatchObject({ genuine: true, number, expired: false });
  const keys = join(folder, 'keys.json');
  writeFileSync(keys, await (await fetch(`${service.url}/.well-known/jwks.json`)).text());
  const copy = (await (await fetch(address)).json()) as { label: Record<string, unknown>; jws: string };
  const saved = async (change: object) => {
    const file = join(folder, 'label.json');
    writeFileSync(file, JSON.stringify({ ...copy, ...change }));
    return qingheng('verify', '--label', file, '--keys', keys);
  };
  expect((await saved({})).code).toBe(0);
  const codes = async (change: object) => (await saved(change)).faults.map(({ code }) => code);
  expect(await codes({ label: { ...copy.label, value: '1.0000' } })).toEqual(['ALTERED']);
  expect(await codes({ jws: copy.jws.replace(/.{4}$/, 'AAAA') })).toEqual(['FORGED']);
  expect(await codes({ jws: 'a.b.c' })).toEqual(['UNKNOWN_KEY']);
});

it('says what ails the machine', async () => {
  const { code, err } = await qingheng('doctor');
  expect([code, err]).toEqual([0, expect.stringContaining('reached, noeviction')]);
  expect(err).toContain('areas are compared by the service');
});

it('names the first broken link of the audit chain', async () => {
  const sound = await qingheng('audit', 'verify');
  expect(sound.out).toMatchObject({ ok: true });
  const owner = new Client({ connectionString: service.env.OWNER_DATABASE_URL });
  await owner.connect();
  // Whoever owns the database can switch the triggers off; the chain tells nevertheless.
  await owner.query(`SET session_replication_role = replica; UPDATE audit_entry SET action = 'forged' WHERE seq = 3`);
  await owner.end();
  const broken = await qingheng('audit', 'verify');
  expect([broken.code, broken.faults]).toEqual([
    1,
    [expect.objectContaining({ code: 'AUDIT_CHAIN_BROKEN', row: '3' })],
  ]);
});
