/** What the registry, finance and the administrator look at first. */
import { useQuery } from '@tanstack/react-query';
import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../api/client';
import { groupDecimal } from '../numbers/decimal';
import { prettyUnit } from '../numbers/unit';
import { StageTag } from '../compensation/stage-tag';
import { ConfidenceTag } from '../shared/confidence-tag';
import { moment } from '../shared/dates';
import { useText } from '../shared/use-text';
import { WaitingPanel } from './waiting-panel';

export function OperationsWaiting() {
  const { t, i18n } = useTranslation();
  const rules = useQuery({ queryKey: ['registry', 'rules'], queryFn: () => ask(api.GET('/api/v1/registry/rules')) });
  const query = useQuery({
    queryKey: ['home', 'operations'],
    queryFn: () => ask(api.GET('/api/v1/registry/operations', { params: { query: { limit: 100 } } })),
  });
  const nameOf = (code: string) =>
    rules.data?.operations.find((rule) => rule.code === code)?.[i18n.language === 'en' ? 'en' : 'zh'] ?? code;
  return (
    <WaitingPanel
      name="operations"
      title={t('home:operations')}
      none={t('home:noOperations')}
      lines={query.data?.items
        .filter(({ status }) => status === 'proposed')
        .map(({ id, operation, organisation, number, amount, unit }) => ({
          key: id,
          to: '/holdings',
          title: `${nameOf(operation)} · ${organisation}`,
          sub: number,
          side: <span className="num">{`${groupDecimal(amount)} ${prettyUnit(unit)}`}</span>,
        }))}
      error={query.error}
      onRetry={() => void query.refetch()}
      more="/holdings"
    />
  );
}

export function DeadJobs() {
  const { t } = useTranslation();
  const query = useQuery({
    queryKey: ['home', 'dead'],
    queryFn: () => ask(api.GET('/api/v1/jobs', { params: { query: { status: 'dead' } } })),
  });
  return (
    <WaitingPanel
      name="jobs"
      title={t('home:deadJobs')}
      none={t('home:noDeadJobs')}
      lines={query.data?.items.map(({ id, name, finishedAt, error }) => ({
        key: id,
        to: '/jobs?status=dead',
        title: name,
        sub: moment(finishedAt),
        side: error && <Tag color="error">{error.code}</Tag>,
      }))}
      error={query.error}
      onRetry={() => void query.refetch()}
      more="/jobs?status=dead"
    />
  );
}

export function Programmes() {
  const { t } = useTranslation();
  const query = useQuery({
    queryKey: ['home', 'programmes'],
    queryFn: () => ask(api.GET('/api/v1/compensation/programmes', { params: { query: {} } })),
  });
  return (
    <WaitingPanel
      name="programmes"
      title={t('home:programmes')}
      none={t('home:noProgrammes')}
      lines={query.data?.items
        .filter(({ stage }) => stage !== 'closed')
        .map(({ id, title, number, stage }) => ({
          key: id,
          to: `/compensation/${id}`,
          title,
          sub: number,
          side: <StageTag stage={stage} />,
        }))}
      error={query.error}
      onRetry={() => void query.refetch()}
      more="/compensation"
    />
  );
}

export function Deadlines() {
  const { t } = useTranslation();
  const text = useText();
  const query = useQuery({
    queryKey: ['home', 'deadlines'],
    queryFn: () => ask(api.GET('/api/v1/compensation/deadlines')),
  });
  return (
    <WaitingPanel
      name="deadlines"
      title={t('home:deadlines')}
      none={t('home:noDeadlines')}
      lines={query.data?.items.map(({ programmeId, title, code, subject, due, daysLate, rule }) => ({
        key: `${programmeId}/${code}/${subject}`,
        to: `/compensation/${programmeId}`,
        title: `${text(rule.title)} ${subject}`,
        sub: `${title} · ${t('home:deadline', { date: due })}`,
        side: (
          <div className="stack right">
            <Tag color="warning">{t('home:daysLate', { count: daysLate })}</Tag>
            <ConfidenceTag confidence={rule.confidence} />
          </div>
        ),
      }))}
      error={query.error}
      onRetry={() => void query.refetch()}
    />
  );
}
