/** What the register of parcels and the checks of forage and livestock say of a programme: proposals, never consequences. */
import { useQuery } from '@tanstack/react-query';
import { Alert, type TableColumnsType, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../api/client';
import type { Finding, Programme } from '../api/types';
import { percentOf } from '../numbers/decimal';
import { LoadMore } from '../shared/load-more';
import { ProblemAlert } from '../shared/problem-alert';
import { usePages } from '../shared/use-pages';
import { WideTable } from '../shared/wide-table';
import { Yuan } from './yuan';

export function Findings({ programme }: { programme: Programme }) {
  const { t } = useTranslation();
  const check = useQuery({
    queryKey: ['parcel-check', programme.id],
    queryFn: () =>
      ask(api.GET('/api/v1/compensation/programmes/{id}/parcel-check', { params: { path: { id: programme.id } } })),
    enabled: ['calculated', 'reviewed', 'notice'].includes(programme.stage),
  });
  const findings = usePages(['findings', programme.id], (cursor) =>
    ask(
      api.GET('/api/v1/compensation/programmes/{id}/findings', {
        params: { path: { id: programme.id }, query: { ...(cursor && { cursor }) } },
      }),
    ),
  );
  const failed = check.error ?? findings.error;
  if (failed) return <ProblemAlert error={failed} />;
  const { claimed = [], differences = [] } = check.data ?? {};
  if (!claimed.length && !differences.length && !findings.items?.length) return null;
  const columns: TableColumnsType<Finding> = [
    { title: t('compensation:household'), className: 'num', dataIndex: 'household' },
    {
      title: t('compensation:finding.overstock'),
      align: 'end',
      className: 'num',
      render: (_, { overstock }) => `${percentOf(overstock, '1', 2) ?? overstock} %`,
    },
    {
      title: t('compensation:finding.proposal'),
      render: (_, { mayWithhold }) =>
        mayWithhold ? <Tag color="warning">{t('compensation:finding.may')}</Tag> : t('compensation:finding.nothing'),
    },
    { title: t('compensation:finding.fine'), align: 'end', render: (_, { fine }) => <Yuan amount={fine} /> },
    {
      title: t('compensation:finding.decided'),
      render: (_, { decisions }) =>
        decisions?.map(({ number, kind, status }) => (
          <span key={number} className="sub">
            {number} {t(`compensation:decision.kind.${kind}`)} {t(`compensation:decision.status.${status}`)}
          </span>
        )),
    },
  ];
  return (
    <section className="panel" data-test="findings">
      <h2>{t('compensation:finding.title')}</h2>
      {claimed.length > 0 && (
        <Alert
          type="error"
          showIcon
          title={t('compensation:finding.claimed', { count: claimed[0]!.count })}
          description={claimed
            .slice(0, 10)
            .map(({ code, household, scheme, from, to }) => `${code} (${household}): ${scheme} ${from} – ${to}`)
            .join('; ')}
        />
      )}
      {differences.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={t('compensation:finding.differs')}
          description={differences
            .slice(0, 10)
            .map(
              ({ household, kind, roster, register }) =>
                `${household} ${t(`compensation:grassland.kind.${kind}`)} ${roster} ≠ ${register}`,
            )
            .join('; ')}
        />
      )}
      {!!findings.items?.length && (
        <>
          <WideTable
            label={t('compensation:finding.title')}
            rowKey="id"
            columns={columns}
            dataSource={findings.items}
          />
          <LoadMore query={findings} />
        </>
      )}
    </section>
  );
}
