/** The evidence behind a label: whole, for its holder alone, the same as what was calculated, verifiable by a stranger. */
import { execFile } from 'node:child_process';
import type { JsonWebKey } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { unzip, verifyArchive } from '@qingheng/platform';
import { loadSheet, runSheet, type RunInput } from '@qingheng/sheet';
import { Person, until } from '../support/person';
import { type RunningService, runningService } from '../support/running-service';

let service: RunningService;
let filer: Person;
let stranger: Person;
let reviewer: Person;
let registrar: Person;
let regulator: Person;

beforeAll(async () => {
  service = await runningService();
  const sign = (name: string) => Person.signIn(service.url, name);
  filer = await sign('filer@huolin');
  stranger = await sign('filer@ordos');
  reviewer = await sign('reviewer@qingheng');
  registrar = await sign('registrar@qingheng');
  regulator = await sign('regulator@qingheng');
}, 120_000);
afterAll(() => service?.stop());

interface Label {
  number: string;
  value: string;
  kind: string;
  baseline?: { reduction: string };
  offset?: object;
  detail?: string;
}

/** A hostile product name must stay text. */
const PRODUCT = '重熔用铝锭 <b>AL99.70</b>';

async function approved({ from = '2025-05-01', to = '2026-04-30', kwh = '13492' } = {}): Promise<string> {
  const plant = {
    plant_id: 'P1',
    aluminium_t: '1',
    anode_net_t: '0.411',
    anode_sulphur: '0.02',
    anode_ash: '0.004',
    cf4_kg: '0.034',
    c2f6_kg: '0.0034',
  };
  const { body } = await filer.post<{ id: string }>('/filings', {
    method: 'footprint/primary-aluminium',
    title: '铝锭 2025',
    product: PRODUCT,
    periodStart: from,
    periodEnd: to,
    region: '150581',
    input: {
      parameters: { gwp: 'AR5' },
      tables: {
        plant: [plant],
        input: [
          {
            plant_id: 'P1',
            item: 'electricity',
            life_stage: 'electrolysis',
            amount: kwh,
            unit: 'kWh',
            factor_kgco2e: '0.6205',
          },
          { plant_id: 'P1', item: 'anode', life_stage: 'anode', amount: '0.5', unit: 't', factor_kgco2e: '376' },
          {
            plant_id: 'P1',
            item: 'alumina',
            life_stage: 'raw_material',
            amount: '1.92',
            unit: 't',
            factor_kgco2e: '811.19',
          },
        ],
      },
    },
  });
  const { body: run } = await filer.post<{ runId: string }>(`/filings/${body.id}/submit`);
  await until(
    async () => (await filer.get<{ status: string }>(`/runs/${run.runId}`)).body.status,
    (status) => !['queued', 'running'].includes(status),
    'the run',
  );
  await reviewer.post(`/filings/${body.id}/review`, { decision: 'approve', remarks: '台账与电表一致。' });
  return body.id;
}
const issue = (filing: string, options: object = {}) =>
  reviewer.post<Label & Record<string, unknown>>(`/filings/${filing}/issue`, options);

describe('a dossier', () => {
  let filing: string;
  let label: Label;
  beforeAll(async () => {
    filing = await approved();
    await filer.put(`/filings/${filing}/readiness/flow_diagram`, { document: '电解工艺流程图 2025-03' });
    label = (await issue(filing)).body as unknown as Label;
  }, 180_000);

  it('shows on one page everything the figure rests on, in both languages, and runs nothing', async () => {
    for (const lang of ['zh', 'en']) {
      const page = await filer.get<{ text: string }>(`/labels/${label.number}/dossier.html?lang=${lang}`);
      expect(page.headers.get('content-security-policy')).toContain('sandbox');
      const { text } = page.body;
      expect(text).not.toMatch(/<b>AL|<script/);
      for (const said of [
        label.number,
        '11,851.2628',
        '811.19',
        'GB/T 44905-2024',
        'AR5 WG1',
        '台账与电表一致。',
        'filing.issued',
        '电解工艺流程图 2025-03',
      ])
        expect(text).toContain(said);
      if (process.env.QH_SHOTS) {
        writeFileSync(`${process.env.QH_SHOTS}/dossier-${lang}.html`, text);
        for (const name of ['dossier', 'certificate'])
          writeFileSync(
            `${process.env.QH_SHOTS}/${name}-${lang}.pdf`,
            await filer.bytes(`/labels/${label.number}/${name}.pdf?lang=${lang}`),
          );
      }
    }
  }, 180_000);

  it('prints as PDF where there is a Chromium, and says so where there is none', async () => {
    const { body } = await filer.get<{ pdf: boolean; lines: number; sheetHash: string }>(
      `/labels/${label.number}/dossier`,
    );
    expect(body).toMatchObject({
      lines: 4,
      certificateProvisional: true,
      kind: { code: 'footprint' },
      surveillance: [expect.stringMatching(/^\d{4}/)],
    });
    const answer = await filer.get(`/labels/${label.number}/certificate.pdf`);
    expect(answer.status).toBe(body.pdf ? 200 : 503);
    if (body.pdf)
      expect((await filer.bytes(`/labels/${label.number}/certificate.pdf`)).subarray(0, 5).toString()).toBe('%PDF-');
  }, 180_000);

  it('is an archive that a stranger verifies and recalculates, with nothing of ours but the keys', async () => {
    const bytes = await filer.bytes(`/labels/${label.number}/dossier.zip`);
    const { keys } = (await (await fetch(`${service.url}/.well-known/jwks.json`)).json()) as {
      keys: (JsonWebKey & { kid: string })[];
    };
    const { manifest, faults } = verifyArchive(bytes, keys);
    expect(faults).toEqual([]);
    expect(manifest).toMatchObject({ kind: 'label-dossier', subject: label.number });
    const parts = new Map(unzip(bytes)!.map((part) => [part.name, part.bytes.toString()]));
    const json = <T>(name: string): T => JSON.parse(parts.get(name)!) as T;
    const { sheet } = loadSheet(parts.get('method/sheet.yaml')!);
    const { run } = json<{ run: { asOf: string; resultHash: string; sheetHash: string } }>('dossier.json');
    expect(sheet!.hash).toBe(run.sheetHash);
    const again = await runSheet(sheet!, json<RunInput>('data/input.json'), { asOf: run.asOf, region: '150581' });
    expect(again.resultHash).toBe(run.resultHash);
    expect(again.outputs.footprint_kgco2e_per_t).toBe(label.value);
    expect(json<{ value: string }>('explanation.json').value).toBe(label.value);
    expect(parts.get('inventory/input.csv')).toContain('P1,anode,anode,0.5,t,376');
    expect(json<{ entries: { action: string }[] }>('audit.json').entries.map(({ action }) => action)).toContain(
      'filing.issued',
    );

    const folder = mkdtempSync(join(tmpdir(), 'qingheng-dossier-'));
    const file = join(folder, 'dossier.zip');
    writeFileSync(file, bytes);
    const check = ['tools/qingheng.mjs', 'verify', '--archive', file, '--keys', `${service.url}/.well-known/jwks.json`];
    const verify = () => promisify(execFile)(process.execPath, check);
    expect(JSON.parse((await verify()).stdout)).toMatchObject({ genuine: true, subject: label.number });
    const at = bytes.indexOf(Buffer.from('label.json'));
    bytes[at + 20] = bytes[at + 20]! ^ 1;
    writeFileSync(file, bytes);
    await expect(verify()).rejects.toMatchObject({ code: 1 });
  }, 180_000);

  it('is for its holder and for those who oversee', async () => {
    for (const what of ['dossier', 'dossier.html', 'dossier.zip', 'certificate.html']) {
      expect((await stranger.get(`/labels/${label.number}/${what}`)).status).toBe(404);
      expect((await reviewer.get(`/labels/${label.number}/${what}`)).status).toBe(200);
    }
    expect((await new Person(service.url).get(`/labels/${label.number}/dossier`)).status).toBe(401);
    expect((await stranger.get(`/filings/${filing}/readiness`)).status).toBe(404);
  });

  it('keeps what an applicant has and what not', async () => {
    const { body } = await filer.get<{ code: string; met: boolean; document?: string }[] & Record<string, unknown>>(
      `/filings/${filing}/readiness`,
    );
    const items = Object.fromEntries(body.map(({ code, met }) => [code, met]));
    expect(items).toMatchObject({
      calculated: true,
      boundary: true,
      reviewed: true,
      once: true,
      flow_diagram: true,
      reduction_plan: false,
    });
    expect((await filer.put(`/filings/${filing}/readiness/reviewed`, { document: 'x' })).body.code).toBe(
      'READINESS_ITEM',
    );
  });
});

describe('kinds of label', () => {
  it('calls a product reduced only against an own earlier label, and names by how much', async () => {
    const base = (await issue(await approved({ from: '2025-05-01', to: '2025-08-31' }))).body;
    const filing = await approved({ from: '2025-09-01', to: '2025-12-31', kwh: '12000' });
    expect((await issue(filing, { kind: 'reduced' })).body.code).toBe('BASE_LABEL');
    const higher = await approved({ from: '2025-09-01', to: '2025-12-31', kwh: '14000' });
    expect((await issue(higher, { kind: 'reduced', baseline: base.number })).body.code).toBe('NOT_REDUCED');
    const { body, status } = await issue(filing, { kind: 'reduced', baseline: base.number });
    expect([status, body.code]).toEqual([200, undefined]);
    // (11851.2628 − 10925.4768) / 11851.2628
    expect(body).toMatchObject({
      kind: 'reduced',
      value: '10925.4768',
      baseline: { number: base.number, reduction: '7.8' },
    });
  }, 180_000);

  it('lets cancelled credits stand beside the figure once, and never in it', async () => {
    const holder = (await filer.get<{ user: { organisation: { id: string } } }>('/auth/me')).body.user.organisation.id;
    await registrar.post('/registry/assets', { code: 'SINK-T', kind: 'sink_credit', vintage: 2025 });
    const operate = async (maker: Person, body: object): Promise<void> => {
      const asked = await maker.post<{ id: string }>('/registry/operations', body);
      expect(
        (await regulator.post<{ status: string }>(`/registry/operations/${asked.body.id}/approve`)).body.status,
      ).toBe('posted');
    };
    await operate(registrar, { operation: 'issue', asset: 'SINK-T', amount: '100', holder, document: '签发 1' });
    const filing = await approved();
    const offset = (serials: string, quantity: string) => ({
      kind: 'neutral',
      offset: { asset: 'SINK-T', serials: [serials], quantity },
    });
    expect((await issue(filing, { kind: 'neutral' })).body.code).toBe('OFFSET_NEEDED');
    expect((await issue(filing, offset('1-24', '2'))).body.code).toBe('OFFSET_NOT_CANCELLED');
    await operate(filer, {
      operation: 'cancel',
      asset: 'SINK-T',
      amount: '24',
      serials: ['1-24'],
      beneficiary: '重熔用铝锭',
    });
    expect((await issue(filing, offset('1-24', '2.1'))).body.code).toBe('OFFSET_TOO_FEW');
    const { body } = await issue(filing, offset('1-24', '2'));
    expect(body).toMatchObject({ kind: 'neutral', value: '11851.2628', offset: { amount: '24', quantity: '2' } });
    const again = await issue(await approved(), offset('1-12', '1'));
    expect([again.status, again.body.code]).toEqual([409, 'ALREADY_USED']);
    expect(again.body.detail).toContain(body.number);
  }, 180_000);
});
