/** What of the methods can be computed cell by cell, and from which factors: what a form for a run has to ask for. */
import { MethodsService } from '@qingheng/pipeline';
import { type CellFormula, cellFormula, type ComputedColumn, type Sheet, SheetFaults } from '@qingheng/sheet';
import type { EntityManager } from 'typeorm';
import type { RasterColumnDto } from './raster.dto';

const DOMAIN = 'gep/';

export async function rasterColumns(manager: EntityManager, methods: MethodsService): Promise<RasterColumnDto[]> {
  const all = await methods.list(manager);
  const ids = [...new Set(all.map(({ id }) => id))].filter((id) => id.startsWith(DOMAIN));
  const columns: RasterColumnDto[] = [];
  for (const id of ids) columns.push(...columnsOf(await methods.of(manager, id)));
  return columns;
}

function columnsOf(sheet: Sheet): RasterColumnDto[] {
  return sheet.tables.flatMap((table) =>
    table.columns.flatMap((column) => {
      if (column.kind !== 'computed' || column.type !== 'number') return [];
      const formula = formulaOf(sheet, table.name, column);
      // Without a single factor there is nothing to lay over one another.
      if (!formula?.inputs.length || formula.inputs.some(({ unit }) => unit.includes('['))) return [];
      return [
        {
          ...{ method: sheet.id, version: sheet.version, methodTitle: sheet.title, table: table.name },
          ...{ column: column.name, title: column.title, unit: formula.unit },
          inputs: formula.inputs.map(({ name, title, help, type, unit, min, above, max, below }) => ({
            ...{ name, title, help: help ?? null, classes: type === 'text', unit },
            ...{ min: min ?? above ?? null, max: max ?? below ?? null },
          })),
        },
      ];
    }),
  );
}

function formulaOf(sheet: Sheet, table: string, { name }: ComputedColumn): CellFormula | undefined {
  try {
    return cellFormula(sheet, table, name);
  } catch (error) {
    if (error instanceof SheetFaults) return undefined; // it reads other rows, or is rounded row by row
    throw error;
  }
}
