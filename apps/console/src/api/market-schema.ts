/** Shapes of the book, the registry and the trading day, as the console relies on them. */
type Plain = { query?: never; path?: never; header?: never; cookie?: never };
type Answer<T> = { 200: { headers: Record<string, unknown>; content: { 'application/json': T } } };
type Paged<T> = { items: T[]; nextCursor?: string };
type Body<T> = { content: { 'application/json': T } };
type At<P> = { query?: never; path: P; header?: never; cookie?: never };
type Pages = { query?: { cursor?: string; limit?: number }; path?: never; header?: never; cookie?: never };

export interface LedgerAccount {
  id: string;
  organisation: string | null;
  asset: string;
  unit: string;
  purpose: string;
  ref: string;
  balance: string;
  entries: string;
}

export interface RegistryOperation {
  id: string;
  number: string;
  organisation: string;
  operation: string;
  asset: string;
  unit: string;
  amount: string;
  counterparty: string | null;
  businessDate: string;
  status: string;
  refusal: { code?: string; reason?: string } | null;
  askedBy: string;
}

export interface OperationRule {
  code: string;
  zh: string;
  en: string;
  approve?: string[];
}

export interface TradingDay {
  tradeDate: string;
  status: string;
  files: { book: string; name: string; lines: number; total: string }[];
  totals: Record<string, string | number> | null;
  open: number;
  explained: number;
  resolved: number;
  jws: string | null;
}

export interface TradingBreak {
  id: string;
  kind: string;
  dealId: string | null;
  registry: string[] | null;
  bank: string[] | null;
  difference: string | null;
  status: string;
  resolution: string | null;
  note: string | null;
  age: number;
  explainedBy: string | null;
}

export interface MarketPaths {
  '/api/v1/ledger/accounts': {
    get: { parameters: Pages; requestBody?: never; responses: Answer<Paged<LedgerAccount>> };
  };
  '/api/v1/registry/rules': {
    get: { parameters: Plain; requestBody?: never; responses: Answer<{ operations: OperationRule[] }> };
  };
  '/api/v1/registry/operations': {
    get: { parameters: Pages; requestBody?: never; responses: Answer<Paged<RegistryOperation>> };
  };
  '/api/v1/registry/operations/{id}/approve': {
    post: { parameters: At<{ id: string }>; requestBody?: never; responses: Answer<RegistryOperation> };
  };
  '/api/v1/registry/operations/{id}/reject': {
    post: {
      parameters: At<{ id: string }>;
      requestBody: Body<{ reason: string }>;
      responses: Answer<RegistryOperation>;
    };
  };
  '/api/v1/reconciliation/days': {
    get: { parameters: Pages; requestBody?: never; responses: Answer<Paged<TradingDay>> };
  };
  '/api/v1/reconciliation/days/{date}': {
    get: { parameters: At<{ date: string }>; requestBody?: never; responses: Answer<TradingDay> };
  };
  '/api/v1/reconciliation/days/{date}/match': {
    post: { parameters: At<{ date: string }>; requestBody?: never; responses: Answer<TradingDay> };
  };
  '/api/v1/reconciliation/days/{date}/close': {
    post: { parameters: At<{ date: string }>; requestBody?: never; responses: Answer<TradingDay> };
  };
  '/api/v1/reconciliation/days/{date}/breaks': {
    get: {
      parameters: {
        query?: { cursor?: string; limit?: number };
        path: { date: string };
        header?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: Answer<Paged<TradingBreak>>;
    };
  };
  '/api/v1/reconciliation/breaks/{id}/explain': {
    post: {
      parameters: At<{ id: string }>;
      requestBody: Body<{ resolution: string; note: string }>;
      responses: Answer<never>;
    };
  };
  '/api/v1/reconciliation/breaks/{id}/settle': {
    post: { parameters: At<{ id: string }>; requestBody?: never; responses: Answer<never> };
  };
}
