import { Tabs } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { Filing, Method } from '../api/types';
import { useMethod } from '../methods/use-methods';
import { ResultView } from '../results/result-view';
import { RemarksList } from '../reviews/remarks-list';
import { RunProgress } from '../runs/run-progress';
import { useRun } from '../runs/use-run';
import { hasRole } from '../session/roles';
import { useUser } from '../session/session-provider';
import { useInPieces } from '../shared/in-pieces';
import { PageHead } from '../shared/page-head';
import { ProblemAlert } from '../shared/problem-alert';
import { FilingStatusTag } from '../shared/status-tag';
import { useTitle } from '../shared/use-title';
import { Waiting } from '../shared/waiting';
import { FilingFacts } from './filing-facts';
import { Inventory, loadEditor } from './inventory/inventory';
import { useFiling } from './use-filing';

const editable = ['draft', 'failed', 'returned'];
const computed = ['calculated', 'in_review', 'returned', 'approved', 'issued'];

function Body({ filing, method }: { filing: Filing; method: Method }) {
  const { t } = useTranslation();
  const user = useUser();
  const hasResult = Boolean(filing.runId) && computed.includes(filing.status);
  const readOnly = !editable.includes(filing.status) || !hasRole(user, 'filer');
  const opening = hasResult && filing.status !== 'returned' ? 'result' : 'inventory';
  const [chosen, setChosen] = useState<string>();
  return (
    <>
      {filing.status === 'returned' && <RemarksList filing={filing} latest />}
      {filing.status === 'running' && filing.runId && <RunProgress runId={filing.runId} filingId={filing.id} />}
      <Tabs
        activeKey={chosen ?? opening}
        onChange={setChosen}
        items={[
          {
            key: 'inventory',
            label: t('filings:inventory'),
            children: (
              <Inventory
                key={filing.id}
                filing={filing}
                method={method}
                readOnly={readOnly}
                onSubmitted={() => setChosen(undefined)}
              />
            ),
          },
          {
            key: 'result',
            label: t('results:title'),
            disabled: !hasResult,
            children: hasResult && <ResultView runId={filing.runId!} method={method} />,
          },
          {
            key: 'remarks',
            label: t('reviews:remarks'),
            disabled: !filing.remarks?.length,
            children: <RemarksList filing={filing} />,
          },
        ]}
      />
    </>
  );
}

export function FilingPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const filing = useFiling(id);
  const method = useMethod(filing.data?.method, filing.data?.methodVersion);
  // Asked for beside the method, not after it: most who come look at the result.
  useRun(filing.data && computed.includes(filing.data.status) ? (filing.data.runId ?? undefined) : undefined);
  if (filing.data && editable.includes(filing.data.status)) void loadEditor();
  useTitle(filing.data?.title);
  const drawn = useInPieces(Boolean(filing.data && method.data));
  const error = filing.error ?? method.error;
  if (error) return <ProblemAlert error={error} onRetry={() => void (filing.error ? filing : method).refetch()} />;
  if (!filing.data || !method.data || !drawn) return <Waiting />;
  return (
    <div className="page">
      <PageHead
        back={{ to: '/filings', text: t('filings:title') }}
        title={
          <>
            {filing.data.title} <FilingStatusTag status={filing.data.status} />
          </>
        }
        hint={<span className="num">{filing.data.number}</span>}
      />
      <FilingFacts filing={filing.data} />
      <Body filing={filing.data} method={method.data} />
    </div>
  );
}
