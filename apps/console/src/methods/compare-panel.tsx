import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../api/client';
import { Nothing } from '../shared/nothing';
import { ProblemAlert } from '../shared/problem-alert';
import { Waiting } from '../shared/waiting';
import { ChangesList } from './changes-list';

interface Props {
  id: string;
  version: string;
  versions: string[];
}

export function ComparePanel({ id, version, versions }: Props) {
  const { t } = useTranslation();
  const others = versions.filter((one) => one !== version);
  const [chosen, setChosen] = useState<string>();
  const from = chosen ?? others[0];
  const [domain = '', name = ''] = id.split('/');
  const changes = useQuery({
    queryKey: ['method-compare', id, from, version],
    enabled: from !== undefined,
    staleTime: Infinity,
    queryFn: () =>
      ask(
        api.GET('/api/v1/methods/{domain}/{name}/compare', {
          params: { path: { domain, name }, query: { from: from!, to: version } },
        }),
      ),
  });
  if (!from) return <Nothing title={t('methods:compare.onlyOne')} />;
  return (
    <section className="panel">
      <div className="filters">
        <Select
          style={{ width: 140 }}
          aria-label={t('methods:compare.from')}
          value={from}
          options={others.map((value) => ({ value, label: value }))}
          onChange={setChosen}
        />
        <span className="num">→ {version}</span>
      </div>
      {changes.error && <ProblemAlert error={changes.error} onRetry={() => void changes.refetch()} />}
      {changes.data ? <ChangesList changes={changes.data} /> : !changes.error && <Waiting />}
    </section>
  );
}
