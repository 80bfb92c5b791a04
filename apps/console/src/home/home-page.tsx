/** The first page: what waits for this person, by what this person does. */
import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { hasRole } from '../session/roles';
import { useUser } from '../session/session-provider';
import { PageHead } from '../shared/page-head';
import { useTitle } from '../shared/use-title';
import { TourOffer } from '../tour/tour-offer';
import { FilingsBy, FilingsToFinish, Holdings, Obligations } from './enterprise-panels';
import { Calendar, ClosedDays, Listings, MarketGlance, TradingDays } from './market-panels';
import { DeadJobs, Deadlines, OperationsWaiting, Programmes } from './office-panels';

const panels: { name: string; roles: string[]; Panel: ComponentType }[] = [
  { name: 'finish', roles: ['filer'], Panel: FilingsToFinish },
  { name: 'reviews', roles: ['reviewer'], Panel: () => <FilingsBy status="open" room="reviews" /> },
  { name: 'issue', roles: ['reviewer'], Panel: () => <FilingsBy status="approved" room="reviews" /> },
  { name: 'days', roles: ['trader'], Panel: TradingDays },
  {
    name: 'programmes',
    roles: ['finance_clerk', 'finance_approver', 'regulator'],
    Panel: Programmes,
  },
  { name: 'deadlines', roles: ['finance_clerk', 'finance_approver'], Panel: Deadlines },
  { name: 'operations', roles: ['trader', 'regulator', 'filer', 'method_admin'], Panel: OperationsWaiting },
  { name: 'jobs', roles: ['method_admin'], Panel: DeadJobs },
  { name: 'obligations', roles: ['filer', 'regulator', 'auditor'], Panel: Obligations },
  { name: 'holdings', roles: ['filer'], Panel: Holdings },
  {
    name: 'issued',
    roles: ['filer', 'reviewer', 'auditor', 'regulator'],
    Panel: () => <FilingsBy status="issued" room="filings" />,
  },
  { name: 'market', roles: ['trader', 'filer', 'regulator'], Panel: MarketGlance },
  { name: 'listings', roles: ['trader'], Panel: Listings },
  { name: 'closed', roles: ['trader'], Panel: ClosedDays },
  { name: 'calendar', roles: ['filer', 'regulator', 'trader'], Panel: Calendar },
];

export function HomePage() {
  const { t } = useTranslation();
  const user = useUser();
  useTitle(t('home:title'));
  const mine = panels.filter(({ roles }) => hasRole(user, ...roles));
  return (
    <div className="page">
      <PageHead title={t('home:welcome', { name: user.name })} hint={t('home:hint')} />
      <TourOffer />
      <div className="home-grid">
        {mine.map(({ name, Panel }) => (
          <Panel key={name} />
        ))}
      </div>
    </div>
  );
}
