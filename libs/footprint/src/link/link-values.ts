/**
 * Where an inventory line takes somebody else's footprint: `label:<number>` a published one, pinned by its hash;
 * `pact:<id>` one received from a partner, which never changes; `supplier:<id>` the version of a live link that the taker
 * accepted. What stands there when the run begins is kept with the run; nothing changes behind it.
 */
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { ProductFootprint } from '@qingheng/pact';
import { type Followed, type NamedValue, type ValueSource, ValueSources } from '@qingheng/pipeline';
import type { Refusal } from '@qingheng/platform';
import { Rational } from '@qingheng/sheet';
import { type EntityManager, In } from 'typeorm';
import { claimOf } from '../claim/claim';
import { chinaDay } from '../label/china-day';
import { Label } from '../label/label.entity';
import { circleOf, circleText, type Link, LINK } from './link';
import { refuse } from './link.messages';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** PACT units as they are written here. */
const UNITS: Record<string, string> = {
  liter: 'L',
  kilogram: 'kg',
  'cubic meter': 'm3',
  'kilowatt hour': 'kWh',
  megajoule: 'MJ',
  'ton kilometer': 'tkm',
  'square meter': 'm2',
  piece: '件',
  hour: 'h',
};

@Injectable()
export class LinkValues implements OnModuleInit {
  constructor(private readonly sources: ValueSources) {}

  onModuleInit(): void {
    this.sources.register('label', { resolve: labelValue });
    this.sources.register('pact', { resolve: receivedValue });
    this.sources.register('supplier', { resolve: linkValue, following: linksOf });
  }
}

type Found = NamedValue | Refusal;

const labelValue: ValueSource['resolve'] = async (manager, number): Promise<Found> => {
  const label = await manager.findOneBy(Label, { number });
  if (!label || label.withdrawnAt || chinaDay(new Date()) > label.expiresOn)
    return refuse('LABEL_NOT_TAKEN', { number });
  return ofLabel(label, `label:${number}`);
};

function ofLabel({ content, number }: Label, id: string): NamedValue {
  return {
    id,
    version: 1,
    value: content.value,
    unit: content.unit,
    nameZh: `${content.organisation} ${content.productName}`,
    nameEn: `${content.organisation} ${content.productName}`,
    source: `${number}, ${content.method}@${content.methodVersion}, ${content.resultHash}`,
    confidence: 'secondary',
  };
}

const receivedValue: ValueSource['resolve'] = async (manager, id, { organisationId, periodStart }): Promise<Found> => {
  const unusable = (zh: string, en: string): Refusal => refuse('RECEIVED_NOT_USABLE', { id, reason: `${zh} · ${en}` });
  const [row] = UUID.test(id)
    ? await manager.query(
        `SELECT m.body, m.sha256, m.status, m.errors, r.name FROM pact_received m JOIN pact_partner r ON r.id = m.partner_id
         WHERE m.id = $1 AND m.organisation_id = $2`,
        [id, organisationId],
      )
    : [];
  if (!row) return unusable('没有这一份', 'there is none');
  if (row.status === 'Deprecated') return unusable('对方已停用', 'its owner deprecated it');
  if (row.errors > 0) return unusable(`检查发现 ${row.errors} 处错误`, `the linter found ${row.errors} errors`);
  const { pcf, ...footprint } = row.body as ProductFootprint;
  const until = footprint.validityPeriodEnd;
  if (until !== undefined && Date.parse(until) <= Date.parse(`${periodStart}T00:00:00+08:00`))
    return unusable(`有效期至 ${until}`, `it was valid until ${until}`);
  const unit = UNITS[pcf.declaredUnitOfMeasurement];
  if (!unit) return unusable(`单位 ${pcf.declaredUnitOfMeasurement}`, `its unit is ${pcf.declaredUnitOfMeasurement}`);
  const value = Rational.parse(pcf.pcfExcludingBiogenicUptake).div(Rational.parse(pcf.declaredUnitAmount));
  return {
    id: `pact:${id}`,
    version: 1,
    value: value.toDecimalString(),
    unit: `kg CO2e/${unit}`,
    nameZh: `${footprint.companyName} ${footprint.productNameCompany}`,
    nameEn: `${footprint.companyName} ${footprint.productNameCompany}`,
    source: `PACT ${footprint.id} (${row.name}), sha256 ${row.sha256}`,
    confidence: 'secondary',
  };
};

const linkValue: ValueSource['resolve'] = async (manager, id, { organisationId }): Promise<Found> => {
  const [link]: Link[] = UUID.test(id)
    ? await manager.query(`SELECT ${LINK} FROM supplier_link WHERE id = $1 AND organisation_id = $2`, [
        id,
        organisationId,
      ])
    : [];
  if (!link || link.state !== 'consented') return refuse('LINK_NOT_OPEN', { id });
  const circle = await circleOf(manager, link);
  if (circle.length) {
    if (link.roundId === null) return refuse('LINK_CIRCLE', { circle: circleText(circle) });
    return ofRound(manager, link);
  }
  return ofAccepted(manager, link);
};

async function ofAccepted(manager: EntityManager, link: Link): Promise<Found> {
  const number = link.labelNumber ?? '';
  const label = await manager.findOneBy(Label, { number });
  if (!label || label.withdrawnAt || chinaDay(new Date()) > label.expiresOn)
    return refuse('LABEL_NOT_TAKEN', { number: number || link.product });
  return ofLabel(label, `supplier:${link.id}`);
}

/**
 * Live links whose accepted version came from one of these runs. A taker whose run is older than that version has another source
 * and does not follow it; joint runs of a circle stand for themselves.
 */
async function linksOf(manager: EntityManager, runIds: string[]): Promise<Followed[]> {
  const rows: { id: string; number: string }[] = await manager.query(
    `SELECT k.id, k.label_number AS number FROM supplier_link k JOIN label l ON l.number = k.label_number
     WHERE k.state = 'consented' AND k.round_id IS NULL AND l.run_id = ANY($1) ORDER BY k.id`,
    [runIds],
  );
  const labels = await manager.findBy(Label, { number: In([...new Set(rows.map(({ number }) => number))]) });
  const byNumber = new Map(labels.map((label) => [label.number, label]));
  return rows.map(({ id, number }) => {
    const label = byNumber.get(number)!;
    const taken = ofLabel(label, `supplier:${id}`);
    const valueOf: Followed['valueOf'] = (result) => {
      const { value, unit } = claimOf(result, label.content.product);
      return { value, unit };
    };
    return { id: taken.id, source: taken.source, runId: label.runId, valueOf };
  });
}

async function ofRound(manager: EntityManager, link: Link): Promise<NamedValue> {
  const [{ sha256 }] = await manager.query('SELECT round_sha256 AS sha256 FROM supplier_link WHERE id = $1', [link.id]);
  return {
    id: `supplier:${link.id}`,
    version: 1,
    value: link.roundValue!,
    unit: link.roundUnit!,
    nameZh: `${link.supplierName} ${link.product}（联合核算）`,
    nameEn: `${link.supplierName} ${link.product} (joint run)`,
    source: `joint run ${link.roundId}, sha256 ${sha256}`,
    confidence: 'secondary',
  };
}
