/** The ecological barrier: the plan's targets, what was observed, where each stands, and early warning. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input, InputNumber, Modal, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../api/client';
import type { BarrierIndicator } from '../api/types';
import { hasRole } from '../session/roles';
import { useUser } from '../session/session-provider';
import { ConfidenceTag } from '../shared/confidence-tag';
import { PageHead } from '../shared/page-head';
import { ProblemAlert } from '../shared/problem-alert';
import { useText } from '../shared/use-text';
import { useTitle } from '../shared/use-title';
import { Waiting } from '../shared/waiting';
import { EcoNav } from './eco-nav';
import { Trend } from './trend';

const colours = { met: 'success', on_track: 'processing', behind: 'error', no_data: 'default' } as const;

export function IndicatorsPage() {
  const { t } = useTranslation();
  useTitle(t('ecoproducts:indicators.title'));
  const [adding, setAdding] = useState<BarrierIndicator>();
  const query = useQuery({ queryKey: ['indicators'], queryFn: () => ask(api.GET('/api/v1/ecoproduct/indicators')) });
  const data = query.data;
  return (
    <div className="page">
      <PageHead title={t('ecoproducts:indicators.title')} hint={t('ecoproducts:indicators.hint')} />
      <EcoNav />
      {query.error && <ProblemAlert error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <Waiting />}
      {data && (
        <>
          <p className="muted">
            {data.source.title} {data.source.document} <ConfidenceTag confidence={data.source.confidence} />
          </p>
          <ul className="eco-cards" data-test="indicators">
            {data.items.map((indicator) => (
              <Card key={indicator.code} indicator={indicator} onAdd={() => setAdding(indicator)} />
            ))}
          </ul>
        </>
      )}
      {adding && <NewObservation indicator={adding} onClose={() => setAdding(undefined)} />}
    </div>
  );
}

function Card({ indicator, onAdd }: { indicator: BarrierIndicator; onAdd(): void }) {
  const { t } = useTranslation();
  const text = useText();
  const may = hasRole(useUser(), 'regulator', 'method_admin');
  const { observations, targets, unit, better, strict, note } = indicator;
  const last = observations.at(-1);
  const sign = better === 'more' ? (strict ? '>' : '≥') : '≤';
  return (
    <li className="eco-card">
      <h3>{text(indicator)}</h3>
      {last ? (
        <span>
          <span className="eco-big num">{last.value}</span> {unit} <span className="muted">{last.year}</span>
        </span>
      ) : (
        <span className="muted">{t('ecoproducts:indicators.none')}</span>
      )}
      {targets.map(({ year, value, status, projected, warnings }) => (
        <div key={year} className="stack">
          <span>
            <Tag color={colours[status]}>{t(`ecoproducts:standing.${status}`)}</Tag>
            <span className="num">
              {year} {sign} {value} {unit}
            </span>
          </span>
          {projected && <span className="muted">{t('ecoproducts:indicators.projected', { projected, unit })}</span>}
          {warnings.map((warning) => (
            <span key={warning} role="alert">
              <Tag color="warning">{t(`ecoproducts:warning.${warning}`)}</Tag>
            </span>
          ))}
        </div>
      ))}
      {note && <span className="muted">{text(note)}</span>}
      {observations.length > 0 && <Trend label={text(indicator)} points={observations} target={targets[0]} />}
      {last && (
        <span className="muted">
          {t('ecoproducts:source')} {last.source}
        </span>
      )}
      {may && (
        <Button size="small" onClick={onAdd} style={{ justifySelf: 'start' }}>
          {t('ecoproducts:indicators.add')}
        </Button>
      )}
    </li>
  );
}

function NewObservation({ indicator, onClose }: { indicator: BarrierIndicator; onClose(): void }) {
  const { t } = useTranslation();
  const text = useText();
  const client = useQueryClient();
  const [form] = Form.useForm<{ year: number; value: string; source: string; url?: string }>();
  const add = useMutation({
    mutationFn: (body: { year: number; value: string; source: string; url?: string }) =>
      ask(
        api.POST('/api/v1/ecoproduct/indicators/{code}/observations', {
          params: { path: { code: indicator.code } },
          body: { ...body, url: body.url || undefined },
        }),
      ),
    onSuccess: () => (void client.invalidateQueries({ queryKey: ['indicators'] }), onClose()),
  });
  const rules = [{ required: true, message: t('common:required') }];
  return (
    <Modal
      open
      title={text(indicator)}
      okText={t('ecoproducts:indicators.add')}
      cancelText={t('common:cancel')}
      okButtonProps={{ loading: add.isPending }}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      {add.error && <ProblemAlert error={add.error} />}
      <Form form={form} layout="vertical" onFinish={(values) => add.mutate(values)}>
        <Form.Item name="year" label={t('ecoproducts:year')} rules={rules}>
          <InputNumber min={1950} max={2100} precision={0} />
        </Form.Item>
        <Form.Item name="value" label={`${t('ecoproducts:value')}（${indicator.unit}）`} rules={rules}>
          <Input inputMode="decimal" />
        </Form.Item>
        <Form.Item name="source" label={t('ecoproducts:source')} rules={rules}>
          <Input />
        </Form.Item>
        <Form.Item name="url" label={t('ecoproducts:url')}>
          <Input />
        </Form.Item>
      </Form>
    </Modal>
  );
}
