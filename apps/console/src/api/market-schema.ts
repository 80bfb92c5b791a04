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

export interface MarketDay {
  date: string;
  open: string;
  high: string;
  low: string;
  close: string;
  listedT: string;
  listedYuan: string;
  blockT: string;
  blockYuan: string;
  confidence: 'secondary' | 'provisional';
}

export interface Listing {
  id: string;
  number: string;
  /** Null where it is somebody else's: who offers is not told. */
  organisation: string | null;
  side: 'supply' | 'demand';
  mode: 'listed' | 'block';
  asset: string;
  unit: string;
  price: string;
  quantity: string;
  remaining: string;
  note: string;
  status: 'open' | 'filled' | 'cancelled';
}
type NewListing = Pick<Listing, 'side' | 'mode' | 'asset' | 'price' | 'quantity'> & {
  counterparty?: string;
  note?: string;
};

export interface Deal {
  id: string;
  number: string;
  asset: string;
  unit: string;
  mode: 'listed' | 'block';
  seller: string;
  buyer: string;
  quantity: string;
  price: string;
  amount: string;
  tradeDate: string;
}

export interface BulletinLine {
  asset: string;
  unit: string;
  open: string | null;
  high: string | null;
  low: string | null;
  close: string | null;
  listed: string;
  listedAmount: string;
  block: string;
  blockAmount: string;
  deals: number;
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
  '/api/v1/market/history': {
    get: {
      parameters: {
        query: { product: string; from?: string; to?: string };
        path?: never;
        header?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: Answer<{ product: string; source: string; items: MarketDay[] }>;
    };
  };
  '/api/v1/market/bulletin': {
    get: {
      parameters: { query: { date: string }; path?: never; header?: never; cookie?: never };
      requestBody?: never;
      responses: Answer<{ date: string; items: BulletinLine[] }>;
    };
  };
  '/api/v1/market/listings': {
    get: {
      parameters: {
        query?: { mine?: 'true'; asset?: string; cursor?: string; limit?: number };
        path?: never;
        header?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: Answer<Paged<Listing>>;
    };
    post: { parameters: Plain; requestBody: Body<NewListing>; responses: Answer<Listing> };
  };
  '/api/v1/market/listings/{id}/take': {
    post: {
      parameters: At<{ id: string }>;
      requestBody: Body<{ quantity: string }>;
      responses: Answer<{ deal: string; number: string; amount: string }>;
    };
  };
  '/api/v1/market/listings/{id}/cancel': {
    post: { parameters: At<{ id: string }>; requestBody: Body<object>; responses: Answer<Listing> };
  };
  '/api/v1/market/deals': { get: { parameters: Pages; requestBody?: never; responses: Answer<Paged<Deal>> } };
}
