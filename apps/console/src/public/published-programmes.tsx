import { useQuery } from '@tanstack/react-query';
import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, ask } from '../api/client';
import { groupDecimal } from '../numbers/decimal';
import { Yuan } from '../compensation/yuan';
import { Nothing } from '../shared/nothing';
import { ProblemAlert } from '../shared/problem-alert';
import { Waiting } from '../shared/waiting';

/** Programmes with their sums by banner; the list of households while it is under notice. */
export function PublishedProgrammes() {
  const { t, i18n } = useTranslation();
  const query = useQuery({
    queryKey: ['published'],
    queryFn: () => ask(api.GET('/api/v1/compensation/published')),
  });
  if (query.error) return <ProblemAlert error={query.error} onRetry={() => void query.refetch()} />;
  if (query.isPending) return <Waiting />;
  if (!query.data.items.length) return <Nothing title={t('open:noProgrammes')} hint={t('open:noProgrammesHint')} />;
  return (
    <div className="page" data-test="published">
      {query.data.items.map((one) => (
        <section key={one.number} className="panel">
          <div className="panel-head">
            <h2>{one.title}</h2>
            <Tag color={one.notice ? 'warning' : 'success'}>{t(`compensation:stage.${one.stage}`)}</Tag>
          </div>
          <p>
            {one.organisation} ·{' '}
            {one.legalBasis.map(({ title, clause }) => [title, clause].filter(Boolean).join(' ')).join('；')}
          </p>
          <p>
            {t('open:sum')} <Yuan amount={one.total} short /> ·{' '}
            {t('compensation:ofHouseholds', { count: one.households })}
          </p>
          {one.notice && (
            <p>
              {t('open:until', { from: one.notice.from, to: one.notice.to })} {one.notice.contact}
            </p>
          )}
          <details>
            <summary>{t('open:byBanner', { count: one.banners.length })}</summary>
            <div className="wide-table" role="region" tabIndex={0} aria-label={one.title}>
              <table className="plain-table">
                <thead>
                  <tr>
                    <th scope="col">{t('open:banner')}</th>
                    <th scope="col" className="right">
                      {t('open:households')}
                    </th>
                    <th scope="col" className="right">
                      {t('compensation:amount')}
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {one.banners.map(({ code, nameZh, nameEn, households, amount }) => {
                    const name = (i18n.language === 'en' ? nameEn : nameZh) ?? code;
                    return (
                      <tr key={code}>
                        <th scope="row">
                          {one.notice ? <Link to={`/open/notices/${one.notice.id}?banner=${code}`}>{name}</Link> : name}
                        </th>
                        <td className="num right">{groupDecimal(String(households))}</td>
                        <td className="right">
                          <Yuan amount={amount} />
                        </td>
                      </tr>
                    );
                  })}
                </tbody>
              </table>
            </div>
          </details>
        </section>
      ))}
    </div>
  );
}
