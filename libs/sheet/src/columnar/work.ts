/** Works through the plan of a sheet over tables that stand in the database. */
import type { ComputedColumn, Sheet } from '../model';
import { lookupKey } from '../run/keys';
import type { Computed, Prepared } from '../run/prepared';
import { written } from '../run/values';
import { Batches } from './batches';
import type { Database } from './database';
import { loadLookup } from './load-rows';
import { quoteName } from './sql';
import type { Facts, World } from './world';

export const temporary = (name: string): string => quoteName(`_r_${name}`);

export const factsOf = (prepared: Prepared): Facts => ({
  parameter: (name) => prepared.parameters.get(name)?.value,
  lookup: (name) => new Map([...(prepared.lookups.get(name) ?? [])].map(([key, { value }]) => [key, value])),
});

export async function work(
  prepared: Prepared,
  world: World,
  database: Database,
): Promise<Pick<Computed, 'outputs' | 'parametersRead' | 'lookupsRead'>> {
  const { checked } = prepared;
  const { sheet } = checked;
  for (const { name, keys } of sheet.lookups) {
    const relation = temporary(`look_${name}`);
    world.lookups.set(name, await loadLookup(database, keys.length, world.facts.lookup(name), relation));
  }
  const batches = new Batches(checked, world, database, temporary);
  const outputs = new Map<string, string | boolean>();
  await batches.begin();
  for (const step of checked.plan) {
    if ('output' in step) {
      const output = sheet.outputs.find((o) => o.name === step.output)!;
      const value = written(await batches.output(output), output.numberKind, output.decimals);
      outputs.set(output.name, value as string | boolean);
    } else {
      const table = world.table(step.table);
      const column = table.columns.find((c): c is ComputedColumn => c.kind === 'computed' && c.name === step.column)!;
      await batches.column(table, column);
    }
  }
  await batches.flush();
  for (const table of sheet.tables) {
    await batches.ensureGroup(table);
    await batches.checks(table);
  }
  return {
    outputs: Object.fromEntries(sheet.outputs.map(({ name }) => [name, outputs.get(name)!])),
    ...readBy(sheet, batches),
  };
}

function readBy(sheet: Sheet, { reads }: Batches): Pick<Computed, 'parametersRead' | 'lookupsRead'> {
  const lookupsRead = new Map(sheet.lookups.map(({ name }) => [name, new Set<string>()]));
  for (const [name, keys] of reads.lookups) for (const key of keys) lookupsRead.get(name)!.add(lookupKey(key));
  return { parametersRead: reads.parameters, lookupsRead };
}
