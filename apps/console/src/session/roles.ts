import type { User, UserRole } from '../api/types';

export type Area =
  | 'filings'
  | 'reviews'
  | 'labels'
  | 'sinks'
  | 'suppliers'
  | 'exchange'
  | 'holdings'
  | 'market'
  | 'reconciliation'
  | 'compensation'
  | 'credits'
  | 'reserve'
  | 'ecoproducts'
  | 'methods'
  | 'factors'
  | 'audit'
  | 'jobs'
  | 'admin';

/** Who sees which area; absent: everyone who is signed in. The service decides, this only spares dead ends. */
const readers: Partial<Record<Area, readonly UserRole[]>> = {
  reviews: ['reviewer', 'method_admin', 'regulator'],
  sinks: ['filer', 'reviewer', 'trader', 'regulator', 'auditor'],
  holdings: ['filer', 'trader', 'regulator', 'auditor', 'method_admin'],
  market: ['filer', 'trader', 'regulator', 'auditor'],
  reconciliation: ['trader'],
  compensation: ['finance_clerk', 'finance_approver', 'reviewer', 'regulator', 'auditor'],
  credits: ['filer', 'reviewer', 'regulator', 'auditor'],
  reserve: ['filer', 'regulator'],
  suppliers: ['filer', 'reviewer', 'regulator', 'auditor'],
  exchange: ['filer', 'regulator', 'auditor'],
  admin: ['method_admin'],
  jobs: ['method_admin'],
  audit: ['auditor', 'regulator'],
};

const order: readonly Area[] = [
  'filings',
  'reviews',
  'labels',
  'sinks',
  'suppliers',
  'exchange',
  'holdings',
  'market',
  'reconciliation',
  'compensation',
  'credits',
  'reserve',
  'ecoproducts',
  'methods',
  'factors',
  'audit',
  'jobs',
  'admin',
];

export const hasRole = (user: User, ...roles: string[]) => user.roles.some((role) => roles.includes(role));
export const areasOf = (user: User): Area[] =>
  order.filter((area) => !readers[area] || hasRole(user, ...readers[area]));
