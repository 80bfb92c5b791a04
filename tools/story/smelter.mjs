// The first chapter: a smelter's footprint is filed, calculated, reviewed, labelled, and its public page verified.
// Consumption per tonne and factors: primary aluminium as published (13,492 kWh AC per tonne; electricity footprint
// factors 2023; alumina and anode from the national product database), scaled to a plant of 400,000 t a year.
import { execFile } from 'node:child_process';
import { createPublicKey, verify } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { Person, until } from '../client.mjs';
import { grouped, table } from '../table.mjs';

const cli = fileURLToPath(new URL('../qingheng.mjs', import.meta.url));

const plant = {
  plant_id: 'P1',
  aluminium_t: '400000',
  anode_net_t: '164400',
  anode_sulphur: '0.02',
  anode_ash: '0.004',
  cf4_kg: '13600',
  c2f6_kg: '1360',
};

const variants = [
  { id: 'grid', title: 'national average grid 2023 全国平均', factor: '0.6205' },
  { id: 'coal', title: 'own coal power with T&D 2023 燃煤自备', factor: '0.9476', evidence: '自备电厂电量表 2025' },
  { id: 'wind', title: 'wind by direct line 2023 风电直供', factor: '0.0336', evidence: '风电直供协议 2025-01' },
];

/** Electricity by contract shows the figure by the grid's own factor beside it. */
const inputOf = ({ factor, evidence }) => ({
  parameters: { gwp: 'AR5' },
  tables: {
    plant: [plant],
    input: [
      {
        plant_id: 'P1',
        item: 'electricity',
        life_stage: 'electrolysis',
        amount: '5396800000',
        unit: 'kWh',
        factor_kgco2e: factor,
        ...(evidence && { supply: 'contract', evidence, location_factor_kgco2e: variants[0].factor }),
      },
      { plant_id: 'P1', item: 'anode', life_stage: 'anode', amount: '200000', unit: 't', factor_kgco2e: '376' },
      {
        plant_id: 'P1',
        item: 'alumina',
        life_stage: 'raw_material',
        amount: '768000',
        unit: 't',
        factor_kgco2e: '811.19',
      },
    ],
  },
});

export async function smelter(url, password) {
  const filer = await Person.signIn(url, 'filer@huolin', password);
  const reviewer = await Person.signIn(url, 'reviewer@qingheng', password);
  const results = [];
  for (const variant of variants) {
    const filing = await filer.post('/api/v1/filings', {
      method: 'footprint/primary-aluminium',
      title: `重熔用铝锭 2025 ${variant.id}`,
      product: '重熔用铝锭 AL99.70',
      periodStart: '2025-05-01',
      periodEnd: '2026-04-30',
      region: '150581',
      input: inputOf(variant),
    });
    const { runId } = await filer.post(`/api/v1/filings/${filing.id}/submit`);
    const run = await until(
      () => filer.get(`/api/v1/runs/${runId}`),
      (r) => !['queued', 'running'].includes(r.status),
      'the run',
    );
    if (run.status !== 'succeeded') throw new Error(`the run ${run.status}: ${JSON.stringify(run.faults)}`);
    const [row] = run.result.tables.plant;
    results.push({
      ...variant,
      filing: filing.id,
      runId,
      footprint: row.footprint_kgco2e_per_t,
      byLocation: row.location_footprint_kgco2e_per_t,
      resultHash: run.result.resultHash,
    });
  }
  table(
    'Footprint of 1 t of primary aluminium (GB/T 44905-2024, AR5) 电解铝产品碳足迹',
    ['electricity 用电', 'kWh/t', 'kg CO2e/kWh', 'kg CO2e per t', 'by location 按所在电网'],
    results.map((r) => [r.title, '13,492', r.factor, grouped(r.footprint), grouped(r.byLocation)]),
  );

  const wind = results.at(-1);
  await reviewer.post(`/api/v1/filings/${wind.filing}/review`, {
    decision: 'approve',
    remarks: '台账、电表与直供协议一致。',
  });
  const label = await reviewer.post(`/api/v1/filings/${wind.filing}/issue`);
  const page = await verifyLabel(url, label.number);
  table(
    'Label 产品碳足迹标识',
    ['number', 'declared unit', 'value', 'valid', 'public page', 'signature'],
    [
      [
        label.number,
        label.declaredUnit,
        `${grouped(label.value)} ${label.unit}`,
        `${label.issuedOn} – ${label.expiresOn}`,
        page.address,
        page.signature,
      ],
    ],
  );
  const dossier = await verifyDossier(url, filer, label);
  return {
    footprints: Object.fromEntries(results.map((r) => [r.id, r.footprint])),
    label: { number: label.number, value: label.value, unit: label.unit, ...page, dossier },
  };
}

/** What a third party does: reads the public page and checks the signature with nothing but the published keys. */
async function verifyLabel(url, number) {
  const address = `${url}/label/${number}`;
  const html = await fetch(address);
  if (!html.ok) throw new Error(`${address} answered ${html.status}`);
  const open = await (await fetch(`${url}/api/v1/labels/${number}`)).json();
  const [header, payload, signature] = open.jws.split('.');
  const { kid } = JSON.parse(Buffer.from(header, 'base64url').toString());
  const { keys } = await (await fetch(`${url}/.well-known/jwks.json`)).json();
  const key = createPublicKey({ key: keys.find((k) => k.kid === kid), format: 'jwk' });
  const good = verify(
    'sha256',
    Buffer.from(`${header}.${payload}`),
    { key, dsaEncoding: 'ieee-p1363' },
    Buffer.from(signature, 'base64url'),
  );
  const signed = JSON.parse(Buffer.from(payload, 'base64url').toString());
  if (!good || (signed.label ?? signed).number !== number)
    throw new Error(`the signature of label ${number} does not verify`);
  return { address, status: open.status, signature: 'verified offline 离线验签通过' };
}

/** The evidence behind the label, as a third party verifies it: signed manifest, every file by its SHA-256. */
async function verifyDossier(url, filer, label) {
  const folder = mkdtempSync(join(tmpdir(), 'qingheng-dossier-'));
  try {
    const archive = join(folder, 'dossier.zip');
    writeFileSync(archive, await filer.bytes(`/api/v1/labels/${label.number}/dossier.zip`));
    const keys = `${url}/.well-known/jwks.json`;
    // Not the blocking kind: the service closes a connection that is silent for long.
    const { stdout } = await promisify(execFile)(process.execPath, [
      cli,
      'verify',
      '--archive',
      archive,
      '--keys',
      keys,
    ]);
    const { files, genuine } = JSON.parse(stdout);
    const { pdf, lines, auditEntries } = await filer.get(`/api/v1/labels/${label.number}/dossier`);
    table(
      'Dossier 标识档案',
      ['label', 'files', 'inventory lines', 'audit entries', 'PDF', 'archive'],
      [[label.number, files, lines, auditEntries, pdf ? 'yes' : 'HTML only', 'verified 验签通过']],
    );
    return { files, genuine };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
