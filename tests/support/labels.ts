/** Labels made over HTTP by the whole path, for specs that begin where a label is there. */
import { type Person, until } from './person';

const line = (item: string, stage: string, amount: string, unit: string, factor: string) => ({
  process_id: 'p',
  item,
  stage,
  amount,
  unit,
  factor_kgco2e: factor,
});

export interface MadeLabel {
  number: string;
  value: string;
  filing: string;
}

/** A footprint of one product under footprint/product-generic; `lines` take the place of the usual ones. */
export async function makeLabel(
  filer: Person,
  reviewer: Person,
  product: string,
  { unit = 'kg', output = '1000', lines }: { unit?: string; output?: string; lines?: object[] } = {},
): Promise<MadeLabel> {
  const { body: filing } = await filer.post<{ id: string }>('/filings', {
    method: 'footprint/product-generic',
    title: product,
    product,
    periodStart: '2025-05-01',
    periodEnd: '2026-04-30',
    region: '150600',
    input: {
      tables: {
        process: [{ process_id: 'p' }],
        product: [
          {
            process_id: 'p',
            product_id: product,
            declared_unit: unit,
            output,
            allocation_share: '1',
            boundary: 'cradle_to_gate',
          },
        ],
        line: lines ?? [
          line('电力', 'energy', '12000', 'kWh', '0.5777'),
          line('无毛绒', 'raw_material', '1050', 'kg', '52.5'),
        ],
      },
    },
  });
  await submit(filer, filing.id);
  const reviewed = await reviewer.post(`/filings/${filing.id}/review`, { decision: 'approve' });
  if (reviewed.status !== 200) throw new Error(`review: ${JSON.stringify(reviewed.body)}`);
  const { body } = await reviewer.post<{ number: string; value: string }>(`/filings/${filing.id}/issue`);
  return { number: body.number, value: body.value, filing: filing.id };
}

/** Until the run has succeeded. */
export async function submit(filer: Person, filing: string): Promise<Record<string, unknown>> {
  const { body, status } = await filer.post<{ runId: string }>(`/filings/${filing}/submit`);
  if (status !== 202) throw new Error(`submit: ${JSON.stringify(body)}`);
  const ask = async () => (await filer.get(`/runs/${body.runId}`)).body;
  const run = await until(ask, (one) => one.status !== 'queued' && one.status !== 'running', 'the run');
  if (run.status !== 'succeeded') throw new Error(`run: ${JSON.stringify(run.faults)}`);
  return run;
}

/** What is declared of a yarn beside its label. */
export const yarn = {
  fossilCarbonContent: '0',
  biogenicCarbonContent: '0.49',
  parts: { biogenicNonCO2Emissions: '40', biogenicCO2Uptake: '-1.8' },
  packagingEmissionsIncluded: false,
  ipccCharacterizationFactors: ['AR6'],
  primaryDataShare: '80',
};
