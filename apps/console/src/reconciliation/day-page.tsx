/** One trading day: its three books, its differences, its end. */
import { DownloadOutlined, UploadOutlined } from '@ant-design/icons';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Upload } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { api, ask } from '../api/client';
import { download, upload } from '../api/files';
import type { TradingDay } from '../api/types';
import { asProblem } from '../api/problem';
import { groupDecimal } from '../numbers/decimal';
import { PageHead } from '../shared/page-head';
import { ProblemAlert } from '../shared/problem-alert';
import { useTitle } from '../shared/use-title';
import { MappingModal } from './mapping-modal';
import { Workbench } from './workbench';
import './day.css';

const BOOKS = ['deals', 'registry', 'bank'] as const;
type Book = (typeof BOOKS)[number];

export function DayPage() {
  const { t } = useTranslation();
  const { date = '' } = useParams();
  const client = useQueryClient();
  useTitle(`${t('reconciliation:title')} ${date}`);
  const [unmapped, setUnmapped] = useState<{ book: Book; file: File; there: string[] }>();
  const path = { params: { path: { date } } };
  const day = useQuery({
    queryKey: ['day', date],
    // A day without a book is not there yet: that is no failure.
    queryFn: () =>
      ask(api.GET('/api/v1/reconciliation/days/{date}', path)).catch((error: unknown) => {
        if (asProblem(error).status === 404) return null;
        throw error;
      }),
  });
  const again = () => {
    void client.invalidateQueries({ queryKey: ['day', date] });
    void client.invalidateQueries({ queryKey: ['days'] });
  };
  const take = useMutation({
    mutationFn: ({ book, file, mapping }: { book: Book; file: File; mapping?: Record<string, string> }) =>
      upload<TradingDay>(
        `/api/v1/reconciliation/days/${date}/books/${book}`,
        file,
        mapping && { mapping: JSON.stringify(mapping) },
      ),
    onSuccess: () => setUnmapped(undefined),
    onError: (error, { book, file }) => {
      const { code, faults } = asProblem(error);
      const there = String(faults[0]?.params?.there ?? '').split('\t');
      // Its columns have other names than ours: somebody says which is which, and no file has to be edited.
      if (code === 'STATEMENT_COLUMNS') setUnmapped({ book, file, there });
    },
    onSettled: again,
  });
  const match = useMutation({
    mutationFn: () => ask(api.POST('/api/v1/reconciliation/days/{date}/match', path)),
    onSettled: again,
  });
  const close = useMutation({
    mutationFn: () => ask(api.POST('/api/v1/reconciliation/days/{date}/close', path)),
    onSettled: again,
  });
  const report = useMutation({
    mutationFn: (format: 'html' | 'pdf' | 'xlsx') =>
      download(`/api/v1/reconciliation/days/${date}/report?format=${format}`, `reconciliation-${date}.${format}`),
  });
  const now = day.data;
  const closed = now?.status === 'closed';
  const failed = (unmapped ? undefined : take.error) ?? match.error ?? close.error ?? report.error;
  return (
    <div className="page">
      <PageHead
        title={`${t('reconciliation:title')} ${date}`}
        back={{ to: '/reconciliation', text: t('reconciliation:back') }}
        actions={
          <>
            {now?.totals &&
              (['html', 'pdf', 'xlsx'] as const).map((format) => (
                <Button
                  key={format}
                  icon={<DownloadOutlined />}
                  loading={report.isPending && report.variables === format}
                  onClick={() => report.mutate(format)}
                >
                  {t(`reconciliation:report.${format}`)}
                </Button>
              ))}
            {!closed && (
              <>
                <Button loading={match.isPending} disabled={now?.files.length !== 3} onClick={() => match.mutate()}>
                  {t('reconciliation:match')}
                </Button>
                <Button
                  type="primary"
                  loading={close.isPending}
                  disabled={!now?.totals || now.open + now.explained > 0}
                  onClick={() => close.mutate()}
                >
                  {t('reconciliation:close')}
                </Button>
              </>
            )}
          </>
        }
      />
      {day.error && <ProblemAlert error={day.error} onRetry={() => void day.refetch()} />}
      {failed && <ProblemAlert error={failed} />}
      {closed && <Alert type="success" showIcon title={t('reconciliation:signed')} />}
      {unmapped && (
        <MappingModal
          key={`${unmapped.book} ${unmapped.file.name}`}
          book={unmapped.book}
          there={unmapped.there}
          fileName={unmapped.file.name}
          busy={take.isPending}
          error={take.error && take.variables.mapping ? asProblem(take.error) : undefined}
          onMap={(mapping) => take.mutate({ book: unmapped.book, file: unmapped.file, mapping })}
          onCancel={() => (setUnmapped(undefined), take.reset())}
        />
      )}
      <div className="books">
        {BOOKS.map((book) => {
          const file = now?.files.find((one) => one.book === book);
          return (
            <section key={book} className="panel">
              <h2>{t(`reconciliation:book.${book}`)}</h2>
              {file ? (
                <p>
                  {file.name}
                  <br />
                  <span className="muted num">
                    {t('reconciliation:lines', { count: file.lines })} · {groupDecimal(file.total)}
                  </span>
                </p>
              ) : (
                <p className="muted">{t('reconciliation:noFile')}</p>
              )}
              {!closed && (
                <Upload
                  accept=".csv,text/csv,.xlsx"
                  showUploadList={false}
                  beforeUpload={(chosen) => (take.mutate({ book, file: chosen }), false)}
                >
                  <Button icon={<UploadOutlined />} loading={take.isPending && take.variables.book === book}>
                    {t('reconciliation:upload')}
                  </Button>
                </Upload>
              )}
            </section>
          );
        })}
      </div>
      {now?.totals && (
        <p className="muted num">
          {t('reconciliation:matched', { matched: now.totals.matched, deals: now.totals.deals })} ·{' '}
          {t('reconciliation:state', { open: now.open, explained: now.explained, resolved: now.resolved })}
        </p>
      )}
      {now?.totals && <Workbench date={date} closed={closed} onChange={again} />}
    </div>
  );
}
