/** Stocks of biomass from the trees: by round and stratum, each plot opened down to the equation of every tree. */
import { useMutation, useQuery } from '@tanstack/react-query';
import { Alert, Button, Drawer, Form, InputNumber, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../api/client';
import type { SinkProject, SinkStock } from '../api/types';
import { hasRole } from '../session/roles';
import { useUser } from '../session/session-provider';
import { ConfidenceTag } from '../shared/confidence-tag';
import { moment } from '../shared/dates';
import { FaultList } from '../shared/fault-list';
import { ProblemAlert } from '../shared/problem-alert';
import { WideTable } from '../shared/wide-table';
import { useMethodName } from '../methods/use-methods';
import { canFile, FileAccount, inputOfStock } from './file-account';
import { SpreadDrawer } from './spread-drawer';
import { StockPlots } from './stock-plots';
import './sinks.css';

const colours = { computing: 'processing', done: 'success', failed: 'error', discarded: 'default' };
interface Total {
  round: number;
  stratum: string;
  plots: number;
  trees: number;
  aboveTonnesPerHa: string;
}
export function StocksPanel({ project }: { project: SinkProject }) {
  const { t } = useTranslation();
  const filer = hasRole(useUser(), 'filer');
  const query = useQuery({
    queryKey: ['sink-stocks', project.id],
    queryFn: () =>
      ask(api.GET('/api/v1/sink/projects/{id}/stocks', { params: { path: { id: project.id }, query: {} } })),
    refetchInterval: ({ state }) => (state.data?.items.some(({ status }) => status === 'computing') ? 1_000 : false),
  });
  const start = useMutation({
    mutationFn: ({ first, second }: { first: number; second?: number | null }) =>
      ask(
        api.POST('/api/v1/sink/projects/{id}/stocks', {
          params: { path: { id: project.id } },
          body: { rounds: second ? [first, second] : [first] },
        }),
      ),
    onSettled: () => query.refetch(),
  });
  const error = start.error ?? query.error;
  return (
    <div className="rooms" data-test="stocks">
      <p className="muted">{t('sinks:stockHint')}</p>
      {filer && (
        <Form layout="inline" initialValues={{ first: 1, second: 2 }} onFinish={(values) => start.mutate(values)}>
          <Form.Item name="first" label={t('sinks:firstRound')} rules={[{ required: true }]}>
            <InputNumber min={1} max={99} precision={0} />
          </Form.Item>
          <Form.Item name="second" label={t('sinks:secondRound')}>
            <InputNumber min={1} max={99} precision={0} />
          </Form.Item>
          <Button type="primary" htmlType="submit" loading={start.isPending}>
            {t('sinks:startStock')}
          </Button>
        </Form>
      )}
      {error && <ProblemAlert error={error} />}
      {query.data?.items.length === 0 && <p className="muted">{t('sinks:noStocks')}</p>}
      {query.data?.items.map((stock) => (
        <One key={stock.id} project={project} stock={stock} />
      ))}
    </div>
  );
}

function One({ project, stock }: { project: SinkProject; stock: SinkStock }) {
  const { t } = useTranslation();
  const methodName = useMethodName();
  const filer = hasRole(useUser(), 'filer');
  const [open, setOpen] = useState<number>();
  const totals = stock.totals as { rounds: Total[]; strata: Total[] } | null;
  return (
    <section className="rooms">
      <span className="field-actions">
        <Tag color={colours[stock.status]}>{t(`sinks:stock.${stock.status}`)}</Tag>
        <span className="num">{t('sinks:rounds', { rounds: stock.rounds.join(' → ') })}</span>
        <span className="muted num">{moment(stock.createdAt)}</span>
        {stock.provisional.length > 0 && <ConfidenceTag confidence="provisional" />}
      </span>
      {stock.faults.length > 0 && <FaultList faults={stock.faults} />}
      {totals && (
        <WideTable<Total>
          label={t('sinks:view.stocks')}
          rowKey={({ round, stratum }) => `${round}/${stratum}`}
          dataSource={[...totals.strata, ...totals.rounds.map((one) => ({ ...one, stratum: t('sinks:allStrata') }))]}
          columns={[
            { title: t('sinks:round'), className: 'num', dataIndex: 'round' },
            { title: t('sinks:stratum'), dataIndex: 'stratum' },
            { title: t('sinks:plotCount'), align: 'end', className: 'num', dataIndex: 'plots' },
            {
              title: t('sinks:trees'),
              align: 'end',
              className: 'num',
              render: (_, { trees }) => trees.toLocaleString(),
            },
            {
              title: t('sinks:aboveGround'),
              align: 'end',
              className: 'num',
              render: (_, { aboveTonnesPerHa }) => `${aboveTonnesPerHa} t/hm²`,
            },
          ]}
        />
      )}
      {stock.warnings.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={t('sinks:stockWarnings')}
          description={<FaultList faults={stock.warnings} />}
        />
      )}
      {stock.status === 'done' && (
        <span className="field-actions">
          {stock.rounds.map((round) => (
            <Button key={round} size="small" onClick={() => setOpen(round)}>
              {t('sinks:openRound', { round })}
            </Button>
          ))}
          <SpreadDrawer stock={stock} />
          {filer && canFile(project, stock) && (
            <FileAccount
              project={project}
              method={project.method}
              input={inputOfStock(project, stock)}
              hint={t('sinks:fileStock.hint', { method: methodName(project.method) })}
            />
          )}
          <span className="muted num">sha256 {stock.resultHash?.slice(0, 16)}…</span>
        </span>
      )}
      <Drawer
        size="large"
        open={open !== undefined}
        onClose={() => setOpen(undefined)}
        title={t('sinks:openRound', { round: open })}
        destroyOnHidden
      >
        {open !== undefined && <StockPlots stock={stock} round={open} />}
      </Drawer>
    </section>
  );
}
