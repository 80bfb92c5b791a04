/// <reference lib="dom" />
/**
 * A reduced and a neutral label, from the reviewer's form to the page that anybody's phone shows, in both languages: the base
 * label is chosen, the cancelled credits are named, and the page says by how much and with what, apart from the figure.
 */
import { broken } from './axe';
import { Person, until } from '../support/person';
import zhLabels from '../../apps/console/src/i18n/zh/labels.json';
import enLabels from '../../apps/console/src/i18n/en/labels.json';
import { shot, withBrowser } from './browser';

const seat = withBrowser();
const words = { zh: zhLabels, en: enLabels };
const plant = {
  ...{ plant_id: 'P1', aluminium_t: '1', anode_net_t: '0.411', anode_sulphur: '0.02', anode_ash: '0.004' },
  ...{ cf4_kg: '0.034', c2f6_kg: '0.0034' },
};
const people = {} as Record<'filer' | 'reviewer' | 'registrar' | 'regulator', Person>;

async function approved(product: string, periodStart: string, periodEnd: string, amount: string): Promise<string> {
  const use = (item: string, life_stage: string, quantity: string, unit: string, factor_kgco2e: string) => ({
    ...{ plant_id: 'P1', item, life_stage, amount: quantity, unit, factor_kgco2e },
  });
  const { body } = await people.filer.post<{ id: string }>('/filings', {
    ...{ method: 'footprint/primary-aluminium', title: product, product, periodStart, periodEnd, region: '150581' },
    input: {
      parameters: { gwp: 'AR5' },
      tables: {
        plant: [plant],
        input: [
          use('electricity', 'electrolysis', amount, 'kWh', '0.6205'),
          use('anode', 'anode', '0.5', 't', '376'),
          use('alumina', 'raw_material', '1.92', 't', '811.19'),
        ],
      },
    },
  });
  const { body: run } = await people.filer.post<{ runId: string }>(`/filings/${body.id}/submit`);
  await until(
    async () => (await people.filer.get<{ status: string }>(`/runs/${run.runId}`)).body.status,
    (status) => !['queued', 'running'].includes(status),
    'the run',
  );
  await people.reviewer.post(`/filings/${body.id}/review`, { decision: 'approve', remarks: '与台账一致。' });
  return body.id;
}

async function operate(maker: Person, body: object): Promise<void> {
  const { body: asked } = await maker.post<{ id: string }>('/registry/operations', body);
  const done = await people.regulator.post<{ status: string }>(`/registry/operations/${asked.id}/approve`);
  expect(done.body.status).toBe('posted');
}

beforeAll(async () => {
  for (const [role, name] of [
    ['filer', 'filer@huolin'],
    ['reviewer', 'reviewer@qingheng'],
    ['registrar', 'registrar@qingheng'],
    ['regulator', 'regulator@qingheng'],
  ] as const)
    people[role] = await Person.signIn(seat.url, name);
  const { body } = await people.filer.get<{ user: { organisation: { id: string } } }>('/auth/me');
  const holder = body.user.organisation.id;
  await people.registrar.post('/registry/assets', { code: 'SINK-T', kind: 'sink_credit', vintage: 2025 });
  await operate(people.registrar, {
    ...{ operation: 'issue', asset: 'SINK-T', amount: '100', holder, document: '签发 1' },
  });
  await operate(people.filer, {
    ...{ operation: 'cancel', asset: 'SINK-T', amount: '48', serials: ['1-48'], beneficiary: '铝锭' },
  });
}, 240_000);

/** Issued by the form; on the phone of somebody who has no account; the number of the label. */
async function issued(
  filing: string,
  lang: 'zh' | 'en',
  fill: (form: import('playwright-core').Page) => Promise<void>,
) {
  const form = await seat.signIn('reviewer@qingheng', { lang });
  await form.goto(`${seat.url}/reviews/${filing}?lang=${lang}`);
  await form.locator('[data-test=label-wish]').waitFor();
  // Names that are read after the page stand above the form and move it.
  await form.waitForLoadState('networkidle');
  await fill(form);
  await form.click('[data-test=issue]');
  await form.locator('.issue-confirm').last().click();
  await form.waitForURL(/\/label\/CF/);
  const address = form.url().split('?')[0]!;
  await form.context().close();
  const context = await seat.browser.newContext({
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });
  const phone = await context.newPage();
  await phone.goto(`${address}?lang=${lang}`);
  await phone.locator('[data-test=label-status][data-status=valid]').waitFor();
  return { phone, number: address.split('/').at(-1)! };
}

describe.each(['zh', 'en'] as const)('in %s', (lang) => {
  const says = words[lang];

  it('a reduced label names its base and by how much it is below', async () => {
    const product = `铝锭 ${lang}`;
    const earlier = await approved(product, '2025-05-01', '2025-08-31', '13492');
    const base = (await people.reviewer.post<{ number: string }>(`/filings/${earlier}/issue`)).body.number;
    const filing = await approved(product, '2025-09-01', '2025-12-31', '12000');
    const { phone } = await issued(filing, lang, async (form) => {
      await form.locator('input[value=reduced]').check();
      expect(await form.locator('[data-test=issue]').isDisabled()).toBe(true);
      await form.locator('[data-test=baseline]').click();
      await form.locator('.ant-select-item-option', { hasText: base }).click();
      await shot(form, `label-reduced-form-${lang}`);
    });
    expect(await phone.locator('[data-test=label-kind]').innerText()).toBe(says.kind.reduced);
    expect(await phone.locator('.label-value').innerText()).toContain('10,925.4768');
    const baseline = await phone.locator('[data-test=label-baseline]').innerText();
    // (11851.2628 − 10925.4768) / 11851.2628
    for (const told of [base, '11,851.2628', '−7.8 %']) expect(baseline).toContain(told);
    await shot(phone, `label-reduced-${lang}`);
    expect(await broken(phone)).toEqual([]);
    await phone.locator('[data-test=label-baseline] a').click();
    await phone.locator('[data-test=label-number]', { hasText: base }).waitFor();
    expect(await phone.locator('[data-test=label-kind]').innerText()).toBe(says.kind.footprint);
    await phone.context().close();
  }, 180_000);

  it('a neutral label names the credits that offset it, beside a figure that they do not change', async () => {
    const filing = await approved(`中和铝锭 ${lang}`, '2025-05-01', '2026-04-30', '13492');
    const serials = lang === 'zh' ? '1-24' : '25-48';
    const { phone } = await issued(filing, lang, async (form) => {
      await form.locator('input[value=neutral]').check();
      await form.locator('[data-test=offset-asset]').fill('SINK-T');
      await form.locator('[data-test=offset-serials]').fill(serials);
      await form.locator('[data-test=offset-quantity]').fill('2');
      await shot(form, `label-neutral-form-${lang}`);
    });
    expect(await phone.locator('[data-test=label-kind]').innerText()).toBe(says.kind.neutral);
    expect(await phone.locator('.label-value').innerText()).toContain('11,851.2628');
    const offset = await phone.locator('[data-test=label-offset]').innerText();
    for (const told of ['24', 'SINK-T', serials]) expect(offset).toContain(told);
    expect(offset).toContain(says.dossier.offset.split('{{amount}}')[0]!.trim());
    await shot(phone, `label-neutral-${lang}`);
    expect(await broken(phone)).toEqual([]);
    const width = await phone.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(390);
    await phone.context().close();
  }, 180_000);
});
