/** Biomass equations with the range they were fitted in, and a tree tried by every equation of its species. */
import { useMutation, useQuery } from '@tanstack/react-query';
import { Button, Form, InputNumber, Select, type TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../api/client';
import type { SinkEquation } from '../api/types';
import { ConfidenceTag } from '../shared/confidence-tag';
import { PageHead } from '../shared/page-head';
import { ProblemAlert } from '../shared/problem-alert';
import { useTitle } from '../shared/use-title';
import { WideTable } from '../shared/wide-table';
import { useSpeciesName } from './species';
import { Spread } from './spread-drawer';
import './sinks.css';

interface Values {
  species: string;
  d: number;
  h?: number | null;
}

export function EquationsPage() {
  const { t } = useTranslation();
  useTitle(t('sinks:equations.title'));
  const speciesName = useSpeciesName();
  const query = useQuery({
    queryKey: ['sink-equations'],
    staleTime: Infinity,
    queryFn: () => ask(api.GET('/api/v1/sink/equations')),
  });
  const spread = useMutation({
    mutationFn: ({ species, d, h }: Values) =>
      ask(api.POST('/api/v1/sink/equations/spread', { body: { trees: [{ species, d, ...(h && { h }) }] } })),
  });
  const species = [...new Map((query.data ?? []).map((one) => [one.species, speciesName(one.species, one.nameZh)]))];
  const rules = [{ required: true, message: t('common:required') }];
  const columns: TableColumnsType<SinkEquation> = [
    {
      title: t('sinks:equations.equation'),
      className: 'wrap',
      render: (_, { species: code, nameZh, equation, confidence, source, note }) => (
        <div className="stack">
          <span>
            {speciesName(code, nameZh)} <span className="num muted">{equation}</span>
          </span>
          <span className="sub">
            <ConfidenceTag confidence={confidence} /> {source} {note}
          </span>
        </div>
      ),
    },
    {
      title: t('sinks:equations.range'),
      className: 'num',
      render: (_, { dMin, dMax }) => `${dMin ?? '–'} – ${dMax ?? t('sinks:equations.notPrinted')}`,
    },
    { title: t('sinks:equations.n'), align: 'end', className: 'num', render: (_, { n }) => n ?? '–' },
    { title: t('sinks:equations.place'), className: 'wrap', dataIndex: 'place' },
  ];
  return (
    <div className="page">
      <PageHead
        title={t('sinks:equations.title')}
        hint={t('sinks:equations.hint')}
        back={{ to: '/sinks', text: t('sinks:back') }}
      />
      <section className="panel">
        <h2>{t('sinks:equations.try')}</h2>
        <Form<Values>
          layout="vertical"
          className="try-tree"
          initialValues={{ species: 'larix-gmelinii', d: 20, h: 18 }}
          onFinish={(values) => spread.mutate(values)}
        >
          <Form.Item name="species" label={t('sinks:trait.species')} rules={rules}>
            <Select options={species.map(([value, label]) => ({ value, label }))} loading={query.isPending} />
          </Form.Item>
          <Form.Item name="d" label={t('sinks:equations.d')} rules={rules}>
            <InputNumber min={0.1} max={300} suffix="cm" style={{ width: '100%' }} />
          </Form.Item>
          <Form.Item name="h" label={t('sinks:equations.h')}>
            <InputNumber min={0.1} max={100} suffix="m" style={{ width: '100%' }} />
          </Form.Item>
          <Form.Item label={<span className="sr-only">{t('sinks:equations.try')}</span>} colon={false}>
            <Button type="primary" htmlType="submit" loading={spread.isPending}>
              {t('sinks:equations.go')}
            </Button>
          </Form.Item>
        </Form>
        {spread.error && <ProblemAlert error={spread.error} />}
        {spread.data?.map((one) => (
          <Spread key={one.species} spread={one} />
        ))}
      </section>
      <section className="panel">
        <h2>{t('sinks:equations.all')}</h2>
        {query.error && <ProblemAlert error={query.error} onRetry={() => void query.refetch()} />}
        <WideTable<SinkEquation>
          label={t('sinks:equations.all')}
          rowKey="equation"
          columns={columns}
          dataSource={query.data}
          loading={query.isPending}
        />
      </section>
    </div>
  );
}
