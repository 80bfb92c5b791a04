/** From figures to an approval: three people, a public notice with objections, and no way round any of them. */
import {
  type Bureau,
  calculated,
  migrations,
  openBureau,
  programmeBody,
  startBureauWorker,
  uploaded,
} from '../../../../tests/support/compensation';
import { withDatabase } from '../../../../tests/support/database';
import { Person } from '../../../../tests/support/person';
import { madeHousehold } from '../../../../tests/support/rosters';

const database = withDatabase(migrations);
let bureau: Bureau;
beforeAll(async () => {
  bureau = await openBureau(database);
  await startBureauWorker(database);
}, 90_000);

const today = () => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
let made = 0;
async function withFigures(more: object = {}): Promise<string> {
  const { body } = await bureau.clerk.post<{ id: string }>('/compensation/programmes', programmeBody(more));
  await uploaded(bureau, body.id, [madeHousehold(++made, '152501'), madeHousehold(++made, '152501')]);
  expect((await calculated(bureau, body.id)).status).toBe('succeeded');
  return body.id;
}
const act = (person: Person, programme: string, verb: string, body: object = { decision: 'approve' }) =>
  person.post<{ id: string; stage: string; to: string }>(`/compensation/programmes/${programme}/${verb}`, body);
const notice = { from: today(), contact: '盟财政局 农业科' };
/** The days of the notice go by. */
const afterwards = (programme: string) =>
  database.source.query(
    'UPDATE compensation_notice SET first_day = first_day - 30, last_day = last_day - 30 WHERE programme_id = $1',
    [programme],
  );

it('goes from figures to approval through reviewer, notice and approver', async () => {
  const programme = await withFigures();
  expect((await act(bureau.clerk, programme, 'notice', notice)).body.code).toBe('PROGRAMME_STAGE');
  expect((await new Person(bureau.url).get<{ items: object[] }>('/compensation/published')).body.items).toEqual([]);
  expect((await act(bureau.clerk, programme, 'review')).status).toBe(403);
  expect((await act(bureau.reviewer, programme, 'review')).body.stage).toBe('reviewed');
  expect((await act(bureau.clerk2, programme, 'notice', { ...notice, from: '2020-01-01' })).body.code).toBe(
    'NOTICE_IN_PAST',
  );
  const opened = await act(bureau.clerk2, programme, 'notice', notice);
  expect(opened.status).toBe(201);
  const nobody = new Person(bureau.url);
  const list = () =>
    nobody.get<{ items: { name: string; identity: string }[] }>(
      `/compensation/notices/${opened.body.id}?banner=152501`,
    );
  const known = async () =>
    (
      await nobody.get<{ items: { title: string; notice: { id: string } | null; banners: { code: string }[] }[] }>(
        '/compensation/published',
      )
    ).body.items;
  const [shown] = await known();
  expect([shown!.notice!.id, shown!.banners.map(({ code }) => code)]).toEqual([opened.body.id, ['152501']]);
  // Sums only: no household stands in it, by name or by number.
  expect(JSON.stringify(shown)).not.toMatch(/"(household|identity|card|sealed|quantities|name)"/);
  const published = await list();
  expect(published.body).toMatchObject({ contact: notice.contact, to: opened.body.to, year: 2023 });
  expect(published.body.items).toHaveLength(2);
  for (const { name, identity } of published.body.items) expect(name + identity).toMatch(/^.\*+\d{6}\*{8}[\dX]{4}$/);
  expect((await act(bureau.approver, programme, 'approve')).body.code).toBe('NOTICE_NOT_OVER');
  await afterwards(programme);
  expect((await list()).status).toBe(404);
  expect(await known()).toEqual([]);
  expect((await act(bureau.stranger, programme, 'approve')).status).toBe(404);
  expect((await act(bureau.approver, programme, 'approve')).body.stage).toBe('approved');
  expect(await known()).toMatchObject([{ stage: 'approved', notice: null }]);
});

it('lets nobody do two steps on one programme, whatever roles they hold', async () => {
  const programme = await withFigures();
  expect((await act(bureau.everything, programme, 'review')).body.stage).toBe('reviewed');
  expect((await act(bureau.everything, programme, 'notice', notice)).body.code).toBe('DUTY_TAKEN');
  await act(bureau.clerk, programme, 'notice', notice);
  await afterwards(programme);
  expect((await act(bureau.everything, programme, 'approve')).body.code).toBe('DUTY_TAKEN');
  const other = await withFigures();
  await bureau.everything.post(`/compensation/programmes/${other}/review`, { decision: 'return', remarks: '面积不符' });
  expect((await act(bureau.everything, other, 'calculate')).body.code).toBe('DUTY_TAKEN');
});

it('approves nothing while an objection stands, and calculates again where it was right', async () => {
  const programme = await withFigures();
  await act(bureau.reviewer, programme, 'review');
  await act(bureau.clerk, programme, 'notice', notice);
  const objection = (await act(bureau.clerk, programme, 'objections', { text: '面积少算' })).body.id;
  await afterwards(programme);
  expect((await act(bureau.approver, programme, 'approve')).body.code).toBe('OBJECTION_OPEN');
  const resolve = () =>
    act(bureau.clerk, programme, `objections/${objection}/resolve`, { outcome: 'upheld', reason: '核实属实' });
  expect((await resolve()).status).toBe(204);
  expect((await resolve()).body.code).toBe('OBJECTION_RESOLVED');
  expect((await act(bureau.approver, programme, 'approve')).body.code).toBe('OBJECTION_UPHELD');
  const approve = database.source.query(`UPDATE compensation_programme SET stage = 'approved' WHERE id = $1`, [
    programme,
  ]);
  await expect(approve).rejects.toThrow('an objection stands');
  expect((await act(bureau.approver, programme, 'approve', { decision: 'return' })).body.code).toBe(
    'RETURN_REASON_MISSING',
  );
  const back = await act(bureau.approver, programme, 'approve', { decision: 'return', remarks: '异议成立' });
  expect(back.body.stage).toBe('draft');
  expect((await calculated(bureau, programme)).status).toBe('succeeded');
  const runs = await database.source.query('SELECT status FROM compensation_run WHERE programme_id = $1 ORDER BY id', [
    programme,
  ]);
  expect(runs).toEqual([{ status: 'superseded' }, { status: 'succeeded' }]);
});

it('passes no figures that rest on provisional values', async () => {
  const { body } = await bureau.clerk.post<{ id: string }>(
    '/compensation/programmes',
    programmeBody({ year: 2014, periodStart: '2014-01-01', periodEnd: '2014-12-31' }),
  );
  await uploaded(bureau, body.id, [madeHousehold(++made, '152501', { year: '2014' })]);
  await calculated(bureau, body.id);
  const answer = await act(bureau.reviewer, body.id, 'review');
  expect([answer.status, answer.body.code]).toEqual([409, 'NOT_APPROVABLE']);
  expect(answer.body.faults!.map(({ code }) => code)).toContain('PARAMETER_PROVISIONAL');
});
