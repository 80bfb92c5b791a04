import { AuditOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { hasRole } from '../session/roles';
import { useUser } from '../session/session-provider';
import { ConfidenceTag } from '../shared/confidence-tag';
import { PageHead } from '../shared/page-head';
import { ProblemAlert } from '../shared/problem-alert';
import { useText } from '../shared/use-text';
import { useTitle } from '../shared/use-title';
import { Waiting } from '../shared/waiting';
import { byVersion, useMethods } from './use-methods';
import './methods.css';

export function MethodsPage() {
  const { t } = useTranslation();
  const text = useText();
  const user = useUser();
  const methods = useMethods();
  useTitle(t('methods:title'));
  if (methods.isPending) return <Waiting />;
  if (methods.error) return <ProblemAlert error={methods.error} onRetry={() => void methods.refetch()} />;
  const counts = new Map<string, number>();
  for (const { id } of methods.data) counts.set(id, (counts.get(id) ?? 0) + 1);
  const newest = [...methods.data]
    .sort((a, b) => byVersion(a.version, b.version))
    .filter((method, i, all) => all.findIndex(({ id }) => id === method.id) === i)
    .sort((a, b) => a.id.localeCompare(b.id));
  return (
    <div className="page">
      <PageHead
        title={t('methods:title')}
        hint={t('methods:hint')}
        actions={
          hasRole(user, 'method_admin', 'regulator') && (
            <Link to="/methods/proposals">
              <Button icon={<AuditOutlined />}>{t('methods:proposal.title')}</Button>
            </Link>
          )
        }
      />
      <div className="method-cards">
        {newest.map((method) => (
          <Link key={method.id} to={`/methods/${method.id}`} className="panel method-card">
            <h2>{text(method.title)}</h2>
            <code className="muted">
              {method.id} {method.version}
            </code>
            {counts.get(method.id)! > 1 && (
              <span className="muted">{t('methods:versions', { count: counts.get(method.id) })}</span>
            )}
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
