/** Payment batches as files of the bank's layout, the bank's answers, and what is still owed. */
import { DownloadOutlined, UploadOutlined } from '@ant-design/icons';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Select, Table, type TableColumnsType, Upload } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../api/client';
import type { Arrears, Batch, Programme } from '../api/types';
import { download, uploadRaw } from '../api/files';
import { hasRole } from '../session/roles';
import { useUser } from '../session/session-provider';
import { moment } from '../shared/dates';
import { ProblemAlert } from '../shared/problem-alert';
import { useText } from '../shared/use-text';
import { WideTable } from '../shared/wide-table';
import { useRegionName } from '../shared/use-regions';
import { Yuan } from './yuan';

const count = (n: number) => n.toLocaleString('en-US');

export function Payments({ programme }: { programme: Programme }) {
  const { t } = useTranslation();
  const text = useText();
  const clerk = hasRole(useUser(), 'finance_clerk');
  const client = useQueryClient();
  const [layout, setLayout] = useState<string>();
  const params = { params: { path: { id: programme.id } } };
  const batches = useQuery({
    queryKey: ['batches', programme.id],
    queryFn: () => ask(api.GET('/api/v1/compensation/programmes/{id}/batches', params)),
  });
  const layouts = useQuery({
    queryKey: ['bank-templates'],
    queryFn: () => ask(api.GET('/api/v1/compensation/bank-templates')),
    enabled: clerk,
  });
  const again = () =>
    Promise.all(
      ['batches', 'arrears', 'programme-book', 'programme'].map((key) =>
        client.invalidateQueries({ queryKey: [key, programme.id] }),
      ),
    );
  const pay = useMutation({
    mutationFn: (template: string) =>
      ask(api.POST('/api/v1/compensation/programmes/{id}/batches', { ...params, body: { template } })),
    onSettled: again,
  });
  const file = useMutation({
    mutationFn: ({ id, number }: Batch) => download(`/api/v1/compensation/batches/${id}/file`, `${number}.txt`),
  });
  const answer = useMutation({
    mutationFn: ({ batch, answers }: { batch: Batch; answers: File }) =>
      uploadRaw(`/api/v1/compensation/batches/${batch.id}/returns`, answers, 'text/plain'),
    onSettled: again,
  });
  const columns: TableColumnsType<Batch> = [
    {
      title: t('compensation:batch'),
      render: (_, { number, kind, createdAt, createdBy }) => (
        <div className="stack">
          <span className="num">{number}</span>
          <span className="sub">
            {t(`compensation:batchKind.${kind}`)} · {createdBy} · {moment(createdAt)}
          </span>
        </div>
      ),
    },
    { title: t('compensation:amount'), align: 'end', render: (_, { total }) => <Yuan amount={total} /> },
    {
      title: t('compensation:answered'),
      className: 'num',
      render: (_, { payments, success, failed }) =>
        t('compensation:answeredOf', { success: count(success), failed: count(failed), payments: count(payments) }),
    },
    {
      key: 'do',
      align: 'end',
      render: (_, batch) =>
        clerk && (
          <div className="filters">
            <Button size="small" icon={<DownloadOutlined />} onClick={() => file.mutate(batch)}>
              {t('compensation:bankFile')}
            </Button>
            {programme.stage !== 'closed' && (
              <Upload
                accept=".txt,.csv,text/plain,text/csv"
                showUploadList={false}
                beforeUpload={(answers) => (answer.mutate({ batch, answers }), false)}
              >
                <Button size="small" icon={<UploadOutlined />}>
                  {t('compensation:returnFile')}
                </Button>
              </Upload>
            )}
          </div>
        ),
    },
  ];
  const failed = batches.error ?? pay.error ?? file.error ?? answer.error;
  return (
    <section className="panel" data-test="payments">
      <div className="panel-head">
        <h2>{t('compensation:payments')}</h2>
        {clerk && programme.stage === 'approved' && (
          <div className="filters">
            <Select
              style={{ minWidth: 260 }}
              value={layout}
              placeholder={t('compensation:layout')}
              aria-label={t('compensation:layout')}
              onChange={setLayout}
              options={layouts.data?.map(({ id, title, confidence }) => ({
                value: id,
                label: `${text(title)} · ${t(`common:confidence.${confidence}`)}`,
              }))}
            />
            <Button
              type="primary"
              disabled={!layout}
              loading={pay.isPending}
              onClick={() => layout && pay.mutate(layout)}
            >
              {t('compensation:makeBatch')}
            </Button>
          </div>
        )}
      </div>
      {failed && <ProblemAlert error={failed} />}
      <WideTable
        label={t('compensation:payments')}
        rowKey="id"
        size="small"
        columns={columns}
        dataSource={batches.data?.items}
        pagination={false}
      />
    </section>
  );
}

const shown = ['due', 'paid', 'failed', 'pending', 'unissued', 'held', 'withheld', 'recovered'] as const;

export function ArrearsTable({ programme }: { programme: Programme }) {
  const { t } = useTranslation();
  const regionName = useRegionName();
  const query = useQuery({
    queryKey: ['arrears', programme.id],
    queryFn: () =>
      ask(api.GET('/api/v1/compensation/programmes/{id}/arrears', { params: { path: { id: programme.id } } })),
  });
  if (query.error) return <ProblemAlert error={query.error} onRetry={() => void query.refetch()} />;
  // What is settled needs nobody's attention; it stands in the total.
  const open = query.data?.banners.filter(
    ({ unpaidHouseholds, withheld, recovered }) => unpaidHouseholds || withheld !== '0.00' || recovered !== '0.00',
  );
  const money = (name: (typeof shown)[number]) => ({
    title: t(`compensation:arrears.${name}`),
    align: 'end' as const,
    render: (_: unknown, row: Arrears['banners'][number]) => <Yuan amount={row[name]} />,
  });
  const columns: TableColumnsType<Arrears['banners'][number]> = [
    { title: t('compensation:unit'), render: (_, { banner }) => regionName(banner) },
    ...shown.map(money),
  ];
  return (
    <section className="panel" data-test="arrears">
      <h2>{t('compensation:arrears.title')}</h2>
      {query.data && query.data.daysSinceReceipt !== null && (
        <p className="muted">{t('compensation:arrears.days', { count: query.data.daysSinceReceipt })}</p>
      )}
      <WideTable
        label={t('compensation:arrears.title')}
        rowKey="banner"
        size="small"
        columns={columns}
        dataSource={open}
        locale={{ emptyText: <span className="muted">{t('compensation:arrears.none')}</span> }}
        pagination={false}
        summary={() =>
          query.data && (
            <Table.Summary.Row>
              <Table.Summary.Cell index={0}>{t('compensation:arrears.total')}</Table.Summary.Cell>
              {shown.map((name, i) => (
                <Table.Summary.Cell key={name} index={i + 1} align="right">
                  <strong>
                    <Yuan amount={query.data.total[name]} />
                  </strong>
                </Table.Summary.Cell>
              ))}
            </Table.Summary.Row>
          )
        }
      />
    </section>
  );
}
