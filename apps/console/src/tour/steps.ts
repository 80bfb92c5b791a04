import type { User } from '../api/types';
import { hasRole } from '../session/roles';

export type TourName = 'enterprise' | 'trading' | 'finance';

export interface TourStep {
  /** Names its texts. */
  key: string;
  /** The page it stands on; absent: where the step before was. */
  path?: string;
  /** Instead of a page: the first such link on the page before, for what has an address of its own. */
  follow?: string;
  /** What it points at; absent, or not there: it speaks of the page as a whole. */
  target?: string;
}

export const tours: Record<TourName, readonly TourStep[]> = {
  enterprise: [
    { key: 'home', path: '/' },
    { key: 'waiting', path: '/', target: '[data-test=home-filings]' },
    { key: 'method', path: '/filings/new', target: '.method-choice' },
    { key: 'filings', path: '/filings?status=issued', target: 'main .panel' },
    { key: 'result', follow: 'main table a[href^="/filings/"]', target: '.headlines' },
    { key: 'hotspots', target: '[data-test=hotspots]' },
    { key: 'labels', path: '/labels', target: 'main .panel' },
    { key: 'holdings', path: '/holdings', target: '[data-test=obligations]' },
    { key: 'account', target: '[data-test=account]' },
  ],
  trading: [
    { key: 'home', path: '/', target: 'main .home-grid' },
    { key: 'board', path: '/market', target: '[data-test=board]' },
    { key: 'history', path: '/market', target: '[data-test=history]' },
    { key: 'days', path: '/reconciliation', target: 'main .panel' },
    { key: 'breaks', path: '/reconciliation/breaks', target: '[data-test=workbench]' },
    { key: 'holdings', path: '/holdings', target: 'main .panel' },
    { key: 'account', target: '[data-test=account]' },
  ],
  finance: [
    { key: 'home', path: '/', target: 'main .home-grid' },
    { key: 'programmes', path: '/compensation', target: 'main .panel' },
    {
      key: 'programme',
      follow: 'main table a[href^="/compensation/"]',
      target: 'main .ant-tabs-nav, main .panel',
    },
    { key: 'parameters', path: '/compensation/new', target: 'main form, main .panel' },
    { key: 'accounts', path: '/ecoproducts/accounts', target: 'main .panel' },
    { key: 'methods', path: '/methods', target: 'main .method-cards' },
    { key: 'account', target: '[data-test=account]' },
  ],
};

/** The tour of what somebody mainly does here. */
export function tourOf(user: User): TourName | undefined {
  if (hasRole(user, 'finance_clerk', 'finance_approver')) return 'finance';
  if (hasRole(user, 'trader')) return 'trading';
  return hasRole(user, 'filer') ? 'enterprise' : undefined;
}
