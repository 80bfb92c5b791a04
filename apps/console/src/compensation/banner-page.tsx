/** The households of a banner, names masked, each leading to the reasons of its figure. */
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { api, ask } from '../api/client';
import type { Allotment } from '../api/types';
import { LongList } from '../shared/long-table/long-list';
import type { LongColumn } from '../shared/long-table/long-table';
import { Nothing } from '../shared/nothing';
import { PageHead } from '../shared/page-head';
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
        params: { path: { id }, query: { banner, limit: 200, ...(cursor && { cursor }) } },
      }),
    ),
  );
  const columns = useMemo<LongColumn<Allotment>[]>(
    () => [
      {
        key: 'number',
        title: t('compensation:householdNumber'),
        text: ({ number }) => number,
        cell: ({ id: allotment, number }) => (
          <Link to={`/compensation/why/${allotment}`} className="num">
            {number}
          </Link>
        ),
      },
      { key: 'name', title: t('compensation:household'), text: ({ name: masked }) => masked },
      {
        key: 'amount',
        title: t('compensation:amount'),
        numeric: true,
        fileUnit: t('common:moneyUnit.yuan'),
        text: ({ amount }) => amount,
        words: ({ amount }) => t('compensation:yuan', { amount }),
        cell: ({ amount }) => <Yuan amount={amount} />,
      },
    ],
    [t],
  );
  return (
    <div className="page">
      <PageHead
        title={name}
        hint={t('compensation:masked')}
        back={{ to: `/compensation/${id}`, text: t('compensation:backToProgramme') }}
      />
      <section className="panel flush">
        <LongList
          name="households"
          label={name}
          rowKey={({ id: allotment }) => allotment}
          columns={columns}
          query={list}
          empty={<Nothing title={t('compensation:noHouseholds')} />}
        />
      </section>
    </div>
  );
}
