/** Why a claim cannot be made, in words: what was used, what for, when, under which number; who, where the asker may know. */
import { faultOf, type Params, Refusal } from '@qingheng/platform';
import type { ClaimRules } from './claim-rules';
import type { NewClaim } from './claim.types';

export interface Conflict {
  problem: 'claimed' | 'exceeds' | 'not_registered' | 'unit';
  number: string | null;
  use: string | null;
  madeOn: string | null;
  holder: string | null;
  document: string | null;
  available: string | null;
  unit: string | null;
}

const CODES = {
  claimed: 'ALREADY_USED',
  exceeds: 'USED_BEYOND_QUANTITY',
  not_registered: 'NOT_IN_PARTS',
  unit: 'NOT_IN_PARTS',
};

/** Codes and places of every conflict; the sentence is that of the first. */
export function refusalOf(rules: ClaimRules, conflicts: (Conflict & { wanted: NewClaim })[]): Refusal {
  const said = conflicts.map((conflict) => {
    const code = CODES[conflict.problem];
    const params = paramsOf(rules, conflict);
    return { code, params, fault: faultOf(code, conflict.wanted.place ?? {}, params) };
  });
  const { code, params } = said[0]!;
  return new Refusal(
    code === 'NOT_IN_PARTS' ? 422 : 409,
    code,
    params,
    said.map(({ fault }) => fault),
  );
}

function paramsOf({ attributes, uses }: ClaimRules, { wanted, ...first }: Conflict & { wanted: NewClaim }): Params {
  const attribute = attributes.get(wanted.attribute)!;
  const use = uses.get(first.use ?? '');
  const serials = wanted.serials ? ` ${wanted.serials}` : '';
  const known = first.holder !== null;
  const since = first.number !== null;
  return {
    attributeZh: attribute.zh,
    attributeEn: attribute.en,
    subject: `${wanted.subject.replace(/^[a-z]+:/, '')}${serials}`,
    period: `${wanted.from} – ${wanted.to}`,
    asked: `${wanted.quantity ?? ''} ${wanted.unit ?? ''}`.trim(),
    available: `${trim(first.available ?? '0')} ${first.unit ?? ''}`.trim(),
    firstZh: since
      ? `${known ? `${first.holder}` : '其他单位'}于 ${first.madeOn} 用于${use?.zh ?? first.use}（登记号 ${first.number}${known ? `，${first.document}` : ''}）`
      : '',
    firstEn: since
      ? `${known ? first.holder : 'another organisation'} on ${first.madeOn} for ${use?.en ?? first.use} (entry ${first.number}${known ? `, ${first.document}` : ''})`
      : '',
    number: first.number ?? '',
  };
}

const trim = (decimal: string): string => (decimal.includes('.') ? decimal.replace(/\.?0+$/, '') : decimal);
