/** The sums of a calculation: region, leagues, banners, each the exact sum of what stands below it. */
import { useQuery } from '@tanstack/react-query';
import { Progress, Table, type TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, ask } from '../api/client';
import type { Programme, UnitResult } from '../api/types';
import { FaultList } from '../shared/fault-list';
import { useInPieces } from '../shared/in-pieces';
import { ProblemAlert } from '../shared/problem-alert';
import { useRegionName } from '../shared/use-regions';
import { useText } from '../shared/use-text';
import { Yuan } from './yuan';

type Node = UnitResult & { children?: Node[] };
/** More banners than this, and their leagues are opened one by one. */
const AT_A_GLANCE = 30;

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
  const run = query.data;
  const drawn = useInPieces(Boolean(run));
  if (query.error) return <ProblemAlert error={query.error} onRetry={() => void query.refetch()} />;
  if (!run || !drawn) return null;
  const banners = run.results.filter(({ level }) => level === 'banner');
  const done = banners.filter((banner) => banner.done).length;
  const node = (result: UnitResult): Node => {
    const children = run.results.filter(({ parent, code }) => parent === result.code && code !== parent).map(node);
    return children.length ? { ...result, children } : result;
  };
  const tops = run.results.filter(({ parent }) => !run.results.some(({ code }) => code === parent)).map(node);
  const opened = banners.length > AT_A_GLANCE ? tops : run.results;
  const columns: TableColumnsType<Node> = [
    {
      title: t('compensation:unit'),
      render: (_, { code, level, households }) =>
        level === 'banner' && households ? (
          <Link to={`/compensation/${programme.id}/banners/${code}`}>{regionName(code)}</Link>
        ) : (
          regionName(code)
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
          dataSource={tops}
          expandable={{ defaultExpandedRowKeys: opened.map(({ code }) => code) }}
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
