/** Rule sets of GEP as versions, the price book, and two of them side by side. */
import { Tabs } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { EcoNav } from '../ecoproducts/eco-nav';
import { PageHead } from '../shared/page-head';
import { ProblemAlert } from '../shared/problem-alert';
import { useTitle } from '../shared/use-title';
import { Waiting } from '../shared/waiting';
import { Compare } from './compare';
import { PriceBook } from './price-book';
import { RuleSets } from './rule-sets';
import { useRuleBook } from './use-rules';
import './rules.css';

export function RulesPage() {
  const { t } = useTranslation();
  useTitle(t('rules:title'));
  const [params, setParams] = useSearchParams();
  const query = useRuleBook();
  const book = query.data;
  return (
    <div className="page">
      <PageHead title={t('rules:title')} hint={t('rules:hint')} />
      <EcoNav />
      {query.error && <ProblemAlert error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <Waiting />}
      {book && (
        <Tabs
          activeKey={params.get('view') ?? 'sets'}
          onChange={(view) => setParams((old) => (old.set('view', view), old), { replace: true })}
          items={[
            { key: 'sets', label: t('rules:sets'), children: <RuleSets sets={book.sets} /> },
            { key: 'compare', label: t('rules:compare'), children: <Compare book={book} /> },
            { key: 'prices', label: t('rules:prices'), children: <PriceBook prices={book.prices} /> },
          ]}
        />
      )}
    </div>
  );
}
