/** Reference data on a real Postgres, from a copy of config/ that is edited as a release would edit it. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { DataSource } from 'typeorm';
import { withDatabase } from '../../../../tests/support/database';
import { Refusal } from '../errors';
import { loadReference } from './load-reference';
import { ReferenceFaults } from './reference-data';
import { FactorLibrary1700000000510 } from './factor-library.migration';
import { Reference1700000000500 } from './reference.migration';
import { ReferenceController } from './reference.controller';
import { FactorQuery } from './reference.dto';
import { ReferenceService } from './reference.service';

const config = resolve(__dirname, '../../../../config');
const database = withDatabase([Reference1700000000500, FactorLibrary1700000000510]);

describe('reference data in the database', () => {
  let db: DataSource;
  let folder: string;

  beforeAll(async () => {
    db = database.source;
    folder = mkdtempSync(join(tmpdir(), 'reference-'));
    for (const part of ['factors', 'gwp', 'regions'])
      cpSync(join(config, part), join(folder, part), { recursive: true });
  });

  afterAll(async () => {
    if (folder) rmSync(folder, { recursive: true, force: true });
  });

  const edit = (path: string, change: (text: string) => string) =>
    writeFileSync(join(folder, path), change(readFileSync(join(folder, path), 'utf8')));
  const versions = (id: string) =>
    db.query(
      'SELECT version, value::text, withdrawn_at IS NOT NULL AS gone FROM factor WHERE id = $1 ORDER BY version',
      [id],
    );
  const current = async (view: string) => (await db.query(`SELECT count(*)::int AS n FROM ${view}`))[0].n;

  it('loads everything once, from several processes at a time', async () => {
    const results = await Promise.all([1, 2, 3].map(() => loadReference(db, folder)));
    expect(results.filter(({ changed }) => changed)).toEqual([
      {
        changed: true,
        factors: { added: 507, withdrawn: 0 },
        gwpValues: { added: 42, withdrawn: 0 },
        regions: { added: 168, withdrawn: 0 },
      },
    ]);
    expect(await current('factor_current')).toBe(507);
  });

  it('keeps the digits of the source', async () => {
    expect(await versions('gwp100-ar6-ch4-nonfossil')).toEqual([{ version: 1, value: '27.0', gone: false }]);
    expect(await versions('grid-old-0-5810')).toEqual([{ version: 1, value: '0.5810', gone: false }]);
  });

  it('takes in nothing of a config/ with a fault', async () => {
    const before = readFileSync(join(folder, 'factors/transport.csv'), 'utf8');
    edit('factors/aluminium.csv', (text) => text.replace(',1.4708,', ',1.4709,'));
    edit('factors/transport.csv', (text) => text.replace(',0.0978,', ',much,'));
    await expect(loadReference(db, folder)).rejects.toThrow(ReferenceFaults);
    expect(await versions('al-ef-anode-mee')).toEqual([{ version: 1, value: '1.4708', gone: false }]);
    writeFileSync(join(folder, 'factors/transport.csv'), before);
  });

  it('gives a changed row a new version and leaves the others alone', async () => {
    const runner = db.createQueryRunner();
    const loaded = await loadReference(runner, folder);
    await runner.release();
    expect(loaded).toMatchObject({ factors: { added: 1, withdrawn: 0 }, regions: { added: 0, withdrawn: 0 } });
    expect(await versions('al-ef-anode-mee')).toEqual([
      { version: 1, value: '1.4708', gone: false },
      { version: 2, value: '1.4709', gone: false },
    ]);
    expect(await current('factor_current')).toBe(507);
  });

  it('marks what vanishes, and an older version does not come back in its place', async () => {
    let line = '';
    edit('factors/aluminium.csv', (text) =>
      text.replace(/^al-ef-anode-mee,.*\n/m, (found) => {
        line = found;
        return '';
      }),
    );
    expect((await loadReference(db, folder)).factors).toEqual({ added: 0, withdrawn: 1 });
    expect(await db.query(`SELECT FROM factor_current WHERE id = 'al-ef-anode-mee'`)).toEqual([]);
    edit('factors/aluminium.csv', (text) => text + line);
    expect((await loadReference(db, folder)).factors).toEqual({ added: 1, withdrawn: 0 });
    expect(await versions('al-ef-anode-mee')).toEqual([
      { version: 1, value: '1.4708', gone: false },
      { version: 2, value: '1.4709', gone: true },
      { version: 3, value: '1.4709', gone: false },
    ]);
  });

  it('moving a row to another file changes nothing', async () => {
    let line = '';
    edit('factors/transport.csv', (text) =>
      text.replace(/^tr-rail-electric,.*\n/m, (found) => {
        line = found;
        return '';
      }),
    );
    edit('factors/energy-supply.csv', (text) => text + line);
    expect(await loadReference(db, folder)).toMatchObject({ changed: true, factors: { added: 0, withdrawn: 0 } });
    expect((await loadReference(db, folder)).changed).toBe(false);
  });

  it('leaves alone what people published over a row, until the row itself changes', async () => {
    const id = 'tr-rail-electric';
    await db.query(
      `INSERT INTO factor (id, version, category, name_zh, name_en, value, unit, source_title, confidence, checksum, origin,
         proposal_id)
       SELECT id, 2, category, name_zh, name_en, 0.5, unit, '公告', 'official', repeat('0', 64), 'library', uuidv7()
       FROM factor WHERE id = $1`,
      [id],
    );
    edit('factors/fuels.csv', (text) => `${text}\n`); // another file changes: all are loaded again
    expect((await loadReference(db, folder)).factors).toEqual({ added: 0, withdrawn: 0 });
    expect(await versions(id)).toMatchObject([{ version: 1 }, { version: 2, value: '0.5', gone: false }]);
    edit('factors/energy-supply.csv', (text) => text.replace(/^(tr-rail-electric,.*?,.*?,.*?,)[^,]*/m, '$10.0999'));
    expect((await loadReference(db, folder)).factors).toEqual({ added: 1, withdrawn: 0 });
    expect((await versions(id)).at(-1)).toMatchObject({ version: 3, value: '0.0999' });
  });

  it('lets nobody change a row, and the application write nothing', async () => {
    await expect(db.query(`UPDATE factor SET value = 1`)).rejects.toThrow('never changed');
    await expect(db.query(`DELETE FROM region`)).rejects.toThrow('never changed');
    await db.transaction(async (manager) => {
      await manager.query('SET LOCAL ROLE qh_app');
      expect(await manager.query(`SELECT count(*)::int AS n FROM factor_current`)).toEqual([{ n: 507 }]);
      await expect(manager.query(`INSERT INTO reference_file VALUES ('x', 'y')`)).rejects.toThrow('permission denied');
    });
  });

  describe('asked for a factor', () => {
    const service = new ReferenceService();
    const ask = (id: string, asOf: string, region?: string) => service.factor(db.manager, id, { asOf, region });
    const refused = async (id: string, asOf: string, region?: string) => {
      const error = await ask(id, asOf, region).catch((e: unknown) => e);
      expect(error).toBeInstanceOf(Refusal);
      return [(error as Refusal).code, (error as Refusal).params];
    };

    it('gives value, unit, source and confidence', async () => {
      expect(await ask('grid-prov-inner-mongolia-2023', '2023-12-31', '150581')).toMatchObject({
        version: 1,
        value: '0.6479',
        unit: 'kg CO2/kWh',
        source: expect.stringContaining('2023年电力二氧化碳排放因子'),
        confidence: 'official',
      });
      expect(await ask('ndrc-diesel-ncv', '2030-01-01', '150581')).toMatchObject({ confidence: 'secondary' });
    });

    it('refuses the unknown, the outdated, the far away and the vague', async () => {
      expect(await refused(`x' OR '1'='1`, '2023-01-01')).toEqual(['UNKNOWN_FACTOR', { id: `x' OR '1'='1` }]);
      expect(await refused('grid-prov-inner-mongolia-2023', '2024-01-01')).toEqual([
        'FACTOR_OUT_OF_DATE',
        { id: 'grid-prov-inner-mongolia-2023', asOf: '2024-01-01', from: '2023-01-01', to: '2023-12-31' },
      ]);
      expect((await refused('grid-prov-beijing-2023', '2023-06-30', '150581'))[0]).toBe('FACTOR_OTHER_REGION');
      expect((await refused('al-alumina-use', '2023-06-30'))[0]).toBe('FACTOR_IS_A_RANGE');
    });
  });

  describe('searched', () => {
    const work = { run: (_actor: unknown, task: (manager: unknown) => unknown) => task(db.manager) };
    const controller = () => new ReferenceController(work as never);
    const find = async (query: Partial<FactorQuery>) =>
      (await controller().factors({} as never, Object.assign(new FactorQuery(), { limit: 200 }, query))).items.map(
        ({ id }) => id,
      );

    it('page by page, each factor once', async () => {
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const query = Object.assign(new FactorQuery(), { limit: 100, cursor });
        const page = await controller().factors({} as never, query);
        seen.push(...page.items.map(({ id }) => id));
        cursor = page.nextCursor;
      } while (cursor);
      expect(seen).toHaveLength(507);
      expect(seen).toEqual([...new Set(seen)].sort());
    });

    it('by name in both languages, with no wildcards smuggled in', async () => {
      expect(await find({ q: '内蒙古电力' })).toHaveLength(3);
      expect(await find({ q: 'inner mongolia PROVINCIAL' })).toHaveLength(3);
      expect(await find({ q: '%' })).toEqual([]);
      expect(await find({ q: '内_古' })).toEqual([]);
      expect(await find({ q: '\\' })).toEqual([]);
      expect(await find({ q: `'; DROP TABLE factor --` })).toEqual([]);
    });

    it('by pinyin, whole and initials, mixed with words, the nearest first', async () => {
      expect(await find({ q: 'neimenggudianli' })).toHaveLength(3);
      expect(await find({ q: 'NMGDL' })).toEqual(await find({ q: '内蒙古电力' }));
      expect(await find({ q: 'shanyang changdao' })).toContain('ent-goat-2006');
      expect(await find({ q: '山羊 ipcc' })).toContain('ent-goat-2006');
      expect((await find({ q: 'ent-goat-2006' }))[0]).toBe('ent-goat-2006');
      expect(await find({ q: '山羊 电力' })).toEqual([]);
      expect((await find({ gas: 'CH4', q: '山羊' })).length).toBeGreaterThan(0);
    });

    it('in all versions', async () => {
      const { items } = await controller().factor({} as never, 'al-ef-anode-mee');
      expect(items.map(({ version, value }) => [version, value])).toEqual([
        [3, '1.4709'],
        [2, '1.4709'],
        [1, '1.4708'],
      ]);
      expect(items[0]).toMatchObject({ withdrawnAt: null, origin: 'config', bySet: [] });
      await expect(controller().factor({} as never, 'none')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    });

    it('by category, region and year', async () => {
      expect(await find({ category: 'electricity-footprint', year: '2024' })).toHaveLength(11);
      expect(await find({ region: '150581', year: '2023', category: 'electricity-co2' })).toEqual([
        'grid-prov-inner-mongolia-2023',
      ]);
      expect(await find({ region: 'CN', category: 'electricity-co2', year: '2023' })).toHaveLength(3);
    });

    it('sets of global warming potentials and regions', async () => {
      const { items } = await controller().gwpSets({} as never);
      expect(items.map(({ id, values }) => [id, values.length])).toEqual([
        ['AR4', 10],
        ['AR5', 11],
        ['AR6', 12],
        ['SAR', 9],
      ]);
      expect(items[2]!.values.find(({ gas }) => gas === 'CH4-nonfossil')?.value).toBe('27.0');
      expect((await controller().regions({} as never)).items).toHaveLength(168);
    });
  });
});
