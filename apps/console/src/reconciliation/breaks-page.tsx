/** Differences of all days that are not settled: by kind and age, then one by one. */
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, ask } from '../api/client';
import { PageHead } from '../shared/page-head';
import { ProblemAlert } from '../shared/problem-alert';
import { useTitle } from '../shared/use-title';
import { Yuan } from '../compensation/yuan';
import { buckets, kinds } from './filters';
import { Workbench } from './workbench';

export function BreaksPage() {
  const { t } = useTranslation();
  useTitle(t('reconciliation:work.title'));
  const counts = useQuery({
    queryKey: ['breaks', 'counts'],
    queryFn: () => ask(api.GET('/api/v1/reconciliation/breaks/counts')),
  });
  const at = (kind: string, bucket: string) => counts.data?.find((one) => one.kind === kind && one.bucket === bucket);
  const shown = kinds.filter((kind) => counts.data?.some((one) => one.kind === kind));
  return (
    <div className="page">
      <PageHead
        title={t('reconciliation:work.title')}
        hint={t('reconciliation:work.hint')}
        back={{ to: '/reconciliation', text: t('reconciliation:back') }}
      />
      {counts.error && <ProblemAlert error={counts.error} onRetry={() => void counts.refetch()} />}
      {shown.length > 0 && (
        <section className="panel">
          <div className="wide-table" role="region" tabIndex={0} aria-label={t('reconciliation:work.byAge')}>
            <table className="plain-table">
              <thead>
                <tr>
                  <th scope="col">{t('reconciliation:work.byAge')}</th>
                  {buckets.map((bucket) => (
                    <th key={bucket} scope="col" className="right num">
                      {t('reconciliation:work.days', { days: bucket })}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {shown.map((kind) => (
                  <tr key={kind}>
                    <th scope="row">{t(`reconciliation:kind.${kind}`)}</th>
                    {buckets.map((bucket) => {
                      const found = at(kind, bucket);
                      return (
                        <td key={bucket} className="num right">
                          {found ? (
                            <span className="stack">
                              <Link to={`?${new URLSearchParams({ kind, bucket })}`}>{found.count}</Link>
                              <span className="sub">
                                <Yuan amount={found.stake} short />
                              </span>
                            </span>
                          ) : (
                            <span className="muted">–</span>
                          )}
                        </td>
                      );
                    })}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </section>
      )}
      <Workbench onChange={() => void counts.refetch()} />
    </div>
  );
}
