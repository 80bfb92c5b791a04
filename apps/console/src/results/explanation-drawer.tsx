import { useQuery } from '@tanstack/react-query';
import { Drawer, Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../api/client';
import { ProblemAlert } from '../shared/problem-alert';
import { ExplanationNode } from './explanation-node';
import './explanation.css';

interface Props {
  runId: string;
  cell?: { place: string; title: string };
  onClose(): void;
}

export function ExplanationDrawer({ runId, cell, onClose }: Props) {
  const { t } = useTranslation();
  const why = useQuery({
    queryKey: ['explain', runId, cell?.place],
    enabled: Boolean(cell),
    staleTime: Infinity,
    queryFn: () =>
      ask(api.GET('/api/v1/runs/{id}/explain', { params: { path: { id: runId }, query: { cell: cell!.place } } })),
  });
  return (
    <Drawer
      open={Boolean(cell)}
      onClose={onClose}
      size="min(640px, 100vw)"
      title={t('results:why.title')}
      data-test="explanation"
    >
      <p className="muted why-intro">{t('results:why.hint')}</p>
      {why.isPending && <Skeleton active title={false} paragraph={{ rows: 6 }} />}
      {why.error && <ProblemAlert error={why.error} onRetry={() => void why.refetch()} />}
      {why.data && <ExplanationNode node={why.data} />}
    </Drawer>
  );
}
