/** Double sampling: many units with an auxiliary, few of them measured; the estimate beside that of the plots alone, and its account. */
import { UploadOutlined } from '@ant-design/icons';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Button, Input, Select, Upload } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../api/client';
import { upload } from '../api/files';
import type { RunInput, SinkDoubleSample, SinkProject } from '../api/types';
import { percent, Tonnes } from '../credits/figures';
import { hasRole } from '../session/roles';
import { useUser } from '../session/session-provider';
import { ProblemAlert } from '../shared/problem-alert';
import { WideTable } from '../shared/wide-table';
import { FileAccount } from './file-account';

const METHOD = 'sink/double-sampling';
const EXAMPLE =
  'unit,stratum,auxiliary,biomass\nP-001,L,0.62,88.4\nP-002,L,0.35,51.0\nRS-0001,L,0.48,\nRS-0002,L,0.71,';
type Phase = SinkDoubleSample['double'];

export function DoubleSamplePanel({ project }: { project: SinkProject }) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [from, setFrom] = useState<string>();
  const stocks = useQuery({
    queryKey: ['sink-stocks', project.id],
    queryFn: () =>
      ask(api.GET('/api/v1/sink/projects/{id}/stocks', { params: { path: { id: project.id }, query: {} } })),
  });
  const estimate = useMutation({
    mutationFn: (file: File) => {
      const [stock, round] = from?.split('/') ?? [];
      const query = stock ? `?stock=${stock}&round=${round}` : '';
      return upload<SinkDoubleSample>(`/api/v1/sink/projects/${project.id}/double-sample${query}`, file);
    },
  });
  const rounds = (stocks.data?.items ?? [])
    .filter(({ status }) => status === 'done')
    .flatMap(({ id, rounds: all, createdAt }) =>
      all.map((round) => ({
        value: `${id}/${round}`,
        label: t('sinks:double.round', { round, day: createdAt.slice(0, 10) }),
      })),
    );
  return (
    <div className="rooms" data-test="double">
      <p className="muted">{t('sinks:double.hint')}</p>
      <label className="stack">
        <span>{t('sinks:double.units')}</span>
        <Input.TextArea
          value={text}
          onChange={({ target }) => setText(target.value)}
          autoSize={{ minRows: 5, maxRows: 14 }}
          placeholder={EXAMPLE}
          spellCheck={false}
          data-test="units"
        />
      </label>
      <div className="filters">
        {rounds.length > 0 && (
          <Select
            allowClear
            style={{ minWidth: 260 }}
            value={from}
            onChange={setFrom}
            options={rounds}
            placeholder={t('sinks:double.fromStock')}
            aria-label={t('sinks:double.fromStock')}
          />
        )}
        <Button
          type="primary"
          disabled={!text.trim()}
          loading={estimate.isPending}
          onClick={() => estimate.mutate(new File([text], 'units.csv'))}
          data-test="estimate"
        >
          {t('sinks:double.estimate')}
        </Button>
        <Upload accept=".xlsx,.csv" showUploadList={false} beforeUpload={(file) => (estimate.mutate(file), false)}>
          <Button icon={<UploadOutlined />}>{t('sinks:double.upload')}</Button>
        </Upload>
      </div>
      {estimate.error && <ProblemAlert error={estimate.error} />}
      {estimate.data && <Estimate project={project} sample={estimate.data} />}
    </div>
  );
}

function Estimate({ project, sample }: { project: SinkProject; sample: SinkDoubleSample }) {
  const { t } = useTranslation();
  const filer = hasRole(useUser(), 'filer');
  const { strata, double, single, equivalentPlots, leftOut } = sample;
  const plots = strata.reduce((sum, row) => sum + row.plots, 0);
  const ways = (['double', 'single'] as const).map((way) => ({ way, ...sample[way] }));
  const surer = double.relative !== null && single.relative !== null && double.relative < single.relative;
  return (
    <section className="rooms" data-test="double-estimate">
      <WideTable<Phase & { way: 'double' | 'single' }>
        label={t('sinks:double.whole')}
        rowKey="way"
        dataSource={ways}
        columns={[
          { title: t('sinks:double.way'), render: (_, { way }) => t(`sinks:double.ways.${way}`) },
          {
            title: `${t('sinks:double.stock')} (t CO₂e)`,
            align: 'end',
            render: (_, { value }) => <Tonnes of={value} places={1} />,
          },
          {
            title: `${t('sinks:double.halfWidth')} (t CO₂e)`,
            align: 'end',
            render: (_, { halfWidth }) => <Tonnes of={halfWidth} places={1} />,
          },
          { title: 'U', align: 'end', className: 'num', render: (_, { relative }) => percent(relative) },
        ]}
      />
      <p>
        {equivalentPlots !== null &&
          t(surer ? 'sinks:double.surer' : 'sinks:double.notSurer', { plots, equivalentPlots })}
        {leftOut > 0 && ` ${t('sinks:double.leftOut', { leftOut })}`}
      </p>
      <WideTable
        label={t('sinks:view.strata')}
        rowKey="stratum"
        dataSource={strata}
        columns={[
          { title: t('sinks:stratum'), dataIndex: 'stratum' },
          { title: 'hm²', align: 'end', className: 'num', dataIndex: 'hectares' },
          { title: t('sinks:double.points'), align: 'end', className: 'num', dataIndex: 'points' },
          { title: t('sinks:double.plots'), align: 'end', className: 'num', dataIndex: 'plots' },
          { title: 'ρ²', align: 'end', className: 'num', render: (_, { rhoSquared }) => rhoSquared.toFixed(3) },
          ...ways.map(({ way }) => ({
            title: `${t(`sinks:double.ways.${way}`)} (t/hm²)`,
            align: 'end' as const,
            className: 'num',
            render: (_: unknown, row: SinkDoubleSample['strata'][number]) =>
              `${row[way].value.toFixed(2)} ± ${row[way].halfWidth.toFixed(2)}`,
          })),
        ]}
      />
      {filer && (
        <span>
          <FileAccount
            project={project}
            method={METHOD}
            input={{ parameters: {}, ...sample.input } as RunInput}
            hint={t('sinks:double.fileHint')}
          />
        </span>
      )}
    </section>
  );
}
