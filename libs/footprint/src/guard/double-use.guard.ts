/** Before a footprint is issued: its certificates are real, its own, of the year and enough; and nothing it uses was used before. */
import { Injectable } from '@nestjs/common';
import { type Claim, ClaimRegister, type NewClaim } from '@qingheng/ledger';
import { type Actor, faultOf, type Refusal, refuse as refuseAny } from '@qingheng/platform';
import { type Fault, Rational, type RunResult, type Sheet } from '@qingheng/sheet';
import type { EntityManager } from 'typeorm';
import { type PowerByCertificate, usesOf } from './uses';

export const FOOTPRINT_USE = 'footprint';

interface Backed {
  /** Whose certificates and land they are. */
  organisationId: string;
  periodStart: string;
  periodEnd: string;
  sheet: Sheet;
  result: RunResult;
}

interface Found {
  place: number;
  kind: string | null;
  vintage: number | null;
  held: string;
}

@Injectable()
export class DoubleUseGuard {
  constructor(private readonly register: ClaimRegister) {}

  /** Claims everything for the label, and what its kind uses, in the transaction that issues it. Throws what `check` answers. */
  async claim(
    manager: EntityManager,
    actor: Actor,
    backed: Backed,
    label: string,
    more: NewClaim[] = [],
  ): Promise<Claim[]> {
    const wanted = await this.wanted(manager, backed, label);
    return this.register.claim(manager, actor, [...wanted, ...more]);
  }

  /** The refusal that issuing would meet now; undefined where nothing is in the way. */
  async check(manager: EntityManager, actor: Actor, backed: Backed): Promise<Refusal | undefined> {
    return this.register.check(manager, actor, await this.wanted(manager, backed, '-'));
  }

  release(manager: EntityManager, actor: Actor, label: string, reason: string): Promise<string[]> {
    return this.register.release(manager, actor, { use: FOOTPRINT_USE, document: label }, reason);
  }

  standing(manager: EntityManager, label: string): Promise<Claim[]> {
    return this.register.standing(manager, { use: FOOTPRINT_USE, document: label });
  }

  private async wanted(manager: EntityManager, backed: Backed, document: string): Promise<NewClaim[]> {
    const during = { from: backed.periodStart, to: backed.periodEnd };
    const uses = usesOf(backed.sheet, backed.result, during);
    const faults = [
      ...uses.unreadable.map((place) => faultOf('CERTIFICATE_EVIDENCE', place)),
      ...(await certificateFaults(manager, backed, uses.power)),
    ];
    if (faults.length) throw refuseAny('INVALID_INPUT', { count: faults.length }, faults);
    const holder = backed.organisationId;
    return [
      ...uses.power.flatMap(({ place, certificates }) =>
        certificates.map(({ code, serials }): NewClaim => {
          const subject = `certificate:${code}`;
          return { attribute: 'green_power', subject, ...during, serials, use: FOOTPRINT_USE, document, holder, place };
        }),
      ),
      ...uses.removals.map((removal) => ({ ...removal, document, holder })),
    ];
  }
}

async function certificateFaults(
  manager: EntityManager,
  { organisationId, periodStart, periodEnd }: Backed,
  power: PowerByCertificate[],
): Promise<Fault[]> {
  const lines = power.flatMap(({ place, certificates }) => certificates.map((one) => ({ ...one, place })));
  if (!lines.length) return [];
  const rows: Found[] = await manager.query(
    `SELECT x.place::int, a.kind, a.vintage, COALESCE((SELECT sum(upper(l.serials * x.range) - lower(l.serials * x.range))
         FROM ledger_lot l JOIN ledger_account c ON c.id = l.account_id
         WHERE l.asset_id = a.id AND l.serials && x.range AND c.organisation_id = $3 AND c.purpose IN ('available', 'retired')), 0)::text AS held
     FROM unnest($1::text[], $2::int8range[]) WITH ORDINALITY AS x(code, range, place) LEFT JOIN ledger_asset a ON a.code = x.code
     ORDER BY x.place`,
    [lines.map(({ code }) => code), lines.map(({ serials }) => rangeOf(serials)), organisationId],
  );
  const [from, to] = [Number(periodStart.slice(0, 4)), Number(periodEnd.slice(0, 4))];
  const faults = lines.flatMap(({ code, serials, count, place }, i) => {
    const { kind, vintage, held } = rows[i]!;
    const named = { certificates: `${code} ${serials}` };
    if (kind !== 'green_certificate') return [faultOf('CERTIFICATE_UNKNOWN', place, named)];
    if (vintage === null || vintage < from || vintage > to)
      return [
        faultOf('CERTIFICATE_YEAR', place, {
          ...named,
          vintage: vintage ?? '-',
          years: from === to ? from : `${from}–${to}`,
        }),
      ];
    return BigInt(held) < count
      ? [faultOf('CERTIFICATE_NOT_HELD', place, { ...named, held, count: String(count) })]
      : [];
  });
  const few = power.flatMap(({ place, mwh, certificates }) => {
    const count = certificates.reduce((sum, one) => sum + one.count, 0n);
    return mwh.cmp(Rational.parse(String(count))) > 0
      ? [faultOf('CERTIFICATE_TOO_FEW', place, { count: String(count), mwh: mwh.toFixed(3) })]
      : [];
  });
  return [...faults, ...few];
}

function rangeOf(serials: string): string {
  const [first, last = first] = serials.split('-');
  return `[${first},${last}]`;
}
