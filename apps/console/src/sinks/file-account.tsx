/** From a stock or a sample to an account of a monitored period; by the method of the project, it is named as the account of the period. */
import { useMutation, useQuery } from '@tanstack/react-query';
import { Button, Form, Modal, Select } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { api, ask, newKey } from '../api/client';
import { type RunInput, sent, type SinkProject, type SinkStock } from '../api/types';
import { useMethodName } from '../methods/use-methods';
import { period } from '../shared/dates';
import { Nothing } from '../shared/nothing';
import { ProblemAlert } from '../shared/problem-alert';

/** Methods that take a stock, and its tables and columns as they take them. */
const TAKEN: Record<string, Record<string, readonly string[]>> = {
  'sink/ar-tool14-stratified': {
    stratum: ['stratum_id', 'area_ha'],
    plot: ['plot_id', 'stratum_id', 'visit', 'area_ha', 'agb_t'],
  },
  'sink/ccer-14-001': { plot: ['plot_id', 'stratum_id', 'visit', 'area_ha', 'agb_t'] },
};

export const canFile = (project: SinkProject, stock: SinkStock): boolean =>
  stock.status === 'done' && stock.rounds.length === 2 && project.method in TAKEN;

/** Strata and plots of a stock, taken by reference. */
export const inputOfStock = (project: SinkProject, stock: SinkStock): RunInput =>
  ({ parameters: {}, tables: {}, references: referencesOf(project.method, stock.id) }) as RunInput;

export function FileAccount(props: { project: SinkProject; method: string; input: RunInput; hint: string }) {
  const { project, method, input, hint } = props;
  const { t } = useTranslation();
  const navigate = useNavigate();
  const methodName = useMethodName();
  const [open, setOpen] = useState(false);
  const [form] = Form.useForm<{ period: string }>();
  const key = useRef(newKey());
  const id = project.id;
  const periods = useQuery({
    queryKey: ['sink-periods', id],
    enabled: open,
    queryFn: () => ask(api.GET('/api/v1/sink/projects/{id}/monitoring-periods', { params: { path: { id } } })),
  });
  const file = useMutation({
    mutationFn: async (chosen: string) => {
      const span = periods.data!.find((one) => one.id === chosen)!;
      const filing = await ask(
        api.POST('/api/v1/filings', {
          headers: { 'Idempotency-Key': key.current },
          body: {
            method,
            title: `${project.name} ${span.start.slice(0, 4)}–${span.end.slice(0, 4)}`,
            periodStart: span.start,
            periodEnd: span.end,
            region: project.region,
            input: sent(input),
          },
        }),
      );
      if (method === project.method)
        await ask(
          api.PUT('/api/v1/sink/projects/{id}/monitoring-periods/{period}/filing', {
            params: { path: { id, period: chosen } },
            body: { filing: filing.id },
          }),
        );
      return filing.id;
    },
    onSuccess: (filing) => navigate(`/filings/${filing}`),
    onError: () => {
      key.current = newKey();
    },
  });
  return (
    <>
      <Button type="primary" size="small" onClick={() => setOpen(true)}>
        {t('sinks:fileStock.button')}
      </Button>
      <Modal
        open={open}
        title={t('sinks:fileStock.button')}
        okText={t('sinks:fileStock.ok')}
        cancelText={t('common:cancel')}
        okButtonProps={{ loading: file.isPending, disabled: !periods.data?.length }}
        onOk={() => form.submit()}
        onCancel={() => setOpen(false)}
        destroyOnHidden
      >
        <p className="muted">{hint}</p>
        {method !== project.method && (
          <p className="muted">{t('sinks:fileStock.beside', { method: methodName(project.method) })}</p>
        )}
        {(file.error ?? periods.error) && <ProblemAlert error={file.error ?? periods.error} />}
        {periods.data?.length === 0 ? (
          <Nothing title={t('sinks:fileStock.noPeriods')} hint={t('sinks:fileStock.noPeriodsHint')} />
        ) : (
          <Form form={form} layout="vertical" onFinish={({ period: chosen }) => file.mutate(chosen)}>
            <Form.Item
              name="period"
              label={t('sinks:fileStock.period')}
              rules={[{ required: true, message: t('common:required') }]}
            >
              <Select
                loading={periods.isPending}
                options={periods.data?.map((one) => ({ value: one.id, label: period(one.start, one.end) }))}
              />
            </Form.Item>
          </Form>
        )}
        <Link to={`/credits/${id}`}>{t('sinks:fileStock.toCredits')}</Link>
      </Modal>
    </>
  );
}

const referencesOf = (method: string, id: string) =>
  Object.fromEntries(
    Object.entries(TAKEN[method]!).map(([table, columns]) => [
      table,
      {
        source: { kind: 'sink-stock', id },
        table,
        columns: Object.fromEntries(columns.map((name) => [name, name])),
      },
    ]),
  );
