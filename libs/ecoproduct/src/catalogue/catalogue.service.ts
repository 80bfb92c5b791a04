/** The catalogue of ecological products: filed by who holds them, published by the trading centre, watched over time. */
import { Injectable } from '@nestjs/common';
import {
  type Actor,
  AuditService,
  faultOf,
  type Page,
  pageOf,
  refuse as refuseAny,
  Role,
  UnitOfWork,
} from '@qingheng/platform';
import type { Row } from '@qingheng/sheet';
import type { EntityManager } from 'typeorm';
import { Services } from '../service/services';
import { AreaReader, type Place } from './area-reader';
import { CatalogueForm, type Known, type NewProduct, rowOf } from './catalogue-form';
import { refuseCatalogue as refuse } from './catalogue.messages';

export const STATUSES = ['draft', 'submitted', 'published', 'suspended', 'retired'] as const;
export type ProductStatus = (typeof STATUSES)[number];

/** Who takes which step: the organisation that holds it, or the trading centre that keeps the catalogue. */
const STEPS: Record<ProductStatus, Partial<Record<ProductStatus, 'holder' | 'centre'>>> = {
  draft: { submitted: 'holder', retired: 'holder' },
  submitted: { published: 'centre', draft: 'centre' },
  published: { suspended: 'centre', retired: 'holder' },
  suspended: { published: 'centre', retired: 'holder' },
  retired: {},
};

export interface ProductView extends NewProduct {
  id: string;
  class: string;
  asset: string | null;
  share: string | null;
  organisation: string | null;
  /** Whether it is the asker's own. */
  own: boolean;
  hectares: string | null;
  status: ProductStatus;
  createdAt: string;
}

export interface ProductDetail extends ProductView {
  shape: { type: 'MultiPolygon'; coordinates: unknown } | null;
  observations: { day: string; value: string; unit: string; source: string }[];
  events: { status: string; reason: string; by: string; at: string }[];
}

export interface ProductFilter {
  text?: string;
  class?: string;
  service?: string;
  region?: string;
  status?: string;
  mark?: string;
  mine?: boolean;
}

const VIEW = `p.id, p.code, p.name, p.service, p.class, p.owner, p.owner_kind AS "ownerKind", p.region, p.parcel,
  trim_scale(p.quantity)::text AS quantity, p.unit, lower(p.period)::text AS "from", (upper(p.period) - 1)::text AS "to", p.mark,
  p.certificate, a.asset, trim_scale(a.share)::text AS share, o.name AS organisation, (p.square_metres / 10000)::numeric(16, 4)::text AS hectares, p.status,
  to_json(p.created_at)#>>'{}' AS "createdAt"`;
const FROM = `FROM ecoproduct_product p LEFT JOIN organisation o ON o.id = p.organisation_id
  LEFT JOIN ecoproduct_asset a ON a.product_id = p.id`;
/** Filters as parameters 1 to 7. */
const WHERE = `WHERE ($1::text IS NULL OR p.code || ' ' || p.name || ' ' || p.owner ILIKE '%' || $1 || '%')
  AND ($2::text IS NULL OR p.class = $2) AND ($3::text IS NULL OR p.service = $3) AND ($4::text IS NULL OR p.region LIKE $4 || '%')
  AND ($5::text IS NULL OR p.status = $5) AND ($6::text IS NULL OR p.mark = $6) AND ($7::uuid IS NULL OR p.organisation_id = $7)`;

@Injectable()
export class CatalogueService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly audit: AuditService,
    private readonly form: CatalogueForm,
    private readonly services: Services,
    private readonly areas: AreaReader,
  ) {}

  create(actor: Actor, { geometry, ...product }: NewProduct & { geometry?: unknown }): Promise<ProductDetail> {
    const drawn = geometry === undefined ? undefined : this.areas.read(geometry);
    return this.work.run(actor, async (manager) => {
      const row = rowOf(product, this.services);
      const known = await this.known(manager, actor);
      const faults = [...(await this.form.cells([row])), ...this.form.check(row, known), ...(drawn?.faults ?? [])];
      if (faults.length) throw refuseAny('INVALID_INPUT', { count: faults.length }, faults);
      const [id] = await this.insert(manager, actor, [product], drawn?.place);
      const detail = await this.detail(manager, actor, id!);
      await this.audit.record(manager, {
        actor,
        action: 'ecoproduct.drafted',
        subject: { type: 'ecoproduct', id },
        details: { code: product.code },
      });
      return detail;
    });
  }

  /** A whole list or none of it. */
  import(actor: Actor, bytes: Buffer): Promise<{ products: number }> {
    return this.work.run(actor, async (manager) => {
      const { products, faults } = await this.form.read(bytes, await this.known(manager, actor));
      if (faults.length) throw refuseAny('INVALID_INPUT', { count: faults.length }, faults.slice(0, 500));
      await this.insert(manager, actor, products);
      await this.audit.record(manager, {
        actor,
        action: 'ecoproducts.imported',
        subject: { type: 'organisation', id: actor.organisationId },
        details: { products: products.length },
      });
      return { products: products.length };
    });
  }

  list(
    actor: Actor,
    filter: ProductFilter,
    { after, limit }: { after?: string; limit: number },
  ): Promise<Page<ProductView>> {
    return this.work.run(seer(actor), async (manager) => {
      const rows: ProductView[] = await manager.query(
        `SELECT ${VIEW}, p.organisation_id = $8 AS own ${FROM} ${WHERE} AND ($9::uuid IS NULL OR p.id < $9) ORDER BY p.id DESC LIMIT $10`,
        [...valuesOf(actor, filter), actor.organisationId || null, after ?? null, limit + 1],
      );
      return pageOf(rows, limit, ({ id }) => [id]);
    });
  }

  /** How many products there are in each region, for the map. */
  map(actor: Actor, filter: ProductFilter): Promise<{ region: string; products: number }[]> {
    return this.work.run(seer(actor), (manager) =>
      manager.query(
        `SELECT p.region, count(*)::int AS products ${FROM} ${WHERE} GROUP BY 1 ORDER BY 1`,
        valuesOf(actor, filter),
      ),
    );
  }

  /** Up to 5,000 rows in the layout of the import. */
  rows(actor: Actor, filter: ProductFilter): Promise<Row[]> {
    return this.work.run(seer(actor), async (manager) => {
      const rows: ProductView[] = await manager.query(
        `SELECT ${VIEW} ${FROM} ${WHERE} ORDER BY p.region, p.code LIMIT 5000`,
        valuesOf(actor, filter),
      );
      return rows.map((row) => rowOf(row, this.services));
    });
  }

  one(actor: Actor, id: string): Promise<ProductDetail> {
    return this.work.run(seer(actor), (manager) => this.detail(manager, actor, id));
  }

  move(actor: Actor, id: string, status: ProductStatus, reason = ''): Promise<ProductDetail> {
    return this.work.run(seer(actor), async (manager) => {
      const [product] = await manager.query(
        'SELECT status, organisation_id AS of FROM ecoproduct_product WHERE id = $1',
        [id],
      );
      if (!product) throw refuseAny('NOT_FOUND');
      const who = STEPS[product.status as ProductStatus][status];
      if (!who) throw refuse('PRODUCT_STATE', { status: product.status, wanted: status });
      const allowed =
        who === 'centre'
          ? actor.roles.includes(Role.Trader)
          : product.of === actor.organisationId && actor.roles.includes(Role.Filer);
      if (!allowed)
        throw refuse('PRODUCT_NOT_YOURS', {
          who: who === 'centre' ? '交易中心 trading centre' : '权利人所在单位 organisation that holds it',
        });
      await manager.query('UPDATE ecoproduct_product SET status = $2 WHERE id = $1', [id, status]);
      await manager.query(
        'INSERT INTO ecoproduct_event (organisation_id, product_id, status, reason, by) VALUES ($1, $2, $3, $4, $5)',
        [...[product.of, id, status, reason.trim()], JSON.stringify({ id: actor.userId, name: actor.name })],
      );
      const detail = await this.detail(manager, actor, id);
      await this.audit.record(manager, {
        actor,
        action: `ecoproduct.${status}`,
        subject: { type: 'ecoproduct', id },
        details: { from: product.status, reason },
      });
      return detail;
    });
  }

  /** A monitoring value is added and never changed: a later one of the same source takes its place in the series. */
  observe(
    actor: Actor,
    id: string,
    { day, value, unit, source }: { day: string; value: string; unit: string; source: string },
  ): Promise<ProductDetail> {
    return this.work.run(actor, async (manager) => {
      const [product] = await manager.query(
        'SELECT id FROM ecoproduct_product WHERE id = $1 AND organisation_id = $2',
        [id, actor.organisationId],
      );
      if (!product) throw refuseAny('NOT_FOUND');
      const [{ later }] = await manager.query(`SELECT $1::date > (now() AT TIME ZONE 'Asia/Shanghai')::date AS later`, [
        day,
      ]);
      if (later) throw refuse('OBSERVED_LATER', {}, [faultOf('OBSERVED_LATER', { column: 'day' })]);
      const [added] = await manager.query(
        `INSERT INTO ecoproduct_observation (organisation_id, product_id, day, value, unit, source, recorded_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING RETURNING id`,
        [
          actor.organisationId,
          id,
          day,
          value,
          unit,
          source.trim(),
          JSON.stringify({ id: actor.userId, name: actor.name }),
        ],
      );
      if (!added) throw refuse('OBSERVED_BEFORE', { day });
      const detail = await this.detail(manager, actor, id);
      await this.audit.record(manager, {
        actor,
        action: 'ecoproduct.observed',
        subject: { type: 'ecoproduct', id },
        details: { day, value, unit, source },
      });
      return detail;
    });
  }

  private async known(manager: EntityManager, actor: Actor): Promise<Known> {
    const regions: { code: string }[] = await manager.query(
      `SELECT code FROM region_current WHERE level IN ('banner', 'league')`,
    );
    const codes: { code: string }[] = await manager.query(
      'SELECT code FROM ecoproduct_product WHERE organisation_id = $1',
      [actor.organisationId],
    );
    const set = (rows: { code: string }[]) => new Set(rows.map(({ code }) => code));
    return { regions: set(regions), codes: set(codes) };
  }

  private async insert(
    manager: EntityManager,
    actor: Actor,
    products: readonly NewProduct[],
    place?: Place,
  ): Promise<string[]> {
    const rows = products.map((product, i) => ({
      ...product,
      n: i,
      class: this.form.serviceOf(product.service).class,
      service: this.form.serviceOf(product.service).code,
    }));
    const [west, south, east, north] = place?.bounds ?? [null, null, null, null];
    const made: { id: string }[] = await manager.query(
      `WITH made AS (
         INSERT INTO ecoproduct_product (organisation_id, code, name, service, class, owner, owner_kind, region, parcel, shape, bounds,
           square_metres, quantity, unit, period, mark, certificate, created_by)
         SELECT $1, code, name, service, class, owner, "ownerKind", region, parcel, $3, box(point($4, $5), point($6, $7)), $8, quantity, unit,
           daterange("from", "to", '[]'), mark, certificate, $9
         FROM jsonb_to_recordset($2::jsonb) AS r(n int, code text, name text, service text, class text, owner text, "ownerKind" text,
           region text, parcel text, quantity numeric, unit text, "from" date, "to" date, mark text, certificate text)
         ORDER BY n RETURNING id, organisation_id, status)
       , noted AS (INSERT INTO ecoproduct_event (organisation_id, product_id, status, by) SELECT organisation_id, id, status, $9 FROM made)
       SELECT id FROM made`,
      [
        actor.organisationId,
        JSON.stringify(rows),
        place ? JSON.stringify(place.shape) : null,
        ...[west, south, east, north],
        place ? place.squareMetres.toFixed(2) : null,
        JSON.stringify({ id: actor.userId, name: actor.name }),
      ],
    );
    return made.map(({ id }) => id);
  }

  private async detail(manager: EntityManager, actor: Actor, id: string): Promise<ProductDetail> {
    const [product] = await manager.query(
      `SELECT ${VIEW}, p.organisation_id = $2 AS own, p.shape ${FROM} WHERE p.id = $1`,
      [id, actor.organisationId || null],
    );
    if (!product) throw refuseAny('NOT_FOUND');
    const observations = await manager.query(
      `SELECT day::text, trim_scale(value)::text AS value, unit, source FROM ecoproduct_observation WHERE product_id = $1
       ORDER BY day, id LIMIT 2000`,
      [id],
    );
    const events = await manager.query(
      `SELECT status, reason, by ->> 'name' AS by, to_json(at)#>>'{}' AS at FROM ecoproduct_event WHERE product_id = $1 ORDER BY id DESC LIMIT 100`,
      [id],
    );
    const shape = product.shape && { type: 'MultiPolygon', coordinates: product.shape };
    return { ...product, shape, observations, events };
  }
}

/** The trading centre keeps the catalogue: it sees what is handed in to it. */
const seer = (actor: Actor): Actor => (actor.roles.includes(Role.Trader) ? { ...actor, scope: 'all' } : actor);
const escaped = (text: string | undefined): string | null =>
  text?.trim().replace(/[\\%_]/g, (sign) => `\\${sign}`) || null;
const valuesOf = (
  actor: Actor,
  { text, class: type, service, region, status, mark, mine }: ProductFilter,
): (string | null)[] => [
  escaped(text),
  ...[type, service, region, status, mark].map((value) => value ?? null),
  mine ? actor.organisationId : null,
];
