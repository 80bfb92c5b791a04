/** Compensation programmes, newest first. */
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, ask } from '../api/client';
import type { Programme } from '../api/types';
import { useMethodName } from '../methods/use-methods';
import { hasRole } from '../session/roles';
import { useUser } from '../session/session-provider';
import { LongList } from '../shared/long-table/long-list';
import type { LongColumn } from '../shared/long-table/long-table';
import { Nothing } from '../shared/nothing';
import { PageHead } from '../shared/page-head';
import { usePages } from '../shared/use-pages';
import { useTitle } from '../shared/use-title';
import { StageTag } from './stage-tag';
import { Yuan } from './yuan';

export function ProgrammesPage() {
  const { t } = useTranslation();
  const methodName = useMethodName();
  const clerk = hasRole(useUser(), 'finance_clerk');
  useTitle(t('compensation:title'));
  const programmes = usePages(['programmes'], (cursor) =>
    ask(api.GET('/api/v1/compensation/programmes', { params: { query: { ...(cursor && { cursor }) } } })),
  );
  const columns: LongColumn<Programme>[] = [
    {
      key: 'programme',
      title: t('compensation:programme'),
      text: ({ title }) => title,
      to: ({ id }) => `/compensation/${id}`,
      sub: { title: t('common:col.number'), text: ({ number }) => number },
    },
    { key: 'method', title: t('compensation:method'), wide: true, text: ({ method }) => methodName(method) },
    { key: 'year', title: t('compensation:year'), wide: true, text: ({ year }) => String(year) },
    {
      key: 'pool',
      title: t('compensation:pool'),
      numeric: true,
      fileUnit: t('common:moneyUnit.yuan'),
      text: ({ pool }) => pool,
      words: ({ pool }) => pool,
      cell: ({ pool }) => <Yuan amount={pool} short />,
    },
    {
      key: 'stage',
      title: t('compensation:stageTitle'),
      text: ({ stage }) => t(`compensation:stage.${stage}`),
      cell: ({ stage }) => <StageTag stage={stage} />,
    },
  ];
  return (
    <div className="page">
      <PageHead
        title={t('compensation:title')}
        hint={t('compensation:hint')}
        actions={
          <>
            <Link to="/compensation/grassland">
              <Button tabIndex={-1}>{t('compensation:grassland.title')}</Button>
            </Link>
            {clerk && (
              <Link to="/compensation/new">
                <Button type="primary" tabIndex={-1}>
                  {t('compensation:draft.title')}
                </Button>
              </Link>
            )}
          </>
        }
      />
      <section className="panel flush">
        <LongList
          name="programmes"
          label={t('compensation:title')}
          rowKey={({ id }) => id}
          columns={columns}
          query={programmes}
          empty={<Nothing title={t('compensation:none')} hint={t('compensation:noneHint')} />}
        />
      </section>
    </div>
  );
}
