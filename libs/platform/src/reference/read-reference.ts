/** Reads config/factors, config/gwp and config/regions: all of it, or every fault in it. Pure but for reading files. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readFactors } from './read-factors';
import { FaultList } from './read-csv';
import { readGwp } from './read-gwp';
import { readRegions } from './read-regions';
import { type ReferenceData, ReferenceFaults, type ReferenceFile } from './reference-data';

const FOLDERS = ['factors', 'gwp', 'regions'] as const;

/** The CSV files in a fixed order. */
export function referenceFiles(configDir: string): ReferenceFile[] {
  return FOLDERS.flatMap((folder) =>
    readdirSync(join(configDir, folder))
      .filter((name) => name.endsWith('.csv'))
      .sort()
      .map((name) => ({ path: `${folder}/${name}`, bytes: readFileSync(join(configDir, folder, name)) })),
  );
}

/** Throws ReferenceFaults with every fault of every file. */
export function readReference(files: readonly ReferenceFile[]): ReferenceData {
  const list = new FaultList();
  const [factorFiles, gwpFiles, regionFiles] = FOLDERS.map((folder) => {
    const found = files.filter(({ path }) => path.startsWith(`${folder}/`));
    // An empty folder is a broken installation: to load it would withdraw everything.
    if (!found.length) list.add(folder, undefined, undefined, ['REFERENCE_NO_FILES']);
    return found;
  }) as [ReferenceFile[], ReferenceFile[], ReferenceFile[]];
  const regions = readRegions(regionFiles, list);
  const factors = readFactors(factorFiles, regions, list);
  const gwpValues = readGwp(gwpFiles, factors, list);
  if (list.faults.length) throw new ReferenceFaults(list.faults);
  return { factors, gwpValues, regions };
}
