/** Products behind assets: units are issued and traded on what is published, to its holder, up to its quantity. */
import { Injectable } from '@nestjs/common';
import { type AssetRow, type Backing, Backings, type BackingView, fromMinor } from '@qingheng/ledger';
import { faultOf } from '@qingheng/platform';
import type { EntityManager } from 'typeorm';
import { refuseAsset as refuse } from './product-asset.messages';

/** The name that config/registry/assets.yaml calls it by. */
const CATALOGUE = 'catalogue';

interface Behind {
  code: string;
  name: string;
  organisation: string;
  status: string;
  quantity: string;
  unit: string;
  share: string;
  most: string;
}

@Injectable()
export class ProductBacking implements Backing {
  constructor(backings: Backings) {
    backings.register(CATALOGUE, this);
  }

  async bind(manager: EntityManager, asset: string, { id, share }: { id: string; share: string }): Promise<void> {
    const [product]: Pick<Behind, 'code' | 'name' | 'status'>[] = await manager.query(
      'SELECT code, name, status FROM ecoproduct_product WHERE id = $1 FOR SHARE',
      [id],
    );
    if (!product)
      throw refuse('ASSET_PRODUCT_UNKNOWN', { id }, [faultOf('ASSET_PRODUCT_UNKNOWN', { column: 'product' }, { id })]);
    requirePublished(product);
    const made = await manager.query(
      'INSERT INTO ecoproduct_asset (asset, product_id, share) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING RETURNING asset',
      [asset, id, share],
    );
    if (made.length) return;
    const there: { asset: string; code: string; same: boolean }[] = await manager.query(
      `SELECT a.asset, p.code, a.asset = $1 AND a.product_id = $2 AND a.share = $3 AS same
       FROM ecoproduct_asset a JOIN ecoproduct_product p ON p.id = a.product_id WHERE a.asset = $1 OR a.product_id = $2`,
      [asset, id, share],
    );
    if (there.some(({ same }) => same)) return;
    const other = there.map((row) => `${row.asset} – ${row.code}`).join(', ');
    throw refuse('ASSET_PRODUCT_TAKEN', { product: product.code, asset, other });
  }

  async require(manager: EntityManager, asset: string): Promise<void> {
    requirePublished(await behind(manager, asset, 0, 'shared'));
  }

  async requireUnits(
    manager: EntityManager,
    { code: asset, scale }: AssetRow,
    { holder, units, issued }: { holder: string; units: bigint; issued(): Promise<bigint> },
  ): Promise<void> {
    const product = await behind(manager, asset, scale, 'alone');
    requirePublished(product);
    if (product.organisation !== holder) throw refuse('ASSET_PRODUCT_HOLDER', { asset, product: product.code });
    const before = await issued();
    if (before + units <= BigInt(product.most)) return;
    const { code, quantity, unit, share, most } = product;
    const shown = { issued: fromMinor(before, scale), asked: fromMinor(units, scale), most: fromMinor(most, scale) };
    const params = { product: code, quantity, unit, share, ...shown };
    throw refuse('ASSET_PRODUCT_OVER', params, [faultOf('ASSET_PRODUCT_OVER', { column: 'amount' }, params)]);
  }

  async views(manager: EntityManager, assets: string[]): Promise<Map<string, BackingView>> {
    const rows: (BackingView & { asset: string })[] = await manager.query(
      `SELECT x.asset, b.product_id AS id, b.code, b.name, b.status = 'published' AS stands,
         EXISTS (SELECT FROM ecoproduct_product p WHERE p.id = b.product_id) AS open
       FROM unnest($1::text[]) AS x(asset), LATERAL ecoproduct_behind(x.asset) b`,
      [[...new Set(assets)]],
    );
    return new Map(rows.map(({ asset, ...view }) => [asset, view]));
  }
}

async function behind(
  manager: EntityManager,
  asset: string,
  scale: number,
  locking: 'shared' | 'alone',
): Promise<Behind> {
  const [row] = await manager.query(
    `SELECT code, name, organisation_id AS organisation, status, trim_scale(quantity)::text AS quantity, unit,
       trim_scale(share)::text AS share, div(quantity * 10::numeric ^ $2, share)::text AS most
     FROM ecoproduct_behind($1, $3)`,
    [asset, scale, locking],
  );
  if (!row) throw refuse('ASSET_PRODUCT_NONE', { asset });
  return row;
}

function requirePublished({ code, name, status }: Pick<Behind, 'code' | 'name' | 'status'>): void {
  if (status !== 'published') throw refuse('ASSET_PRODUCT_STATE', { product: code, name, status });
}
