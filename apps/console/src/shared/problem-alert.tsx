import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { asProblem } from '../api/problem';
import { FaultList } from './fault-list';
import { useProblemText } from './use-problem-text';

/** A refusal, shown where it happened, with its faults and what can be done. */
export function ProblemAlert({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const { t } = useTranslation();
  const problem = asProblem(error);
  const { title, detail } = useProblemText()(problem);
  return (
    <Alert
      type={problem.status >= 500 || problem.status === 0 ? 'warning' : 'error'}
      showIcon
      role="alert"
      title={title}
      description={
        <>
          {detail && <p>{detail}</p>}
          {problem.faults.length > 0 && <FaultList faults={problem.faults} />}
          {problem.status >= 500 && problem.requestId && (
            <p className="muted">
              {t('common:requestId')} <code>{problem.requestId}</code>
            </p>
          )}
        </>
      }
      action={onRetry && <Button onClick={onRetry}>{t('common:retry')}</Button>}
    />
  );
}
