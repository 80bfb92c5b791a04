/**
 * Differences, worked off by keyboard: j and k move, x marks, a takes on, 1 to 9 match with a candidate, e explains, s settles.
 * One person explains, another settles. Keys count while the list has the focus, so that nobody presses them by mistake.
 */
import { CheckOutlined } from '@ant-design/icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Select, Tag } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { api, ask } from '../api/client';
import type { TradingBreak, TradingLine } from '../api/types';
import { groupDecimal } from '../numbers/decimal';
import { useUser } from '../session/session-provider';
import { LoadMore } from '../shared/load-more';
import { useWindow } from '../shared/long-table/use-window';
import { topFor } from '../shared/long-table/window';
import { Nothing } from '../shared/nothing';
import { ProblemAlert } from '../shared/problem-alert';
import { useMedia, useWide } from '../shared/use-media';
import { usePages } from '../shared/use-pages';
import { Waiting } from '../shared/waiting';
import { Candidates } from './candidates';
import { Explain } from './explain';
import { buckets, kinds, owners, statuses } from './filters';
import './workbench.css';

/** From here on only the rows in sight are drawn, all of one height. */
const LONG = 100;
const ROW = 84;
const TALL_ROW = 112;

interface Props {
  /** One day's; all days' that are not settled where absent. */
  date?: string;
  closed?: boolean;
  onChange?: () => void;
}

export function Workbench({ date, closed = false, onChange }: Props) {
  const { t } = useTranslation();
  const user = useUser();
  const client = useQueryClient();
  const [search, setSearch] = useSearchParams();
  const list = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState(0);
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());
  const [explaining, setExplaining] = useState<TradingBreak[]>();
  const one = <T extends string>(name: string, known: readonly T[]) => known.find((it) => it === search.get(name));
  const filter = {
    ...{ kind: one('kind', kinds), bucket: one('bucket', buckets) },
    ...{ status: one('status', statuses), owner: one('owner', owners) },
  };
  const breaks = usePages(['breaks', date, filter], (cursor) => {
    const query = { limit: 200, ...filter, ...(cursor && { cursor }) };
    return date
      ? ask(api.GET('/api/v1/reconciliation/days/{date}/breaks', { params: { path: { date }, query } }))
      : ask(api.GET('/api/v1/reconciliation/breaks', { params: { query } }));
  });
  const rows = breaks.items ?? [];
  const row = rows[Math.min(at, rows.length - 1)];
  const again = () => {
    setMarked(new Set());
    void client.invalidateQueries({ queryKey: ['breaks'] });
    void client.invalidateQueries({ queryKey: ['break'] });
    onChange?.();
  };
  const meant = (): TradingBreak[] => (marked.size ? rows.filter(({ id }) => marked.has(id)) : row ? [row] : []);
  const assign = useMutation({
    mutationFn: (ids: string[]) => ask(api.POST('/api/v1/reconciliation/breaks/assign', { body: { ids, mine: true } })),
    onSettled: again,
  });
  const settle = useMutation({
    mutationFn: (ids: string[]) => ask(api.POST('/api/v1/reconciliation/breaks/settle', { body: { ids } })),
    onSettled: again,
  });
  const match = useMutation({
    mutationFn: ({ of, line }: { of: TradingBreak; line: TradingLine }) => {
      const links =
        line.book === 'deals'
          ? {
              deals: [line.lineId],
              ...(of.registry && { registry: of.registry }),
              ...(of.bank && { bank: of.bank }),
            }
          : { [line.book]: [line.lineId] };
      const note = t('reconciliation:work.matchNote', { line: line.lineId });
      const body = { resolution: 'rematch' as const, note, links };
      return ask(api.POST('/api/v1/reconciliation/breaks/{id}/explain', { params: { path: { id: of.id } }, body }));
    },
    onSettled: again,
  });
  const may = {
    explain: (it: TradingBreak) => !closed && it.status !== 'resolved',
    settle: (it: TradingBreak) => !closed && it.status === 'explained' && it.explainedBy !== user.id,
  };
  const settleable = meant().filter(may.settle);
  const go = (to: number) => setAt(Math.max(0, Math.min(rows.length - 1, to)));
  const mark = (id: string) => {
    const next = new Set(marked);
    if (!next.delete(id)) next.add(id);
    setMarked(next);
  };
  const lines = useRef<TradingLine[]>([]);
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !row) return;
    const number = /^[1-9]$/.test(event.key) ? lines.current[Number(event.key) - 1] : undefined;
    const acts: Record<string, () => void> = {
      j: () => go(at + 1),
      ArrowDown: () => go(at + 1),
      k: () => go(at - 1),
      ArrowUp: () => go(at - 1),
      x: () => mark(row.id),
      a: () => !closed && assign.mutate(meant().map(({ id }) => id)),
      e: () => meant().some(may.explain) && setExplaining(meant().filter(may.explain)),
      s: () => settleable.length && settle.mutate(settleable.map(({ id }) => id)),
    };
    const act =
      number && may.explain(row)
        ? () => match.mutate({ of: row, line: number })
        : acts[event.key.replace(/^[A-Z]$/, (key) => key.toLowerCase())];
    if (!act) return;
    event.preventDefault();
    act();
  };
  const wide = useWide();
  const height = wide ? ROW : TALL_ROW;
  const printed = useMedia('print');
  const windowed = rows.length > LONG && !printed;
  const span = useWindow(list, rows.length, height, windowed);
  useEffect(() => {
    const box = list.current;
    if (box && windowed) box.scrollTop = topFor(at, box.scrollTop, box.clientHeight, 0, height);
    else box?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }, [at, windowed, height]);
  useEffect(() => {
    if (windowed && span.to > rows.length - LONG && breaks.hasNextPage && !breaks.isFetching)
      void breaks.fetchNextPage();
  }, [windowed, span.to, rows.length, breaks]);
  const choose = (name: string) => (value: string | undefined) => {
    const next = new URLSearchParams(search);
    if (value) next.set(name, value);
    else next.delete(name);
    setAt(0);
    setSearch(next, { replace: true });
  };
  const filters = [
    ['kind', kinds, (value: string) => t(`reconciliation:kind.${value}`)],
    ['bucket', buckets, (value: string) => t('reconciliation:work.days', { days: value })],
    ['status', statuses, (value: string) => t(`reconciliation:breakStatus.${value}`)],
    ['owner', owners, (value: string) => t(`reconciliation:work.owner.${value}`)],
  ] as const;
  const failed = assign.error ?? settle.error ?? match.error;
  if (breaks.error) return <ProblemAlert error={breaks.error} onRetry={() => void breaks.refetch()} />;
  return (
    <section className="workbench" data-test="workbench">
      <div className="workbench-bar">
        {filters.map(([name, values, text]) => (
          <Select
            key={name}
            allowClear
            size="small"
            aria-label={t(`reconciliation:work.filter.${name}`)}
            placeholder={t(`reconciliation:work.filter.${name}`)}
            value={filter[name]}
            onChange={choose(name)}
            popupMatchSelectWidth={false}
            options={values.map((value) => ({ value, label: text(value) }))}
          />
        ))}
        {!closed && (
          <span className="page-actions">
            <Button size="small" disabled={!row} onClick={() => assign.mutate(meant().map(({ id }) => id))}>
              {t('reconciliation:work.assign')} <kbd>a</kbd>
            </Button>
            <Button
              size="small"
              disabled={!meant().some(may.explain)}
              onClick={() => setExplaining(meant().filter(may.explain))}
            >
              {t('reconciliation:explain')} <kbd>e</kbd>
            </Button>
            <Button
              size="small"
              type="primary"
              disabled={!settleable.length}
              loading={settle.isPending}
              onClick={() => settle.mutate(settleable.map(({ id }) => id))}
            >
              {t('reconciliation:settle')} {marked.size > 1 && settleable.length > 0 && settleable.length} <kbd>s</kbd>
            </Button>
          </span>
        )}
      </div>
      <p className="muted workbench-keys no-print">{t('reconciliation:work.keys')}</p>
      {failed && <ProblemAlert error={failed} />}
      {breaks.isPending ? (
        <Waiting />
      ) : rows.length === 0 ? (
        <section className="panel">
          <Nothing title={t('reconciliation:noBreaks')} />
        </section>
      ) : (
        <div className="workbench-split">
          <div className="panel flush">
            <div
              ref={list}
              className={windowed ? 'workbench-list windowed' : 'workbench-list'}
              role="listbox"
              tabIndex={0}
              aria-label={t('reconciliation:break')}
              aria-multiselectable
              aria-activedescendant={row && `break-${row.id}`}
              onKeyDown={onKeyDown}
            >
              <div style={{ height: span.from * height }} />
              {rows.slice(span.from, span.to).map((it, k) => (
                <div
                  key={it.id}
                  id={`break-${it.id}`}
                  role="option"
                  aria-selected={it === row}
                  aria-checked={marked.has(it.id)}
                  aria-posinset={span.from + k + 1}
                  aria-setsize={breaks.hasNextPage ? -1 : rows.length}
                  className="workbench-row"
                  style={windowed ? { height } : undefined}
                  onClick={() => (go(span.from + k), list.current?.focus())}
                >
                  <span
                    className="workbench-mark"
                    aria-hidden
                    onClick={(event) => (event.stopPropagation(), mark(it.id))}
                  >
                    {marked.has(it.id) && <CheckOutlined />}
                  </span>
                  <span className="stack">
                    <span>
                      {t(`reconciliation:kind.${it.kind}`)}{' '}
                      {it.overdue && <Tag color="warning">{t('reconciliation:work.overdue')}</Tag>}
                    </span>
                    <span className="sub num">
                      {[!date && it.tradeDate, it.dealId, ...(it.registry ?? []), ...(it.bank ?? [])]
                        .filter(Boolean)
                        .join(' · ')}
                    </span>
                    {it.note && (
                      <span className="sub" title={it.note}>
                        {it.note}
                      </span>
                    )}
                  </span>
                  <span className="stack right">
                    <span className="num">{it.difference ? groupDecimal(it.difference) : '–'}</span>
                    <span className="sub num">{t('reconciliation:work.age', { days: it.age })}</span>
                  </span>
                  <span className="stack right">
                    <Tag color={it.status === 'resolved' ? 'success' : it.status === 'open' ? 'error' : 'processing'}>
                      {t(`reconciliation:breakStatus.${it.status}`)}
                    </Tag>
                    <span className="sub">
                      {it.resolution ? t(`reconciliation:resolution.${it.resolution}`) : (it.owner ?? '')}
                    </span>
                  </span>
                </div>
              ))}
              <div style={{ height: (rows.length - span.to) * height }} />
            </div>
            <LoadMore query={breaks} />
          </div>
          {row && (
            <Candidates
              of={row}
              busy={match.isPending}
              lines={lines}
              onMatch={may.explain(row) ? (line) => match.mutate({ of: row, line }) : undefined}
            />
          )}
        </div>
      )}
      {explaining && (
        <Explain
          rows={explaining}
          onClose={() => {
            setExplaining(undefined);
            list.current?.focus();
          }}
          onDone={again}
        />
      )}
    </section>
  );
}
