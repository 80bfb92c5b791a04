/** SEEA EA tables of an account: what does not balance stands first; tables come and go as a workbook; closed by a second person. */
import { DownloadOutlined, UploadOutlined } from '@ant-design/icons';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Tag, type TableColumnsType, Tabs, Upload } from 'antd';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { api, ask } from '../api/client';
import { download, upload } from '../api/files';
import type { Fault, Seea, SeeaLayout } from '../api/types';
import { groupDecimal } from '../numbers/decimal';
import { inUnits } from '../numbers/in-units';
import { useUnits } from '../numbers/preferences';
import { prettyUnit } from '../numbers/unit';
import { hasRole } from '../session/roles';
import { useUser } from '../session/session-provider';
import { FaultList } from '../shared/fault-list';
import { Nothing } from '../shared/nothing';
import { PageHead } from '../shared/page-head';
import { ProblemAlert } from '../shared/problem-alert';
import { useRegionName } from '../shared/use-regions';
import { useChoice, useText } from '../shared/use-text';
import { useTitle } from '../shared/use-title';
import { Waiting } from '../shared/waiting';
import { WideTable } from '../shared/wide-table';

type Line = { code: string; labels: Record<string, string>; cells: Record<string, string> };

export function SeeaPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const user = useUser();
  const text = useText();
  const regionName = useRegionName();
  const client = useQueryClient();
  const query = useQuery({
    queryKey: ['seea', id],
    queryFn: () => ask(api.GET('/api/v1/ecoproduct/seea/{id}', { params: { path: { id } } })),
  });
  const layout = useQuery({
    queryKey: ['seea-layout'],
    queryFn: () => ask(api.GET('/api/v1/ecoproduct/seea/layout')),
    staleTime: Infinity,
  });
  useTitle(query.data?.title);
  const keep = (next: Seea) => void client.setQueryData(['seea', id], next);
  const take = useMutation({
    mutationFn: (file: File) => upload<Seea>(`/api/v1/ecoproduct/seea/${id}/tables`, file),
    onSuccess: keep,
  });
  const close = useMutation({
    mutationFn: () => ask(api.POST('/api/v1/ecoproduct/seea/{id}/close', { params: { path: { id } } })),
    onSuccess: keep,
  });
  const save = useMutation({
    mutationFn: (file: 'tables.xlsx' | 'report' | 'report.pdf') =>
      download(`/api/v1/ecoproduct/seea/${id}/${file}`, file === 'report' ? 'report.html' : file),
  });
  if (query.error) return <ProblemAlert error={query.error} onRetry={() => void query.refetch()} />;
  const seea = query.data;
  if (!seea || !layout.data) return <Waiting />;
  const closed = seea.status === 'closed';
  const placeOf = ({ table, row, column }: Fault): string => {
    const found = layout.data.items.find(({ code }) => code === table);
    const line = found?.lines?.find(({ code }) => code === row);
    const heading = found?.columns.find(({ code }) => code === column);
    return [found && `${found.number} ${text(found)}`, line ? text(line) : row, heading ? text(heading) : column]
      .filter(Boolean)
      .join(' / ');
  };
  const error = take.error ?? close.error ?? save.error;
  return (
    <div className="page">
      <PageHead
        back={{ to: '/ecoproducts/accounts', text: t('ecoproducts:nav.accounts') }}
        title={
          <>
            {seea.title} <Tag color={closed ? 'success' : 'default'}>{t(`ecoproducts:seea.status.${seea.status}`)}</Tag>
          </>
        }
        hint={`${seea.number} · ${regionName(seea.region)} · ${seea.from} – ${seea.to}`}
        actions={
          <>
            <Button icon={<DownloadOutlined />} onClick={() => save.mutate('tables.xlsx')}>
              {t('ecoproducts:seea.workbook')}
            </Button>
            <Button onClick={() => save.mutate('report')}>{t('ecoproducts:seea.report')}</Button>
            <Button onClick={() => save.mutate('report.pdf')}>PDF</Button>
            {!closed && hasRole(user, 'filer') && (
              <Upload accept=".xlsx" showUploadList={false} beforeUpload={(file) => (take.mutate(file), false)}>
                <Button icon={<UploadOutlined />} loading={take.isPending}>
                  {t('ecoproducts:seea.import')}
                </Button>
              </Upload>
            )}
            {!closed && seea.createdBy.id !== user.id && hasRole(user, 'filer', 'reviewer') && (
              <Button
                type="primary"
                disabled={seea.faults.length > 0}
                loading={close.isPending}
                onClick={() => close.mutate()}
              >
                {t('ecoproducts:seea.close')}
              </Button>
            )}
          </>
        }
      />
      {error && <ProblemAlert error={error} />}
      <p className="muted">
        {t('ecoproducts:seea.fixed', { statement: seea.statement })} <code>{seea.resultHash.slice(0, 16)}…</code>
        {seea.closedBy && ` · ${t('ecoproducts:seea.closedBy', { name: seea.closedBy.name })}`}
      </p>
      {seea.faults.length > 0 ? (
        <section className="panel" role="alert" data-test="seea-faults">
          <h2>{t('ecoproducts:seea.unbalanced', { count: seea.faults.length })}</h2>
          <FaultList faults={seea.faults} placeOf={placeOf} />
        </section>
      ) : (
        <p>
          <Tag color="success">{t('ecoproducts:seea.balanced')}</Tag>
        </p>
      )}
      <section className="panel" data-test="seea-tables">
        <Tabs
          className="drawn-tabs"
          items={layout.data.items.map((table) => ({
            key: table.code,
            label: `${table.number} ${text(table)}`,
            children: (
              <Lines
                table={table}
                lines={(seea.tables as Record<string, Line[]>)[table.code] ?? []}
                faults={seea.faults}
              />
            ),
          }))}
          defaultActiveKey="monetary_supply"
        />
      </section>
    </div>
  );
}

function Lines({ table, lines, faults }: { table: SeeaLayout; lines: readonly Line[]; faults: readonly Fault[] }) {
  const { t } = useTranslation();
  const choice = useChoice();
  const units = useUnits();
  const shown = table.unit && inUnits('0', table.unit, units).unit;
  const figureOf = (value: string) => groupDecimal(table.unit ? inUnits(value, table.unit, units).value : value);
  const text = useText();
  const filled = table.columns.filter(({ code, figure }) =>
    lines.some((line) => (figure ? line.cells : line.labels)[code]),
  );
  const wrong = new Set(
    faults.filter((fault) => fault.table === table.code).map(({ row, column }) => `${row}/${column}`),
  );
  const columns: TableColumnsType<Line> = [
    {
      title: t('ecoproducts:seea.entry'),
      fixed: 'start',
      render: (_, { code }) => {
        const line = table.lines?.find((one) => one.code === code);
        return line ? text(line) : <code>{code}</code>;
      },
    },
    ...filled.map(({ code, figure, ...title }) => ({
      title: figure && shown ? `${text(title)} (${prettyUnit(shown)})` : text(title),
      key: code,
      align: figure ? ('end' as const) : ('start' as const),
      className: figure ? 'num' : '',
      render: (_: unknown, line: Line) => {
        const value = figure ? figureOf(line.cells[code] ?? '') : choice(line.labels[code] ?? '');
        return wrong.has(`${line.code}/${code}`) ? <Tag color="error">{value || '–'}</Tag> : value;
      },
    })),
  ];
  return (
    <>
      {shown && <p className="muted">{t('ecoproducts:seea.unit', { unit: prettyUnit(shown) })}</p>}
      <WideTable
        label={text(table)}
        rowKey="code"
        columns={columns}
        dataSource={[...lines]}
        locale={{ emptyText: <Nothing title={t('ecoproducts:seea.empty')} hint={t('ecoproducts:seea.emptyHint')} /> }}
      />
    </>
  );
}
