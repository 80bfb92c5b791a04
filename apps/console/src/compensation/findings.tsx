/** What the register of parcels and the checks of forage and livestock say of a programme: proposals, never consequences. */
import { useQuery } from '@tanstack/react-query';
import { Alert, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../api/client';
import type { Finding, Programme } from '../api/types';
import { percentOf } from '../numbers/decimal';
import { LongList } from '../shared/long-table/long-list';
import type { LongColumn } from '../shared/long-table/long-table';
import { ProblemAlert } from '../shared/problem-alert';
import { usePages } from '../shared/use-pages';
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
  const columns: LongColumn<Finding>[] = [
    { key: 'household', title: t('compensation:household'), text: ({ household }) => household },
    {
      key: 'overstock',
      title: t('compensation:finding.overstock'),
      unit: '%',
      numeric: true,
      text: ({ overstock }) => percentOf(overstock, '1', 2) ?? overstock,
    },
    {
      key: 'proposal',
      title: t('compensation:finding.proposal'),
      text: ({ mayWithhold }) => t(mayWithhold ? 'compensation:finding.may' : 'compensation:finding.nothing'),
      cell: ({ mayWithhold }) =>
        mayWithhold ? <Tag color="warning">{t('compensation:finding.may')}</Tag> : t('compensation:finding.nothing'),
    },
    {
      key: 'fine',
      title: t('compensation:finding.fine'),
      fileUnit: t('common:moneyUnit.yuan'),
      numeric: true,
      wide: true,
      text: ({ fine }) => fine ?? '',
      cell: ({ fine }) => <Yuan amount={fine} />,
    },
    {
      key: 'decided',
      title: t('compensation:finding.decided'),
      wide: true,
      text: ({ decisions }) =>
        (decisions ?? [])
          .map(
            ({ number, kind, status }) =>
              `${number} ${t(`compensation:decision.kind.${kind}`)} ${t(`compensation:decision.status.${status}`)}`,
          )
          .join('; '),
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
        <LongList
          name="findings"
          label={t('compensation:finding.title')}
          rowKey={({ id }) => id}
          columns={columns}
          query={findings}
          empty={null}
        />
      )}
    </section>
  );
}
