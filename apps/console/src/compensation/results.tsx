/** The sums of a calculation: region, leagues, banners, each the exact sum of what stands below it. */
import { useQuery } from '@tanstack/react-query';
import { Progress, Table, type TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, ask } from '../api/client';
import type { Programme, UnitResult } from '../api/types';
import { FaultList } from '../shared/fault-list';
import { ProblemAlert } from '../shared/problem-alert';
import { useRegionName } from '../shared/use-regions';
import { useText } from '../shared/use-text';
import { Yuan } from './yuan';

export function Results({ programme, runId }: { programme: Programme; runId: string }) {
  const { t } = useTranslation();
  const text = useText();
  const regionName = useRegionName();
  const query = useQuery({
    queryKey: ['programme-run', programme.id, runId],
    queryFn: () =>
      ask(
        api.GET('/api/v1/compensation/programmes/{id}/runs/{run}', {
          params: { path: { id: programme.id, run: runId } },
        }),
      ),
    refetchInterval: ({ state }) =>
      state.data && state.data.total === null && !state.data.faults.length ? 1_500 : false,
  });
  if (query.error) return <ProblemAlert error={query.error} onRetry={() => void query.refetch()} />;
  const run = query.data;
  if (!run) return null;
  const banners = run.results.filter(({ level }) => level === 'banner');
  const done = banners.filter((banner) => banner.done).length;
  const below = (code: string) => run.results.filter(({ parent }) => parent === code);
  const tree = (code: string | null, depth: number): (UnitResult & { depth: number })[] =>
    run.results
      .filter(
        ({ parent, code: own }) =>
          (code === null ? !run.results.some((one) => one.code === parent) : parent === code) && own !== code,
      )
      .flatMap((result) => [{ ...result, depth }, ...(below(result.code).length ? tree(result.code, depth + 1) : [])]);
  const columns: TableColumnsType<UnitResult & { depth: number }> = [
    {
      title: t('compensation:unit'),
      render: (_, { code, level, depth, households }) => (
        <span style={{ paddingInlineStart: depth * 18 }}>
          {level === 'banner' && households ? (
            <Link to={`/compensation/${programme.id}/banners/${code}`}>{regionName(code)}</Link>
          ) : (
            regionName(code)
          )}
        </span>
      ),
    },
    {
      title: t('compensation:households'),
      align: 'end',
      className: 'num',
      responsive: ['sm'],
      render: (_, { households }) => households?.toLocaleString('en-US') ?? '–',
    },
    { title: t('compensation:amount'), align: 'end', render: (_, { amount }) => <Yuan amount={amount} /> },
  ];
  return (
    <>
      {run.total === null && !run.faults.length && (
        <section className="panel" data-test="progress">
          <h2>{t('compensation:calculating')}</h2>
          <Progress
            percent={banners.length ? Math.floor((done / banners.length) * 100) : 0}
            aria-label={t('compensation:calculating')}
          />
        </section>
      )}
      {run.faults.length > 0 && (
        <section className="panel" role="alert">
          <h2>{t('compensation:faults')}</h2>
          <FaultList faults={run.faults} />
        </section>
      )}
      {run.blocked.length > 0 && (
        <section className="panel" role="alert">
          <h2>{t('compensation:blocked')}</h2>
          <ul>
            {run.blocked.map(({ code, message }, i) => (
              <li key={`${code}${i}`}>{message ? text(message) : code}</li>
            ))}
          </ul>
        </section>
      )}
      <section className="panel flush" data-test="results">
        <Table
          rowKey="code"
          size="small"
          columns={columns}
          dataSource={tree(null, 0)}
          pagination={false}
          rowClassName={({ level }) => (level === 'banner' ? '' : 'league')}
          summary={() => (
            <>
              <Total name={t('compensation:total')} amount={run.total} households={run.households} />
              <Total name={t('compensation:unallotted')} amount={run.unallotted} />
              <Total name={t('compensation:pool')} amount={run.pool} />
            </>
          )}
        />
      </section>
    </>
  );
}

function Total({ name, amount, households }: { name: string; amount: string | null; households?: number | null }) {
  return (
    <tr>
      <th scope="row" className="ant-table-cell" style={{ textAlign: 'start' }}>
        {name}
      </th>
      <td className="ant-table-cell num right total-households">{households?.toLocaleString('en-US')}</td>
      <td className="ant-table-cell right">
        <strong>
          <Yuan amount={amount} />
        </strong>
      </td>
    </tr>
  );
}
