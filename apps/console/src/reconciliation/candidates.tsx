/** A difference beside what could belong to it, field by field; what differs is marked. */
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useEffect, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../api/client';
import type { TradingBreak, TradingLine } from '../api/types';
import { groupDecimal } from '../numbers/decimal';
import { ProblemAlert } from '../shared/problem-alert';
import { Waiting } from '../shared/waiting';

const fields = ['date', 'account', 'product', 'side', 'quantity', 'price', 'amount', 'reference', 'memo'] as const;
const MOST = 9;

interface Props {
  of: TradingBreak;
  busy: boolean;
  /** The candidates in the order of their numbers, for whoever listens to keys. */
  lines: RefObject<TradingLine[]>;
  onMatch?: (line: TradingLine) => void;
}

export function Candidates({ of, busy, lines, onMatch }: Props) {
  const { t } = useTranslation();
  const query = useQuery({
    queryKey: ['break', of.id, 'candidates'],
    queryFn: () => ask(api.GET('/api/v1/reconciliation/breaks/{id}/candidates', { params: { path: { id: of.id } } })),
  });
  const about = query.data?.about ?? [];
  const candidates = query.data?.candidates.slice(0, MOST) ?? [];
  useEffect(() => {
    lines.current = candidates;
  });
  if (query.error) return <ProblemAlert error={query.error} onRetry={() => void query.refetch()} />;
  if (query.isPending)
    return (
      <section className="panel">
        <Waiting />
      </section>
    );
  const first = about[0];
  const shown = (line: TradingLine, field: (typeof fields)[number]) => {
    const value = line[field];
    if (!value) return '–';
    if (field === 'side') return value === 'buy' || value === 'sell' ? t(`reconciliation:side.${value}`) : value;
    return field === 'quantity' || field === 'price' || field === 'amount' ? groupDecimal(value) : value;
  };
  const columns = [...about, ...candidates];
  return (
    <section className="panel workbench-side" aria-live="polite" data-test="candidates">
      <h2>{t('reconciliation:work.beside')}</h2>
      <div className="wide-table" role="region" tabIndex={0} aria-label={t('reconciliation:work.beside')}>
        <table className="plain-table">
          <thead>
            <tr>
              <td />
              {columns.map((line, i) => (
                <th key={`${line.book} ${line.lineId}`} scope="col">
                  {t(`reconciliation:book.${line.book}`)}
                  <br />
                  <strong className="num">{line.lineId}</strong>
                  {i >= about.length && onMatch && (
                    <>
                      <br />
                      <Button size="small" loading={busy} onClick={() => onMatch(line)}>
                        {t('reconciliation:work.match')} <kbd>{i - about.length + 1}</kbd>
                      </Button>
                    </>
                  )}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {fields
              .filter((field) => columns.some((line) => line[field]))
              .map((field) => (
                <tr key={field}>
                  <th scope="row">{t(`reconciliation:work.field.${field}`)}</th>
                  {columns.map((line, i) => (
                    <td
                      key={`${line.book} ${line.lineId}`}
                      className={
                        i > 0 && first && line[field] && first[field] && line[field] !== first[field]
                          ? 'num differs'
                          : 'num'
                      }
                    >
                      {shown(line, field)}
                    </td>
                  ))}
                </tr>
              ))}
          </tbody>
        </table>
      </div>
      {!candidates.length && <p className="muted">{t('reconciliation:work.noCandidates')}</p>}
    </section>
  );
}
