/** A run outlives its worker and its queue: really killed, really emptied, and finished once. */
import { Redis } from 'ioredis';
import { Person, until } from '../support/person';
import { type RunningService, runningService } from '../support/running-service';

/** Enough lines that there is a middle to be killed in. */
const LINES = 20_000;
const rows = Array.from({ length: LINES }, (_, i) => ({
  process_id: 'p',
  item: `item ${i}`,
  stage: 'energy',
  amount: String(i + 1),
  unit: 'kWh',
  factor_kgco2e: '0.5',
}));
const filed = {
  method: 'footprint/product-generic',
  title: 'big',
  periodStart: '2025-04-01',
  periodEnd: '2026-03-31',
  region: '150581',
  input: {
    tables: {
      process: [{ process_id: 'p' }],
      product: [{ process_id: 'p', product_id: 'x', declared_unit: 't', output: '100', allocation_share: '1' }],
      line: rows,
    },
  },
};

interface Run {
  status: string;
  result?: { resultHash: string; outputs: Record<string, string> };
}

let service: RunningService;
let filer: Person;
beforeAll(async () => {
  service = await runningService();
  filer = await Person.signIn(service.url, 'filer@huolin');
}, 120_000);
afterAll(() => service?.stop());

async function submitted(): Promise<{ filing: string; run: string }> {
  const { body } = await filer.post<{ id: string }>('/filings', filed);
  const { body: started } = await filer.post<{ runId: string }>(`/filings/${body.id}/submit`);
  return { filing: body.id, run: started.runId };
}
const runOf = async (id: string) =>
  (await filer.get<Run & Record<string, unknown>>(`/runs/${id}`)).body as unknown as Run;
const finished = (id: string) =>
  until(
    () => runOf(id),
    ({ status }) => !['queued', 'running'].includes(status),
    'the run',
    90_000,
  );

async function timesSucceeded(filing: string): Promise<number> {
  const auditor = await Person.signIn(service.url, 'auditor@qingheng');
  const path = `/audit?subjectType=filing&subjectId=${filing}`;
  const { body } = await auditor.get<{ items: { action: string }[] }>(path);
  return body.items.filter(({ action }) => action === 'run.succeeded').length;
}

it('is finished once after its worker was killed in the middle of it, three times over', async () => {
  for (let round = 0; round < 3; round++) {
    const { filing, run } = await submitted();
    await until(
      () => runOf(run),
      ({ status }) => status !== 'queued',
      'a worker taking the run',
    );
    await service.kill('worker');
    expect((await runOf(run)).status).toBe('running'); // it really was in the middle
    await service.start('worker');
    const { status, result } = await finished(run);
    expect(status).toBe('succeeded');
    // Σ i · 0.5 for i = 1 … LINES
    expect(result!.outputs.total_kgco2e).toBe(String((LINES * (LINES + 1)) / 4));
    expect(await timesSucceeded(filing)).toBe(1);
  }
}, 240_000);

it('is not lost when Redis is emptied before, while and after the worker takes it', async () => {
  const redis = new Redis(service.env.REDIS_URL!);
  await service.kill('worker');
  const runs = [await submitted(), await submitted(), await submitted()];
  await redis.flushall();
  await service.start('worker');
  const emptying = setInterval(() => void redis.flushall(), 300);
  const results = await Promise.all(runs.map(({ run }) => finished(run)));
  clearInterval(emptying);
  await redis.quit();
  expect(results.map(({ status }) => status)).toEqual(['succeeded', 'succeeded', 'succeeded']);
  expect(await Promise.all(runs.map(({ filing }) => timesSucceeded(filing)))).toEqual([1, 1, 1]);
}, 240_000);
