import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ConfidenceTag } from '../shared/confidence-tag';
import { PageHead } from '../shared/page-head';
import { ProblemAlert } from '../shared/problem-alert';
import { useText } from '../shared/use-text';
import { useTitle } from '../shared/use-title';
import { Waiting } from '../shared/waiting';
import { useMethods } from './use-methods';
import './methods.css';

export function MethodsPage() {
  const { t } = useTranslation();
  const text = useText();
  const methods = useMethods();
  useTitle(t('methods:title'));
  if (methods.isPending) return <Waiting />;
  if (methods.error) return <ProblemAlert error={methods.error} onRetry={() => void methods.refetch()} />;
  return (
    <div className="page">
      <PageHead title={t('methods:title')} hint={t('methods:hint')} />
      <div className="method-cards">
        {methods.data.map((method) => (
          <Link key={method.id} to={`/methods/${method.id}`} className="panel method-card">
            <h2>{text(method.title)}</h2>
            <code className="muted">
              {method.id} {method.version}
            </code>
            <span>
              {method.source.title} <ConfidenceTag confidence={method.source.confidence} />
            </span>
            {method.summary && <span className="muted">{text(method.summary)}</span>}
          </Link>
        ))}
      </div>
    </div>
  );
}
