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
/** The area in which a role spends its day stands first. */
const days: Partial<Record<UserRole, Area>> = {
  trader: 'reconciliation',
  finance_clerk: 'compensation',
  finance_approver: 'compensation',
  reviewer: 'reviews',
  auditor: 'audit',
  method_admin: 'methods',
};

export function areasOf(user: User): Area[] {
  const first = (Object.keys(days) as UserRole[]).filter((role) => hasRole(user, role)).map((role) => days[role]!);
  return [...new Set([...first, ...order])].filter((area) => !readers[area] || hasRole(user, ...readers[area]));
}
