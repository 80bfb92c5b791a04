/** What a person or a client of an organisation may do. */
export enum Role {
  Filer = 'filer',
  Reviewer = 'reviewer',
  Trader = 'trader',
  FinanceClerk = 'finance_clerk',
  FinanceApprover = 'finance_approver',
  MethodAdmin = 'method_admin',
  Regulator = 'regulator',
  Auditor = 'auditor',
}

export const ALL_ROLES = Object.values(Role);
