import type { MarketPaths } from './market-schema';
import type { WorkPaths } from './work-schema';

/** The service's HTTP shapes as the console relies on them. */
type S = components['schemas'];

export interface paths extends MarketPaths, WorkPaths {
  '/api/v1/auth/login': {
    post: {
      parameters: { query?: never; path?: never; header?: never; cookie?: never };
      requestBody: { content: { 'application/json': { username: string; password: string } } };
      responses: { 200: { headers: Record<string, unknown>; content: { 'application/json': { user: S['User'] } } } };
    };
  };
  '/api/v1/admin/organisations': {
    get: {
      parameters: { query?: { cursor?: string; limit?: number }; path?: never; header?: never; cookie?: never };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': { items: S['Organisation'][]; nextCursor?: string } };
        };
      };
    };
    post: {
      parameters: { query?: never; path?: never; header?: never; cookie?: never };
      requestBody: { content: { 'application/json': S['NewOrganisation'] } };
      responses: { 200: { headers: Record<string, unknown>; content: { 'application/json': S['Organisation'] } } };
    };
  };
  '/api/v1/admin/users': {
    get: {
      parameters: { query?: { cursor?: string; limit?: number }; path?: never; header?: never; cookie?: never };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': { items: S['Account'][]; nextCursor?: string } };
        };
      };
    };
    post: {
      parameters: { query?: never; path?: never; header?: never; cookie?: never };
      requestBody: { content: { 'application/json': S['NewAccount'] } };
      responses: { 200: { headers: Record<string, unknown>; content: { 'application/json': S['Account'] } } };
    };
  };
  '/api/v1/admin/users/{id}/roles': {
    put: {
      parameters: { query?: never; path: { id: string }; header?: never; cookie?: never };
      requestBody: { content: { 'application/json': { roles: string[] } } };
      responses: { 200: { headers: Record<string, unknown>; content: { 'application/json': unknown } } };
    };
  };
  '/api/v1/admin/users/{id}/password': {
    put: {
      parameters: { query?: never; path: { id: string }; header?: never; cookie?: never };
      requestBody: { content: { 'application/json': { password: string } } };
      responses: { 200: { headers: Record<string, unknown>; content: { 'application/json': unknown } } };
    };
  };
  '/api/v1/admin/users/{id}/disable': {
    post: {
      parameters: { query?: never; path: { id: string }; header?: never; cookie?: never };
      requestBody?: never;
      responses: { 200: { headers: Record<string, unknown>; content: { 'application/json': unknown } } };
    };
  };
  '/api/v1/admin/users/{id}/enable': {
    post: {
      parameters: { query?: never; path: { id: string }; header?: never; cookie?: never };
      requestBody?: never;
      responses: { 200: { headers: Record<string, unknown>; content: { 'application/json': unknown } } };
    };
  };
  '/api/v1/admin/clients': {
    get: {
      parameters: { query?: { cursor?: string; limit?: number }; path?: never; header?: never; cookie?: never };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': { items: S['Machine'][]; nextCursor?: string } };
        };
      };
    };
    post: {
      parameters: { query?: never; path?: never; header?: never; cookie?: never };
      requestBody: { content: { 'application/json': { organisationId: string; name: string; roles: string[] } } };
      responses: {
        200: { headers: Record<string, unknown>; content: { 'application/json': { id: string; secret?: string } } };
      };
    };
  };
  '/api/v1/admin/clients/{id}/rotate': {
    post: {
      parameters: { query?: never; path: { id: string }; header?: never; cookie?: never };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, unknown>; content: { 'application/json': { id: string; secret?: string } } };
      };
    };
  };
  '/api/v1/admin/clients/{id}/disable': {
    post: {
      parameters: { query?: never; path: { id: string }; header?: never; cookie?: never };
      requestBody?: never;
      responses: { 200: { headers: Record<string, unknown>; content: { 'application/json': unknown } } };
    };
  };
  '/api/v1/admin/clients/{id}/enable': {
    post: {
      parameters: { query?: never; path: { id: string }; header?: never; cookie?: never };
      requestBody?: never;
      responses: { 200: { headers: Record<string, unknown>; content: { 'application/json': unknown } } };
    };
  };
  '/api/v1/auth/oidc': {
    get: {
      parameters: { query?: never; path?: never; header?: never; cookie?: never };
      requestBody?: never;
      responses: { 200: { headers: Record<string, unknown>; content: { 'application/json': { enabled: boolean } } } };
    };
  };
  '/api/v1/auth/logout': {
    post: {
      parameters: { query?: never; path?: never; header?: never; cookie?: never };
      requestBody?: never;
      responses: { 200: { headers: Record<string, unknown>; content: { 'application/json': unknown } } };
    };
  };
  '/api/v1/auth/me': {
    get: {
      parameters: { query?: never; path?: never; header?: never; cookie?: never };
      requestBody?: never;
      responses: { 200: { headers: Record<string, unknown>; content: { 'application/json': { user: S['User'] } } } };
    };
  };
  '/api/v1/methods': {
    get: {
      parameters: { query?: never; path?: never; header?: never; cookie?: never };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': { items: S['MethodSummary'][]; nextCursor?: string } };
        };
      };
    };
  };
  '/api/v1/methods/{domain}/{name}': {
    get: {
      parameters: {
        query?: { version?: string };
        path: { domain: string; name: string };
        header?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: { 200: { headers: Record<string, unknown>; content: { 'application/json': S['Method'] } } };
    };
  };
  '/api/v1/factors': {
    get: {
      parameters: {
        query?: { q?: string; category?: string; region?: string; year?: string; cursor?: string };
        path?: never;
        header?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': { items: S['Factor'][]; nextCursor?: string } };
        };
      };
    };
  };
  '/api/v1/regions': {
    get: {
      parameters: { query?: never; path?: never; header?: never; cookie?: never };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': { items: S['Region'][]; nextCursor?: string } };
        };
      };
    };
  };
  '/api/v1/filings': {
    get: {
      parameters: { query?: { status?: string; cursor?: string }; path?: never; header?: never; cookie?: never };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': { items: S['FilingSummary'][]; nextCursor?: string } };
        };
      };
    };
    post: {
      parameters: { query?: never; path?: never; header?: never; cookie?: never };
      requestBody: { content: { 'application/json': S['NewFiling'] } };
      responses: { 200: { headers: Record<string, unknown>; content: { 'application/json': S['Filing'] } } };
    };
  };
  '/api/v1/filings/{id}': {
    get: {
      parameters: { query?: never; path: { id: string }; header?: never; cookie?: never };
      requestBody?: never;
      responses: { 200: { headers: Record<string, unknown>; content: { 'application/json': S['Filing'] } } };
    };
    put: {
      parameters: { query?: never; path: { id: string }; header?: never; cookie?: never };
      requestBody: { content: { 'application/json': { title: string; input: S['RunInput']; revision: number } } };
      responses: { 200: { headers: Record<string, unknown>; content: { 'application/json': S['Filing'] } } };
    };
  };
  '/api/v1/filings/{id}/submit': {
    post: {
      parameters: { query?: never; path: { id: string }; header?: never; cookie?: never };
      requestBody?: never;
      responses: { 200: { headers: Record<string, unknown>; content: { 'application/json': { runId: string } } } };
    };
  };
  '/api/v1/filings/{id}/review': {
    post: {
      parameters: { query?: never; path: { id: string }; header?: never; cookie?: never };
      requestBody: { content: { 'application/json': { decision: 'approve' | 'return'; remarks: string } } };
      responses: { 200: { headers: Record<string, unknown>; content: { 'application/json': S['Filing'] } } };
    };
  };
  '/api/v1/filings/{id}/issue': {
    post: {
      parameters: { query?: never; path: { id: string }; header?: never; cookie?: never };
      requestBody?: never;
      responses: { 200: { headers: Record<string, unknown>; content: { 'application/json': S['Label'] } } };
    };
  };
  '/api/v1/runs/{id}': {
    get: {
      parameters: { query?: never; path: { id: string }; header?: never; cookie?: never };
      requestBody?: never;
      responses: { 200: { headers: Record<string, unknown>; content: { 'application/json': S['Run'] } } };
    };
  };
  '/api/v1/runs/{id}/cancel': {
    post: {
      parameters: { query?: never; path: { id: string }; header?: never; cookie?: never };
      requestBody?: never;
      responses: { 200: { headers: Record<string, unknown>; content: { 'application/json': unknown } } };
    };
  };
  '/api/v1/runs/{id}/explain': {
    get: {
      parameters: { query?: { cell: string }; path: { id: string }; header?: never; cookie?: never };
      requestBody?: never;
      responses: { 200: { headers: Record<string, unknown>; content: { 'application/json': S['Explanation'] } } };
    };
  };
  '/api/v1/reviews': {
    get: {
      parameters: { query?: { status?: string; cursor?: string }; path?: never; header?: never; cookie?: never };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': { items: S['FilingSummary'][]; nextCursor?: string } };
        };
      };
    };
  };
  '/api/v1/labels': {
    get: {
      parameters: { query?: { status?: string; cursor?: string }; path?: never; header?: never; cookie?: never };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': { items: S['Label'][]; nextCursor?: string } };
        };
      };
    };
  };
  '/api/v1/labels/{number}': {
    get: {
      parameters: { query?: never; path: { number: string }; header?: never; cookie?: never };
      requestBody?: never;
      responses: { 200: { headers: Record<string, unknown>; content: { 'application/json': S['PublicLabel'] } } };
    };
  };
  '/api/v1/labels/{number}/withdraw': {
    post: {
      parameters: { query?: never; path: { number: string }; header?: never; cookie?: never };
      requestBody: { content: { 'application/json': { reason: string } } };
      responses: { 200: { headers: Record<string, unknown>; content: { 'application/json': S['Label'] } } };
    };
  };
  '/api/v1/audit': {
    get: {
      parameters: { query?: { cursor?: string }; path?: never; header?: never; cookie?: never };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': { items: S['AuditEntry'][]; nextCursor?: string } };
        };
      };
    };
  };
  '/api/v1/audit/verify': {
    get: {
      parameters: { query?: never; path?: never; header?: never; cookie?: never };
      requestBody?: never;
      responses: { 200: { headers: Record<string, unknown>; content: { 'application/json': S['AuditCheck'] } } };
    };
  };
}

export interface components {
  schemas: {
    OrganisationKind: 'enterprise' | 'reviewing_body' | 'regulator' | 'operator';
    NewOrganisation: { name: string; kind: S['OrganisationKind']; creditCode?: string; region?: string };
    Organisation: {
      id: string;
      name: string;
      kind: S['OrganisationKind'];
      creditCode: string | null;
      region: string | null;
    };
    NewAccount: { organisationId: string; username: string; name: string; password?: string; roles: string[] };
    Account: {
      id: string;
      username: string;
      name: string;
      organisationId: string;
      roles: string[];
      disabledAt: string | null;
    };
    Machine: { id: string; name: string; organisationId: string; roles: string[]; disabledAt: string | null };
    Text: { zh: string; en: string };
    Confidence: 'official' | 'secondary' | 'provisional';
    ValueType: 'number' | 'text' | 'boolean' | 'date';
    Fault: {
      table?: string;
      row?: string;
      column?: string;
      code: string;
      message: S['Text'] | string;
      remedy?: S['Text'] | string;
      /** Where it stands in an uploaded workbook. */
      worksheet?: string;
      cell?: string;
    };
    User: {
      id: string;
      username?: string;
      name: string;
      roles: string[];
      organisation: { id: string; name: string };
    };
    Source: { title: string; clause?: string; url?: string; confidence: S['Confidence'] };
    MethodSummary: {
      id: string;
      version: string;
      title: S['Text'];
      summary?: S['Text'];
      source: S['Source'];
      valid: { from: string; to?: string };
      regions: string[];
      hash?: string;
      issuable?: boolean;
      examples?: { title: S['Text']; source: string; ok?: boolean }[];
    };
    DatedValue: {
      value: string;
      from?: string;
      to?: string;
      region?: string;
      source: string;
      confidence: S['Confidence'];
    };
    Parameter: {
      name: string;
      title: S['Text'];
      type: S['ValueType'];
      unit: string;
      choices?: string[];
      min?: string;
      max?: string;
      values: S['DatedValue'][];
    };
    Lookup: {
      name: string;
      title: S['Text'];
      keys: string[];
      unit: string;
      rows: (Omit<S['DatedValue'], 'value'> & { keys: string[]; value: string })[];
    };
    Column: {
      kind: 'input' | 'computed';
      name: string;
      title: S['Text'];
      help?: S['Text'];
      type: S['ValueType'];
      unit: string;
      decimals?: number;
      min?: string;
      max?: string;
      above?: string;
      below?: string;
      choices?: string[];
      required?: boolean;
      clause?: string;
      formula?: string;
      operator?: { name: string; args: Record<string, string> };
    };
    MethodTable: {
      name: string;
      title: S['Text'];
      key: string[];
      parent?: { table: string; on: string[] };
      group?: { table: string; by: string[] };
      optional: boolean;
      columns: S['Column'][];
    };
    Output: { name: string; title: S['Text']; unit: string; decimals?: number; clause?: string; formula: string };
    Method: S['MethodSummary'] & {
      parameters: S['Parameter'][];
      lookups: S['Lookup'][];
      tables: S['MethodTable'][];
      outputs: S['Output'][];
    };
    Row: Record<string, string | number | boolean | null | undefined>;
    RunInput: { parameters?: S['Row']; tables: Record<string, S['Row'][]> };
    FilingStatus: 'draft' | 'running' | 'failed' | 'calculated' | 'in_review' | 'returned' | 'approved' | 'issued';
    NewFiling: {
      method: string;
      title: string;
      product?: string;
      periodStart: string;
      periodEnd: string;
      region: string;
      asOf?: string;
      input: S['RunInput'];
    };
    FilingSummary: {
      id: string;
      number: string;
      organisation: { id: string; name: string };
      method: string;
      methodVersion: string;
      title: string;
      product?: string | null;
      periodStart: string;
      periodEnd: string;
      region: string;
      asOf?: string | null;
      status: S['FilingStatus'];
      revision: number;
      runId?: string | null;
      createdBy?: { id: string; name: string } | string;
      createdAt: string;
      updatedAt: string;
      labelNumber?: string | null;
      issuedNumber?: string | null;
    };
    Filing: S['FilingSummary'] & { input: S['RunInput']; remarks: S['Remark'][] };
    Remark: { at: string; by: { id: string; name: string } | string; decision: string; text: string };
    ParameterUse: {
      name: string;
      keys?: string[];
      value: string;
      unit: string;
      source: string;
      confidence: S['Confidence'];
      overridden: boolean;
      given?: boolean;
    };
    RunResult: {
      method: string;
      version: string;
      sheetHash: string;
      parameterHash: string;
      inputHash: string;
      resultHash: string;
      asOf: string;
      region?: string;
      issuable: boolean;
      whyNot: S['Fault'][];
      parametersUsed: S['ParameterUse'][];
      tables: Record<string, S['Row'][]>;
      outputs: Record<string, string | boolean>;
      warnings: S['Fault'][];
      stages?: S['Stage'][];
    };
    Run: {
      id: string;
      status: 'queued' | 'running' | 'succeeded' | 'failed' | 'cancelled';
      progress: number;
      result?: S['RunResult'];
      faults?: S['Fault'][];
    };
    Explanation: {
      label: S['Text'];
      place: string;
      value: string;
      unit: string;
      formula?: string;
      filled?: string;
      clause?: string;
      rounding?: string;
      source?: string;
      confidence?: S['Confidence'];
      childCount?: number;
      children: S['Explanation'][];
    };
    Stage: { stage: string; title: S['Text'] | string; value: string; share?: string };
    LabelStatus: 'valid' | 'withdrawn' | 'expired';
    Label: {
      number: string;
      productName: string;
      organisation: string | { id?: string; name: string };
      declaredUnit: string;
      value: string;
      unit: string;
      boundary: string | S['Text'];
      periodStart: string;
      periodEnd: string;
      issuedOn: string;
      expiresOn: string;
      method: string;
      methodVersion: string;
      sheetHash: string;
      resultHash: string;
      stages: S['Stage'][];
      status: S['LabelStatus'];
      withdrawnOn?: string | null;
      withdrawReason?: string | null;
    };
    PublicLabel: { label: S['Label']; status: S['LabelStatus']; jws: string };
    Factor: {
      id: string;
      version?: number;
      category: string;
      nameZh: string;
      nameEn: string;
      value: string | null;
      unit: string;
      unitNote?: string | null;
      low?: string | null;
      high?: string | null;
      gas?: string | null;
      stage?: string | null;
      region?: string | null;
      validFrom?: string | null;
      validTo?: string | null;
      yearLabel?: string | null;
      sourceTitle: string;
      sourceClause?: string | null;
      sourceUrl?: string | null;
      confidence: S['Confidence'];
    };
    Region: { code: string; nameZh: string; nameEn: string; level: string; kind?: string; parent: string | null };
    AuditEntry: {
      seq: string;
      at: string;
      actorId?: string | null;
      actorName: string | null;
      action: string;
      subjectType: string;
      subjectId: string | null;
      details?: Record<string, unknown>;
      requestId?: string | null;
      prevHash: string;
      hash: string;
    };
    AuditCheck: {
      ok: boolean;
      entries: number;
      head?: { seq: string; hash?: string };
      firstBroken?: { seq: string; reason?: string };
    };
  };
}
