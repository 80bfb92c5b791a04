// The one path of every number, as people walk it over HTTP: filed, calculated, reviewed, issued.
import { until } from '../client.mjs';

/** @returns {Promise<{ filing: string, run: object, issued: object }>} */
export async function throughThePath(filer, reviewer, filed, remarks) {
  const filing = await filer.post('/api/v1/filings', filed);
  const { runId } = await filer.post(`/api/v1/filings/${filing.id}/submit`);
  const run = await until(
    () => filer.get(`/api/v1/runs/${runId}`),
    (r) => !['queued', 'running'].includes(r.status),
    'the run',
  );
  if (run.status !== 'succeeded') throw new Error(`the run ${run.status}: ${JSON.stringify(run.faults)}`);
  await reviewer.post(`/api/v1/filings/${filing.id}/review`, { decision: 'approve', remarks });
  const issued = await reviewer.post(`/api/v1/filings/${filing.id}/issue`);
  return { filing: filing.id, run, issued };
}
