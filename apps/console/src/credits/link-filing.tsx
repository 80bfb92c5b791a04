/** The owner says which filing is the account of the period. Only those that fit are offered. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../api/client';
import type { PeriodCredits, SinkCredits } from '../api/types';
import { ProblemAlert } from '../shared/problem-alert';

export function LinkFiling({ project, period }: { project: SinkCredits; period: PeriodCredits }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [chosen, setChosen] = useState<string>();
  const filings = useQuery({
    queryKey: ['filings', 'of-period', period.id],
    queryFn: () => ask(api.GET('/api/v1/filings', { params: { query: { limit: 200 } } })),
  });
  const fitting = filings.data?.items.filter(
    ({ method, periodStart, periodEnd, id }) =>
      method === project.method && periodStart === period.start && periodEnd === period.end && id !== period.filing?.id,
  );
  const link = useMutation({
    mutationFn: (filing: string) =>
      ask(
        api.PUT('/api/v1/sink/projects/{id}/monitoring-periods/{period}/filing', {
          params: { path: { id: project.projectId, period: period.id } },
          body: { filing },
        }),
      ),
    onSettled: () => client.invalidateQueries({ queryKey: ['sink-credits', project.projectId] }),
  });
  if (!fitting?.length) return null;
  return (
    <div className="filters">
      <Select
        style={{ minWidth: 240 }}
        aria-label={t('credits:chooseFiling')}
        placeholder={t('credits:chooseFiling')}
        value={chosen}
        onChange={setChosen}
        options={fitting.map(({ id, number, title }) => ({ value: id, label: `${number} ${title}` }))}
      />
      <Button disabled={!chosen} loading={link.isPending} onClick={() => chosen && link.mutate(chosen)}>
        {t('credits:link')}
      </Button>
      {link.error && <ProblemAlert error={link.error} />}
    </div>
  );
}
