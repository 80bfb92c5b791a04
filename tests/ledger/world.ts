/** A small world for ledger specs: organisations, an asset with serials, one without, and accounts of every purpose. */
import { randomUUID } from 'node:crypto';
import { systemActor, type UnitOfWork } from '@qingheng/platform';
import type { DataSource } from 'typeorm';
import type { Plain } from './auditor';

export interface World {
  assets: { credit: number; money: number };
  organisations: string[];
  accounts: Plain[];
  find(purpose: string, asset: number, owner?: string | null): Plain;
}

export async function makeWorld(source: DataSource, work: UnitOfWork, holders = 4): Promise<World> {
  const organisations = Array.from({ length: holders }, () => randomUUID());
  for (const [i, id] of organisations.entries())
    await source.query(`INSERT INTO organisation (id, name, kind) VALUES ($1, $2, 'enterprise')`, [id, `holder ${i}`]);
  return work.run(systemActor, async (manager) => {
    const asset = async (code: string, unit: string, scale: number, serials: boolean): Promise<number> =>
      (
        await manager.query(`SELECT ledger_open_asset($1, 'test', $2, $3, $4, NULL, NULL, NULL, NULL) AS id`, [
          code,
          unit,
          scale,
          serials,
        ])
      )[0].id;
    const assets = { credit: await asset('CREDIT-24', 't CO2e', 0, true), money: await asset('CNY', '元', 2, false) };
    const accounts: Plain[] = [];
    for (const [name, id] of Object.entries(assets)) {
      const open = async (owner: string | null, purpose: string): Promise<void> => {
        const [row] = await manager.query('SELECT ledger_open_account($1, $2, $3, $4) AS id', [owner, id, purpose, '']);
        accounts.push({ id: row.id, asset: id, owner, purpose, serialised: name === 'credit' });
      };
      await open(null, 'issuance');
      await open(null, 'clearing');
      for (const owner of organisations)
        for (const purpose of ['available', 'order_hold', 'retired']) await open(owner, purpose);
    }
    return {
      assets,
      organisations,
      accounts,
      find: (purpose, of, owner = null) =>
        accounts.find((account) => account.purpose === purpose && account.asset === of && account.owner === owner)!,
    };
  });
}
