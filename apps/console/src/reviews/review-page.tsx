import { Tabs } from 'antd';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { FilingFacts } from '../filings/filing-facts';
import { Inventory } from '../filings/inventory/inventory';
import { useFiling } from '../filings/use-filing';
import { useMethod } from '../methods/use-methods';
import { ResultView } from '../results/result-view';
import { hasRole } from '../session/roles';
import { useUser } from '../session/session-provider';
import { useInPieces } from '../shared/in-pieces';
import { PageHead } from '../shared/page-head';
import { ProblemAlert } from '../shared/problem-alert';
import { FilingStatusTag } from '../shared/status-tag';
import { useTitle } from '../shared/use-title';
import { Waiting } from '../shared/waiting';
import { DecisionPanel, IssuePanel } from './decision-panel';
import { RemarksList } from './remarks-list';

export function ReviewPage() {
  const { t } = useTranslation();
  const user = useUser();
  const { id = '' } = useParams();
  const query = useFiling(id);
  const filing = query.data;
  const method = useMethod(filing?.method, filing?.methodVersion);
  useTitle(filing?.title);
  const drawn = useInPieces(Boolean(filing && method.data));
  const error = query.error ?? method.error;
  if (error) return <ProblemAlert error={error} onRetry={() => void (query.error ? query : method).refetch()} />;
  if (!filing || !method.data || !drawn) return <Waiting />;
  const open = filing.status === 'in_review' || filing.status === 'calculated';
  return (
    <div className="page">
      <PageHead
        back={{ to: '/reviews', text: t('reviews:title') }}
        title={
          <>
            {filing.title} <FilingStatusTag status={filing.status} />
          </>
        }
        hint={<span className="num">{filing.number}</span>}
      />
      <FilingFacts filing={filing} />
      {open && hasRole(user, 'reviewer') && <DecisionPanel filing={filing} />}
      {filing.status === 'approved' && hasRole(user, 'reviewer', 'method_admin') && <IssuePanel filing={filing} />}
      <Tabs
        items={[
          {
            key: 'result',
            label: t('results:title'),
            children: filing.runId && <ResultView runId={filing.runId} method={method.data} />,
          },
          {
            key: 'inventory',
            label: t('filings:inventory'),
            children: <Inventory filing={filing} method={method.data} readOnly />,
          },
          { key: 'remarks', label: t('reviews:remarks'), children: <RemarksList filing={filing} /> },
        ]}
      />
    </div>
  );
}
