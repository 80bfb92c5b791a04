/** Programmes over HTTP: who may, what is refused, and what the database itself holds to. */
import { type Bureau, migrations, openBureau, programmeBody } from '../../../../tests/support/compensation';
import { withDatabase } from '../../../../tests/support/database';
import { STAGES, STEPS } from './stage';

const database = withDatabase(migrations);
/** Stages are looked at here without a calculation behind them. */
const withoutRuns = () =>
  database.source.query('DROP TRIGGER IF EXISTS compensation_calculated ON compensation_programme');
let bureau: Bureau;
beforeAll(async () => {
  bureau = await openBureau(database);
  await withoutRuns();
}, 60_000);

const PATH = '/compensation/programmes';
interface Answered {
  id: string;
  revision: number;
  pool: string;
  stage: string;
  acts: { act: string; by: { name: string } }[];
  items: { id: string }[];
}
const drafted = async (more: object = {}): Promise<Answered> => {
  const { status, body } = await bureau.clerk.post<Answered>(PATH, programmeBody(more));
  expect([status, body.code]).toEqual([201, undefined]);
  return body;
};
const parameter = (more: object = {}) => ({
  name: 'coefficient',
  region: '152501',
  value: '1.25',
  validFrom: '2023-01-01',
  validTo: '2023-12-31',
  source: '测试文件第三条',
  confidence: 'official',
  ...more,
});

it('drafts a programme, logs who did it, and shows it to its bureau and overseers only', async () => {
  const { id, pool } = await drafted();
  expect(pool).toBe('1000000.00');
  const { body } = await bureau.approver.get<Answered>(`${PATH}/${id}`);
  expect(body).toMatchObject({ stage: 'draft', acts: [{ act: 'created', by: { name: 'clerk' } }] });
  expect((await bureau.reviewer.get(`${PATH}/${id}`)).status).toBe(200);
  expect((await bureau.stranger.get(`${PATH}/${id}`)).status).toBe(404);
  expect((await bureau.stranger.get<Answered>(PATH)).body.items).toEqual([]);
  expect((await bureau.filer.get(PATH)).status).toBe(403);
  expect((await bureau.approver.post(PATH, programmeBody())).status).toBe(403);
  const [entry] = await database.source.query(
    `SELECT action, actor_name FROM audit_entry WHERE subject_id = $1 ORDER BY seq DESC LIMIT 1`,
    [id],
  );
  expect(entry).toEqual({ action: 'programme.created', actor_name: 'clerk' });
});

it.each([
  [{ pool: '100.005' }, 422, 'INVALID_INPUT'],
  [{ pool: '-1.00' }, 422, 'INVALID_INPUT'],
  [{ legalBasis: [] }, 422, 'INVALID_INPUT'],
  [{ periodEnd: '2022-12-31' }, 422, 'DATES_REVERSED'],
  [{ region: '159999' }, 422, 'UNKNOWN_REGION_CODE'],
  [{ method: 'compensation/no-such' }, 404, 'UNKNOWN_METHOD'],
  [{ method: 'compensation/pool-split', periodEnd: '2025-12-31' }, 422, 'METHOD_NOT_FOR_HOUSEHOLDS'],
])('refuses %j', async (more, status, code) => {
  const answer = await bureau.clerk.post(PATH, programmeBody(more));
  expect([answer.status, answer.body.code]).toEqual([status, code]);
});

it('overwrites nothing unseen', async () => {
  const { id, revision } = await drafted();
  const change = (pool: string) =>
    bureau.clerk2.put<Answered>(`${PATH}/${id}`, { ...programmeBody({ pool }), revision });
  expect((await change('5.00')).body).toMatchObject({ pool: '5.00', revision: 2 });
  expect((await change('6.00')).body.code).toBe('PROGRAMME_REVISION');
});

it('keeps dated parameters of league and banner apart in time, each with its paper', async () => {
  const { id } = await drafted();
  const add = (more?: object) => bureau.clerk.post<{ id: string }>(`${PATH}/${id}/parameters`, parameter(more));
  const { status, body } = await add();
  expect(status).toBe(201);
  expect((await add({ validFrom: '2023-06-01', validTo: undefined })).body.code).toBe('PARAMETER_OVERLAPS');
  expect((await add({ validFrom: '2024-01-01', validTo: undefined })).status).toBe(201);
  expect((await add({ region: '1525', validTo: undefined })).status).toBe(201);
  expect((await add({ region: '150725' })).body.code).toBe('REGION_OUTSIDE');
  expect((await add({ name: 'no_such' })).body.code).toBe('UNKNOWN_PARAMETER_NAME');
  expect((await add({ source: '' })).body.code).toBe('INVALID_INPUT');
  expect((await add({ validTo: '2022-01-01' })).body.code).toBe('DATES_REVERSED');
  expect((await bureau.clerk.call('DELETE', `${PATH}/${id}/parameters/${body.id}`)).status).toBe(204);
  const { body: left } = await bureau.clerk.get<{ region: string; validTo: string | null }[]>(
    `${PATH}/${id}/parameters`,
  );
  expect(left).toMatchObject([
    { region: '1525', validTo: null },
    { region: '152501', validFrom: '2024-01-01' },
  ]);
  expect((await bureau.stranger.post(`${PATH}/${id}/parameters`, parameter())).status).toBe(404);
});

it('lets the database take no step that the list of steps lacks', async () => {
  const { id } = await drafted();
  const move = (from: string, to: string) =>
    database.source.transaction(async (manager) => {
      await manager.query('ALTER TABLE compensation_programme DISABLE TRIGGER compensation_programme_guard');
      await manager.query('UPDATE compensation_programme SET stage = $2, run_id = id WHERE id = $1', [id, from]);
      await manager.query('ALTER TABLE compensation_programme ENABLE TRIGGER compensation_programme_guard');
      await manager.query('UPDATE compensation_programme SET stage = $2 WHERE id = $1', [id, to]);
    });
  for (const from of STAGES) {
    for (const to of STAGES.filter((stage) => stage !== from)) {
      const allowed = STEPS.some(([a, b]) => a === from && b === to);
      const taken = await move(from, to).then(
        () => true,
        (error: Error) => !/no step from/.test(error.message),
      );
      expect([from, to, taken]).toEqual([from, to, allowed]);
    }
  }
});

it('lets the database change no pool under calculated figures', async () => {
  const { id } = await drafted();
  await database.source.query(`UPDATE compensation_programme SET stage = 'calculated', run_id = id WHERE id = $1`, [
    id,
  ]);
  const change = database.source.query('UPDATE compensation_programme SET pool_fen = 1 WHERE id = $1', [id]);
  await expect(change).rejects.toThrow('a programme changes as a draft only');
  expect((await bureau.clerk.put(`${PATH}/${id}`, { ...programmeBody(), revision: 1 })).body.code).toBe(
    'PROGRAMME_STAGE',
  );
});
