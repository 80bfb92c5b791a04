/**
 * Footprints that a change moves, written as a shadow run writes them, against a bare COPY of the same rows; and solved footprints
 * of linked products, all gases of each, as they are stored first and as they are stored again where they moved.
 */
import { type MovedFigure, writeFigures } from '@qingheng/factor';
import { type SolvedFootprint, writeSolved } from '@qingheng/footprint';
import { CopyIn, systemActor, UnitOfWork } from '@qingheng/platform';
import type { DataSource, EntityManager } from 'typeorm';
import { withScratchDatabase } from './scratch-database';

export interface Writing {
  /** Solved footprints, one row a product. */
  solved: { rows: number; newPerSecond: number; changedPerSecond: number };
  rows: number;
  rowsPerSecond: number;
  bareCopyRowsPerSecond: number;
  ratio: number;
}

const COMPANY = '00000000-0000-4000-8000-00000000000a';
const GASES = 8;
const TITLE = { zh: '每声明单位碳足迹', en: 'Footprint per declared unit' };

/** On a database of its own: with keys, row-level security and constraints, through the role of the application. */
export const writeMoved = (rows: number): Promise<Writing> =>
  withScratchDatabase(async ({ owner, application }) => {
    const work = new UnitOfWork(application);
    const times = { ours: Infinity, bare: Infinity };
    for (let round = 0; round < 2; round++) {
      const shadow = `00000000-0000-4000-8000-00000000000${round}`;
      const run = (task: (manager: EntityManager) => Promise<void>) => timed(() => work.run(systemActor, task));
      times.bare = Math.min(times.bare, await run((manager) => bare(manager, figures(rows))));
      times.ours = Math.min(times.ours, await run((manager) => writeFigures(manager, shadow, figures(rows))));
    }
    const perSecond = (ms: number): number => Math.round((rows / ms) * 1000);
    return {
      solved: await storeSolved(work, owner, rows),
      rows,
      rowsPerSecond: perSecond(times.ours),
      bareCopyRowsPerSecond: perSecond(times.bare),
      ratio: Math.round((times.ours / times.bare) * 100) / 100,
    };
  });

async function storeSolved(work: UnitOfWork, owner: DataSource, rows: number): Promise<Writing['solved']> {
  await owner.query(`INSERT INTO organisation (id, name, kind) VALUES ($1, 'bench', 'enterprise')`, [COMPANY]);
  const perSecond: number[] = [];
  for (const round of [0, 1]) {
    let changed = 0;
    const ms = await timed(() =>
      work.run(systemActor, async (manager) => {
        changed = await writeSolved(manager, COMPANY, solvedFootprints(rows, round));
      }),
    );
    if (changed !== rows) throw new Error(`${changed} of ${rows} solved footprints were stored`);
    perSecond.push(Math.round((rows / ms) * 1000));
  }
  return { rows, newPerSecond: perSecond[0]!, changedPerSecond: perSecond[1]! };
}

function* solvedFootprints(n: number, round: number): Iterable<SolvedFootprint> {
  for (let i = 0; i < n; i++)
    yield {
      ...{ organisationId: COMPANY, product: `p${i}`, unit: 'kg' },
      gases: Object.fromEntries(Array.from({ length: GASES }, (_, g) => [`g${g}`, `${i}.${round}234567${g}`])),
    };
}

async function bare(manager: EntityManager, rows: Iterable<MovedFigure>): Promise<void> {
  await manager.query(`CREATE TEMP TABLE bare_figure (filing_id uuid, organisation_id uuid, place text, title jsonb,
    unit text, from_value numeric, to_value numeric) ON COMMIT DROP`);
  const copy = await CopyIn.into(manager, 'bare_figure');
  for (const row of rows)
    await copy.write([
      ...[row.filingId, row.organisationId, row.place, JSON.stringify(row.title), row.unit, row.from, row.to],
    ]);
  await copy.end();
}

function* figures(n: number): Iterable<MovedFigure> {
  for (let i = 0; i < n; i++)
    yield {
      filingId: `00000000-0000-4000-9000-${String(i).padStart(12, '0')}`,
      organisationId: COMPANY,
      place: `product/p${i}/footprint_per_unit`,
      ...{ title: TITLE, unit: 'kg CO2e/kg', from: `${i}.123456`, to: `${i}.234567` },
    };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}
