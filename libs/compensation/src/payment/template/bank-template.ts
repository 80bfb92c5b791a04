/** Bank file layouts as data: config/payments. A wrong one stops the start and is named. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { PlatformConfig } from '@qingheng/platform';
import { parse } from 'yaml';
import { refusePayment as refuse } from '../payment.messages';

const FIELDS = ['serial', 'batch', 'name', 'account', 'identity', 'amount', 'amount_fen', 'remark'] as const;
const TOTALS = ['batch', 'count', 'amount', 'amount_fen'] as const;
const RETURNS = ['serial', 'amount', 'amount_fen', 'code', 'cause', 'account', 'name'] as const;
export type Field = (typeof FIELDS)[number];
export type Total = (typeof TOTALS)[number];

export interface BankTemplate {
  id: string;
  title: { zh: string; en: string };
  source: string;
  confidence: string;
  encoding: 'utf-8' | 'gbk';
  separator: string;
  header: boolean;
  fields: Field[];
  totals: { place: 'head' | 'foot'; fields: Total[] };
  returns: { header: boolean; fields: (typeof RETURNS)[number][]; success: string[]; pending: string[] };
}

@Injectable()
export class BankTemplates {
  private readonly templates: BankTemplate[];

  constructor({ configDir }: PlatformConfig) {
    const folder = join(configDir, 'payments');
    const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
    this.templates = files.map((name) => readTemplate(name, parse(readFileSync(join(folder, name), 'utf8'))));
  }

  list(): BankTemplate[] {
    return this.templates;
  }

  get(id: string): BankTemplate {
    const found = this.templates.find((template) => template.id === id);
    if (!found) throw refuse('UNKNOWN_TEMPLATE', { id, known: this.templates.map((t) => t.id).join(', ') });
    return found;
  }
}

export function readTemplate(file: string, t: BankTemplate): BankTemplate {
  const among = (given: unknown, known: readonly string[]) =>
    Array.isArray(given) && given.length > 0 && given.every((name) => known.includes(name as string));
  const wrong = [
    !/^[a-z0-9-]+$/.test(t.id) && 'id',
    !(t.title?.zh && t.title.en) && 'title',
    !t.source && 'source',
    !['utf-8', 'gbk'].includes(t.encoding) && 'encoding',
    ![',', '|', '\t', ';'].includes(t.separator) && 'separator',
    !(among(t.fields, FIELDS) && t.fields.includes('serial') && t.fields.includes('account')) && 'fields',
    !(among(t.totals?.fields, TOTALS) && ['head', 'foot'].includes(t.totals.place)) && 'totals',
    !(among(t.returns?.fields, RETURNS) && ['serial', 'code'].every((n) => t.returns.fields.includes(n as 'serial'))) &&
      'returns.fields',
    !(t.returns?.success?.length && t.returns.success.every((code) => !t.returns.pending?.includes(code))) &&
      'returns.success',
  ].filter(Boolean);
  if (wrong.length) throw new Error(`config/payments/${file} is not usable: ${wrong.join(', ')}`);
  return { ...t, returns: { ...t.returns, pending: t.returns.pending ?? [] } };
}
