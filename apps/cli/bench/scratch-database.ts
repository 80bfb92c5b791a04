/** A database of its own for a bench: the whole schema, on the server of DATABASE_URL, gone afterwards. */
import { randomBytes } from 'node:crypto';
import { makeDataSource, migrate } from '@qingheng/platform';
import type { DataSource } from 'typeorm';
import { migrations } from '../../api/schema';
import { Usage } from '../command';

export interface ScratchDatabase {
  /** As the owner, past row-level security. */
  owner: DataSource;
  /** As the service connects. */
  application: DataSource;
  ownerUrl: string;
}

export async function withScratchDatabase<T>(work: (database: ScratchDatabase) => Promise<T>): Promise<T> {
  const { DATABASE_URL: app, OWNER_DATABASE_URL: owner = app } = process.env;
  if (!app || !owner) throw new Usage('DATABASE_URL is not set');
  const server = await makeDataSource(owner, { pool: 1 }).initialize();
  const name = `qh_bench_${randomBytes(4).toString('hex')}`;
  await server.query(`CREATE DATABASE ${name}`);
  const at = (url: string): string => Object.assign(new URL(url), { pathname: `/${name}` }).href;
  try {
    await migrate({ owner: at(owner), app: at(app) }, migrations);
    const source = await makeDataSource(at(owner)).initialize();
    const application = await makeDataSource(at(app)).initialize();
    try {
      return await work({ owner: source, application, ownerUrl: at(owner) });
    } finally {
      await source.destroy();
      await application.destroy();
    }
  } finally {
    await server.query(`DROP DATABASE ${name} WITH (FORCE)`);
    await server.destroy();
  }
}
