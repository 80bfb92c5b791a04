/** The households of a banner, names masked, each leading to the reasons of its figure. */
import { Table, type TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { api, ask } from '../api/client';
import type { Allotment } from '../api/types';
import { LoadMore } from '../shared/load-more';
import { Nothing } from '../shared/nothing';
import { PageHead } from '../shared/page-head';
import { ProblemAlert } from '../shared/problem-alert';
import { usePages } from '../shared/use-pages';
import { useRegionName } from '../shared/use-regions';
import { useTitle } from '../shared/use-title';
import { Yuan } from './yuan';

export function BannerPage() {
  const { t } = useTranslation();
  const { id = '', banner = '' } = useParams();
  const name = useRegionName()(banner);
  useTitle(name);
  const list = usePages(['allotments', id, banner], (cursor) =>
    ask(
      api.GET('/api/v1/compensation/programmes/{id}/allotments', {
        params: { path: { id }, query: { banner, limit: 100, ...(cursor && { cursor }) } },
      }),
    ),
  );
  const columns: TableColumnsType<Allotment> = [
    {
      title: t('compensation:household'),
      render: (_, { id: allotment, number, name: masked }) => (
        <div className="stack">
          <Link to={`/compensation/why/${allotment}`} className="num">
            {number}
          </Link>
          <span className="sub">{masked}</span>
        </div>
      ),
    },
    { title: t('compensation:amount'), align: 'end', render: (_, { amount }) => <Yuan amount={amount} /> },
  ];
  return (
    <div className="page">
      <PageHead
        title={name}
        hint={t('compensation:masked')}
        back={{ to: `/compensation/${id}`, text: t('compensation:backToProgramme') }}
      />
      {list.error ? (
        <ProblemAlert error={list.error} onRetry={() => void list.refetch()} />
      ) : (
        <section className="panel flush">
          <Table
            rowKey="id"
            size="small"
            columns={columns}
            dataSource={list.items}
            loading={list.isPending}
            pagination={false}
            locale={{ emptyText: list.isPending ? ' ' : <Nothing title={t('compensation:noHouseholds')} /> }}
          />
          <LoadMore query={list} />
        </section>
      )}
    </div>
  );
}
