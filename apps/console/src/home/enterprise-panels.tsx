/** What an enterprise's people look at first. */
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../api/client';
import type { FilingStatus, FilingSummary } from '../api/types';
import { groupDecimal } from '../numbers/decimal';
import { prettyUnit } from '../numbers/unit';
import { moment } from '../shared/dates';
import { FilingStatusTag } from '../shared/status-tag';
import { type Line, WaitingPanel } from './waiting-panel';

const lineOf = (filing: FilingSummary, room: string): Line => ({
  key: filing.id,
  to: `/${room}/${filing.id}`,
  title: filing.title,
  sub: `${filing.number} · ${moment(filing.updatedAt)}`,
  side: <FilingStatusTag status={filing.status} />,
});

/** Sent back first: somebody is waiting for it. */
const unfinished: FilingStatus[] = ['returned', 'failed', 'calculated', 'draft'];

export function FilingsToFinish() {
  const { t } = useTranslation();
  const query = useQuery({
    queryKey: ['home', 'filings'],
    queryFn: async () => {
      const pages = await Promise.all(
        unfinished.map((status) => ask(api.GET('/api/v1/filings', { params: { query: { status } } }))),
      );
      return pages.flatMap(({ items }) => items);
    },
  });
  return (
    <WaitingPanel
      name="filings"
      title={t('home:toFinish')}
      none={t('home:nothingToFinish')}
      lines={query.data?.map((filing) => lineOf(filing, 'filings'))}
      error={query.error}
      onRetry={() => void query.refetch()}
      more="/filings"
    />
  );
}

export function FilingsBy({ status, room }: { status: 'issued' | 'approved' | 'open'; room: 'filings' | 'reviews' }) {
  const { t } = useTranslation();
  const query = useQuery({
    queryKey: ['home', 'filings', status],
    queryFn: () =>
      status === 'open'
        ? ask(api.GET('/api/v1/reviews', { params: { query: { status } } }))
        : ask(api.GET('/api/v1/filings', { params: { query: { status } } })),
  });
  return (
    <WaitingPanel
      name={status}
      title={t(`home:filings.${status}`)}
      none={t(`home:noFilings.${status}`)}
      lines={query.data?.items.map((filing) => ({
        ...lineOf(filing, room),
        ...(room === 'reviews' && { sub: `${filing.organisation.name} · ${filing.number}` }),
      }))}
      error={query.error}
      onRetry={() => void query.refetch()}
      more={room === 'reviews' && status === 'approved' ? '/reviews?view=approved' : `/${room}`}
    />
  );
}

export function Obligations() {
  const { t } = useTranslation();
  const query = useQuery({
    queryKey: ['home', 'obligations'],
    queryFn: () => ask(api.GET('/api/v1/registry/obligations', { params: { query: {} } })),
  });
  return (
    <WaitingPanel
      name="obligations"
      title={t('home:obligations')}
      none={t('home:noObligations')}
      lines={query.data?.items.map(({ organisation, organisationId, year, left, shortfall, deadline }) => ({
        key: `${organisationId}/${year}`,
        to: '/holdings',
        title: `${organisation} · ${year}`,
        sub: t('home:deadline', { date: deadline }),
        side: (
          <div className="stack right num">
            <span>{t('home:left', { amount: groupDecimal(left) })}</span>
            {shortfall !== '0' && (
              <span className="sub">{t('home:shortfall', { amount: groupDecimal(shortfall) })}</span>
            )}
          </div>
        ),
      }))}
      error={query.error}
      onRetry={() => void query.refetch()}
      more="/holdings"
    />
  );
}

export function Holdings() {
  const { t } = useTranslation();
  const query = useQuery({
    queryKey: ['home', 'holdings'],
    queryFn: () => ask(api.GET('/api/v1/ledger/accounts', { params: { query: { limit: 200 } } })),
  });
  return (
    <WaitingPanel
      name="holdings"
      title={t('home:holdings')}
      none={t('home:noHoldings')}
      lines={query.data?.items
        .filter(({ purpose, balance }) => purpose === 'available' && !/^0(\.0+)?$/.test(balance))
        .map(({ id, asset, balance, unit }) => ({
          key: id,
          to: '/holdings',
          title: asset,
          side: <span className="num">{`${groupDecimal(balance)} ${prettyUnit(unit)}`}</span>,
        }))}
      error={query.error}
      onRetry={() => void query.refetch()}
      more="/holdings"
    />
  );
}
