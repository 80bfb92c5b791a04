/** The market at a glance, and the trading centre's days. */
import { useQuery } from '@tanstack/react-query';
import { Skeleton, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, ask } from '../api/client';
import { groupDecimal, roundDecimal } from '../numbers/decimal';
import { prettyUnit } from '../numbers/unit';
import { ConfidenceTag } from '../shared/confidence-tag';
import { ProblemAlert } from '../shared/problem-alert';
import { Sparkline } from '../shared/sparkline';
import { useText } from '../shared/use-text';
import { WaitingPanel } from './waiting-panel';

/** Trading days of the small line. */
const DAYS = 60;
/** Tasks further away are in the calendar of the account. */
const SOON_DAYS = 90;

const useDays = () =>
  useQuery({
    queryKey: ['home', 'days'],
    queryFn: () => ask(api.GET('/api/v1/reconciliation/days', { params: { query: {} } })),
  });

export function TradingDays() {
  const { t } = useTranslation();
  const query = useDays();
  return (
    <WaitingPanel
      name="days"
      title={t('home:days')}
      none={t('home:noDays')}
      lines={query.data?.items
        .filter(({ status }) => status !== 'closed')
        .map(({ tradeDate, open, explained }) => ({
          key: tradeDate,
          to: `/reconciliation/${tradeDate}`,
          title: tradeDate,
          side: <Tag color={open ? 'warning' : 'processing'}>{t('home:breaks', { count: open + explained })}</Tag>,
        }))}
      error={query.error}
      onRetry={() => void query.refetch()}
      more="/reconciliation"
    />
  );
}

export function ClosedDays() {
  const { t } = useTranslation();
  const query = useDays();
  return (
    <WaitingPanel
      name="closed"
      title={t('home:closed')}
      none={t('home:noClosed')}
      lines={query.data?.items
        .filter(({ status }) => status === 'closed')
        .map(({ tradeDate, totals, resolved }) => ({
          key: tradeDate,
          to: `/reconciliation/${tradeDate}`,
          title: tradeDate,
          sub: t('home:deals', { count: Number(totals?.deals ?? 0) }),
          side: <Tag color="success">{t('home:settled', { count: resolved })}</Tag>,
        }))}
      error={query.error}
      onRetry={() => void query.refetch()}
      more="/reconciliation"
    />
  );
}

/** The newest published day of the national market against the one before, and the line that leads there. */
export function MarketGlance() {
  const { t, i18n } = useTranslation();
  const query = useQuery({
    queryKey: ['home', 'market'],
    queryFn: () => ask(api.GET('/api/v1/market/history', { params: { query: { product: 'CEA-ALL', last: DAYS } } })),
    staleTime: Infinity,
  });
  const days = query.data?.items.filter(({ close }) => close) ?? [];
  const last = days.at(-1);
  const before = days.at(-2);
  const change = last && before ? Number(last.close) / Number(before.close) - 1 : undefined;
  return (
    <section className="panel home-panel" data-test="home-market">
      <div className="panel-head">
        <h2>{t('home:market')}</h2>
        <Link to="/market">{t('home:toMarket')}</Link>
      </div>
      {query.error && <ProblemAlert error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <Skeleton active title={false} paragraph={{ rows: 3 }} />}
      {last && (
        <>
          <p className="home-price">
            <strong className="num">{roundDecimal(last.close, 2)}</strong>{' '}
            <span className="muted">{t('home:perTonne')}</span>{' '}
            {change !== undefined && (
              <span className={`num ${change > 0 ? 'home-up' : change < 0 ? 'home-down' : 'muted'}`}>
                {new Intl.NumberFormat(i18n.language, {
                  style: 'percent',
                  minimumFractionDigits: 2,
                  maximumFractionDigits: 2,
                  signDisplay: 'exceptZero',
                }).format(change)}
              </span>
            )}
          </p>
          <Sparkline
            values={days.map(({ close }) => Number(close))}
            label={t('home:line', { count: days.length, from: days[0]!.date, to: last.date })}
          />
          <p className="sub num home-none">
            {t('home:marketDay', { date: last.date, tonnes: groupDecimal(last.listedT || '0') })}{' '}
            <ConfidenceTag confidence={last.confidence} />
          </p>
        </>
      )}
    </section>
  );
}

export function Listings() {
  const { t } = useTranslation();
  const query = useQuery({
    queryKey: ['home', 'listings'],
    queryFn: () => ask(api.GET('/api/v1/market/listings', { params: { query: { limit: 20 } } })),
  });
  return (
    <WaitingPanel
      name="listings"
      title={t('home:listings')}
      none={t('home:noListings')}
      lines={query.data?.items.map(({ id, side, asset, remaining, unit, price }) => ({
        key: id,
        to: '/market',
        title: `${t(`home:side.${side}`)} · ${asset}`,
        sub: `${groupDecimal(remaining)} ${prettyUnit(unit)}`,
        side: <span className="num">{t('home:price', { price: groupDecimal(price), unit: prettyUnit(unit) })}</span>,
      }))}
      error={query.error}
      onRetry={() => void query.refetch()}
      more="/market"
    />
  );
}

export function Calendar() {
  const { t } = useTranslation();
  const text = useText();
  const query = useQuery({
    queryKey: ['home', 'calendar'],
    queryFn: () => ask(api.GET('/api/v1/registry/calendar')),
  });
  return (
    <WaitingPanel
      name="calendar"
      title={t('home:calendar')}
      none={t('home:noCalendar', { count: SOON_DAYS })}
      lines={query.data
        ?.filter(({ days, done }) => days >= 0 && days <= SOON_DAYS && !done)
        .sort((a, b) => a.days - b.days)
        .map((task) => ({
          key: `${task.code}/${task.year}`,
          to: '/holdings',
          title: text(task),
          sub: t('home:deadline', { date: task.due }),
          side: (
            <div className="stack right">
              <Tag color={task.days <= 14 ? 'warning' : 'default'}>{t('home:daysLeft', { count: task.days })}</Tag>
              <ConfidenceTag confidence={task.confidence as 'official'} />
            </div>
          ),
        }))}
      error={query.error}
      onRetry={() => void query.refetch()}
      more="/holdings"
    />
  );
}
