import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Progress } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { ProblemAlert } from '../shared/problem-alert';
import { useText } from '../shared/use-text';
import { useFollowedRun } from './use-run';
import './run-progress.css';

export function RunProgress({ runId, filingId }: { runId: string; filingId: string }) {
  const { t } = useTranslation();
  const text = useText();
  const client = useQueryClient();
  const run = useFollowedRun(runId);
  const cancel = useMutation({
    mutationFn: () => api.POST('/api/v1/runs/{id}/cancel', { params: { path: { id: runId } } }),
  });
  useEffect(() => {
    if (!run.ended) return;
    // The filing follows its run by the worker's hand, a moment later: ask until it has.
    const ask = () => void client.invalidateQueries({ queryKey: ['filing', filingId] });
    ask();
    void client.invalidateQueries({ queryKey: ['filings'] });
    const timer = setInterval(ask, 1_000);
    return () => clearInterval(timer);
  }, [run.ended, client, filingId]);
  // Some services count to 1, some to 100.
  const per = run.ended ? 100 : Math.round(run.progress <= 1 ? run.progress * 100 : run.progress);
  return (
    <section className="panel run-progress" aria-live="polite" data-test="progress">
      <div className="panel-head">
        <h2>{t(`filings:run.${run.status ?? 'queued'}`)}</h2>
        {!run.ended && (
          <Button size="small" loading={cancel.isPending} onClick={() => cancel.mutate()}>
            {t('filings:run.cancel')}
          </Button>
        )}
      </div>
      <Progress
        percent={per}
        status={run.ended ? 'normal' : 'active'}
        strokeColor="var(--primary)"
        aria-label={t('filings:run.progress')}
      />
      <p className="muted">
        {run.note && <span data-test="stage">{text(run.note)} · </span>}
        {t('filings:run.hint')}
      </p>
      {(run.error ?? cancel.error) && (
        <ProblemAlert error={run.error ?? cancel.error} onRetry={() => void run.refetch()} />
      )}
    </section>
  );
}
