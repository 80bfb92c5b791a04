/** Rasters come in as a stream; what their header promises is checked before they are kept. */
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Injectable } from '@nestjs/common';
import { type Actor, AuditService, pageOf, refuse as refuseAny, UnitOfWork } from '@qingheng/platform';
import { RasterFile, rasteriseZones, type DrawnZone, type RasterHeader, type Zone } from '@qingheng/raster';
import type { EntityManager } from 'typeorm';
import { RasterCopies } from './raster-copies';
import type { DrawnZonesDto, RasterUploadQuery } from './raster.dto';
import { refuseRaster as refuse } from './raster.messages';

/** A float raster of the whole region at 10 m has some 50 GB; at 30 m 6. */
const MOST_BYTES = 16 * 1024 ** 3;

export interface RasterRow {
  id: string;
  name: string;
  kind: 'factor' | 'zones' | 'classes';
  unit: string | null;
  sha256: string;
  bytes: string;
  header: object;
  zones: Zone[] | null;
  createdBy: { id: string; name: string };
  createdAt: string;
}

const COLUMNS = `id, name, kind, unit, sha256, bytes::text, header, zones, created_by AS "createdBy",
  to_json(created_at)#>>'{}' AS "createdAt"`;

const view = ({ header, ...row }: RasterRow) => ({ ...row, ...header });

@Injectable()
export class RasterService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly copies: RasterCopies,
    private readonly audit: AuditService,
  ) {}

  async upload(actor: Actor, { name, kind, unit }: RasterUploadQuery, content: Readable) {
    const draft = await this.copies.draft();
    try {
      let bytes = 0;
      const measured = new Transform({
        transform(chunk: Buffer, _, next) {
          bytes += chunk.length;
          if (bytes > MOST_BYTES) return next(refuseAny('PAYLOAD_TOO_LARGE'));
          return next(null, chunk);
        },
      });
      await pipeline(content, measured, createWriteStream(draft, { mode: 0o600 }));
      return await this.keep(actor, draft, { name, kind, unit: unit ?? null, bytes });
    } finally {
      await rm(draft, { force: true });
    }
  }

  /** Polygons laid on the grid of a raster. */
  async draw(actor: Actor, { name, like, zones }: DrawnZonesDto) {
    const base = await this.work.run(actor, (manager) => rasterOf(manager, like));
    const { drawn, list } = readZones(zones);
    const file = RasterFile.open(await this.copies.of(base.sha256), base.name);
    file.close();
    const draft = await this.copies.draft();
    try {
      rasteriseZones(draft, file.header.grid, drawn);
      return await this.keep(actor, draft, { name, kind: 'zones', unit: null, bytes: 0, zones: list });
    } finally {
      await rm(draft, { force: true });
    }
  }

  one(actor: Actor, id: string) {
    return this.work.run(actor, async (manager) => view(await rasterOf(manager, id)));
  }

  list(actor: Actor, { after, limit }: { after?: string; limit: number }) {
    return this.work.run(actor, async (manager) => {
      const rows: RasterRow[] = await manager.query(
        `SELECT ${COLUMNS} FROM eco_raster WHERE ($1::uuid IS NULL OR id < $1) ORDER BY id DESC LIMIT $2`,
        [after ?? null, limit + 1],
      );
      const page = pageOf(rows, limit, ({ id }) => [id]);
      return { ...page, items: page.items.map(view) };
    });
  }

  private async keep(
    actor: Actor,
    path: string,
    { name, kind, unit, bytes, zones }: Pick<RasterRow, 'name' | 'kind' | 'unit'> & { bytes: number; zones?: Zone[] },
  ) {
    const file = RasterFile.open(path, name);
    file.close();
    const header = headerView(file.header);
    if (kind !== 'factor' && header.cellType.startsWith('f')) throw refuse('RASTER_NOT_WHOLE', { name });
    const sha256 = await this.copies.put(path);
    return this.work.run(actor, async (manager) => {
      const [{ id }] = await manager.query(
        `INSERT INTO eco_raster (organisation_id, name, kind, unit, sha256, bytes, header, zones, created_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) RETURNING id`,
        [
          ...[actor.organisationId, name.trim(), kind, unit, sha256, bytes, JSON.stringify(header)],
          ...[zones ? JSON.stringify(zones) : null, JSON.stringify({ id: actor.userId, name: actor.name })],
        ],
      );
      await this.audit.record(manager, {
        actor,
        action: 'raster.uploaded',
        subject: { type: 'raster', id },
        details: { name, kind, sha256, width: header.width, height: header.height },
      });
      return view(await rasterOf(manager, id));
    });
  }
}

export async function rasterOf(manager: EntityManager, id: string): Promise<RasterRow> {
  const [row] = await manager.query(`SELECT ${COLUMNS} FROM eco_raster WHERE id = $1`, [id]);
  if (!row) throw refuseAny('NOT_FOUND');
  return row;
}

function headerView({ grid, type, nodata }: RasterHeader) {
  const { width, height, x, y, dx, dy, crs } = grid;
  return {
    ...{ width, height, cellType: type, nodata: String(nodata), crs: crs.name },
    bounds: [x, y - height * dy, x + width * dx, y].map(String),
    cell: [dx, dy].map(String),
  };
}

interface Feature {
  properties?: { code?: unknown; name?: unknown; parent?: unknown } | null;
  geometry?: { type?: unknown; coordinates?: unknown } | null;
}

/** A feature without geometry is a region that others are part of. */
function readZones({ features }: { features?: unknown }): { drawn: DrawnZone[]; list: Zone[] } {
  if (!Array.isArray(features) || !features.length) throw refuse('NOT_POLYGONS');
  const drawn: DrawnZone[] = [];
  const list: Zone[] = [];
  for (const { properties, geometry } of features as Feature[]) {
    const code = Number(properties?.code);
    const parent = properties?.parent;
    if (!Number.isInteger(code) || code < 1 || code > 10_000_000) throw refuse('NOT_POLYGONS');
    list.push({
      code,
      ...(typeof properties?.name === 'string' && { name: properties.name.slice(0, 100) }),
      ...(parent !== undefined && parent !== null && { parent: Number(parent) }),
    });
    if (!geometry) continue;
    const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
    if (!['Polygon', 'MultiPolygon'].includes(String(geometry.type)) || !isNested(polygons))
      throw refuse('NOT_POLYGONS');
    drawn.push({ code, rings: (polygons as DrawnZone['rings'][]).flat() });
  }
  return { drawn, list };
}

const isNested = (value: unknown): boolean =>
  Array.isArray(value) &&
  value.every(
    (rings) =>
      Array.isArray(rings) &&
      rings.every(
        (ring) =>
          Array.isArray(ring) &&
          ring.length >= 3 &&
          ring.every((point) => Array.isArray(point) && point.length >= 2 && point.every(Number.isFinite)),
      ),
  );
