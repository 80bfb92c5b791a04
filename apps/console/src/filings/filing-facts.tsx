import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Filing } from '../api/types';
import { useMethodName } from '../methods/use-methods';
import { moment, period } from '../shared/dates';
import { useRegionName } from '../shared/use-regions';

export function FilingFacts({ filing }: { filing: Filing }) {
  const { t } = useTranslation();
  const methodName = useMethodName();
  const regionName = useRegionName();
  return (
    <dl className="facts panel">
      <div>
        <dt>{t('filings:organisation')}</dt>
        <dd>{filing.organisation.name}</dd>
      </div>
      <div>
        <dt>{t('filings:product')}</dt>
        <dd>{filing.product || '—'}</dd>
      </div>
      <div>
        <dt>{t('filings:period')}</dt>
        <dd className="num">{period(filing.periodStart, filing.periodEnd)}</dd>
      </div>
      <div>
        <dt>{t('filings:region')}</dt>
        <dd>{regionName(filing.region)}</dd>
      </div>
      <div>
        <dt>{t('filings:method')}</dt>
        <dd>
          <Link to={`/methods/${filing.method}`}>{methodName(filing.method)}</Link>{' '}
          <span className="muted num">{filing.methodVersion}</span>
        </dd>
      </div>
      <div>
        <dt>{t('filings:updated')}</dt>
        <dd className="num">{moment(filing.updatedAt)}</dd>
      </div>
      {filing.labelNumber && (
        <div>
          <dt>{t('filings:label')}</dt>
          <dd>
            <Link to={`/label/${filing.labelNumber}`} className="num" data-test="label-link">
              {filing.labelNumber}
            </Link>
          </dd>
        </div>
      )}
      {!filing.labelNumber && filing.issuedNumber && (
        <div>
          <dt>{t('filings:statement')}</dt>
          <dd className="num">{filing.issuedNumber}</dd>
        </div>
      )}
    </dl>
  );
}
