/**
 * Double sampling of a project's strata: many units with an auxiliary, biomass on few. The method sheet calculates; beside it
 * stands what the same plots would say alone. Nothing is kept: the account is filed on the one path.
 */
import { Injectable } from '@nestjs/common';
import { MethodsService } from '@qingheng/pipeline';
import { type Actor, refuse as refuseAny, UnitOfWork } from '@qingheng/platform';
import { type Row, type RunInput, type RunResult, runSheet, SheetFaults } from '@qingheng/sheet';
import type { EntityManager } from 'typeorm';
import { refuse as refuseImport } from '../import/import.messages';
import { viewOfProject } from '../project/project.record';
import { SinkRules } from '../sink-rules';
import { stockOf } from '../stock/stock.record';
import { estimateOf, type Stratum } from '../uncertainty/sample';
import type { DoubleSampleDto } from './double-sample.dto';
import { readUnits, type Unit } from './read-units';

const METHOD = 'sink/double-sampling';
const CO2 = 44 / 12;

@Injectable()
export class DoubleSampleService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly methods: MethodsService,
    private readonly rules: SinkRules,
  ) {}

  async estimate(
    actor: Actor,
    projectId: string,
    bytes: Buffer,
    { stock, round }: { stock?: string; round?: number },
  ): Promise<DoubleSampleDto> {
    const { sheet, region, strata, measured } = await this.work.run(actor, async (manager) => {
      const project = await viewOfProject(manager, projectId);
      const at = { asOf: project.creditingStart, region: project.region };
      return {
        region: project.region,
        sheet: await this.methods.of(manager, METHOD, at),
        strata: await strataOf(manager, projectId),
        measured: stock ? await this.biomassOf(manager, projectId, stock, round) : new Map<string, string>(),
      };
    });
    const units = (
      await readUnits(
        bytes,
        strata.map(({ code }) => code),
      )
    ).map((unit) => {
      const biomass = unit.biomass ?? measured.get(unit.unit);
      return { ...unit, ...(biomass !== undefined && { biomass }) };
    });
    const input = inputOf(strata, units);
    const result = await calculated(() => runSheet(sheet, input, { region, engine: 'exact' }));
    const known = new Set(units.map(({ unit }) => unit));
    return {
      version: sheet.version,
      ...compared(result, units),
      leftOut: [...measured.keys()].filter((plot) => !known.has(plot)).length,
      input,
    };
  }

  /** Above ground by the stock, and roots by AR-TOOL14 as the methods take them. */
  private async biomassOf(
    manager: EntityManager,
    projectId: string,
    stockId: string,
    round?: number,
  ): Promise<Map<string, string>> {
    const stock = await stockOf(manager, stockId);
    if (stock.projectId !== projectId) throw refuseAny('NOT_FOUND');
    const { a, b } = this.rules.stands.roots;
    const rows: { plot: string; above: number }[] = await manager.query(
      `SELECT plot, (above_mg / 1000000000.0 / area_ha)::float8 AS above FROM sink_stock_plot
       WHERE stock_id = $1 AND round = $2 ORDER BY plot`,
      [stockId, round ?? stock.rounds.at(-1)],
    );
    const roots = (above: number): number => (above > 0 ? Math.exp(a + b * Math.log(above)) : 0);
    return new Map(rows.map(({ plot, above }) => [plot, (above + roots(above)).toFixed(6)]));
  }
}

async function strataOf(manager: EntityManager, project: string): Promise<{ code: string; hectares: string }[]> {
  const rows = await manager.query(
    `SELECT s.code, trim_scale(s.area_ha)::text AS hectares FROM sink_stratum s
     JOIN sink_stratification n ON n.id = s.stratification_id
     WHERE n.project_id = $1 AND n.superseded_at IS NULL ORDER BY s.code`,
    [project],
  );
  if (!rows.length) throw refuseImport('NO_STRATA');
  return rows;
}

const inputOf = (strata: readonly { code: string; hectares: string }[], units: readonly Unit[]): RunInput => ({
  tables: {
    stratum: strata.map(({ code, hectares }) => ({ stratum_id: code, area_ha: hectares })),
    point: units.map(({ unit, stratum, auxiliary }) => ({ point_id: unit, stratum_id: stratum, auxiliary })),
    plot: units.flatMap(({ unit, stratum, auxiliary, biomass }) =>
      biomass === undefined ? [] : [{ plot_id: unit, stratum_id: stratum, auxiliary, biomass }],
    ),
  },
});

async function calculated(work: () => Promise<RunResult>): Promise<RunResult> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof SheetFaults) throw refuseAny('INVALID_INPUT', { count: error.faults.length }, error.faults);
    throw error;
  }
}

/** The sheet's estimate and that of the measured plots alone, by stratum and in all. */
function compared(
  { tables, outputs, parametersUsed }: RunResult,
  units: readonly Unit[],
): Pick<DoubleSampleDto, 'strata' | 'double' | 'single' | 'equivalentPlots'> {
  const value = (name: string): number => Number(parametersUsed.find((one) => one.name === name)!.value);
  const [fraction, confidence] = [value('carbon_fraction'), value('confidence')];
  const plotsOf = (code: string): Stratum['plots'] =>
    new Map(
      units.flatMap(({ unit, stratum, biomass }) =>
        stratum === code && biomass !== undefined ? [[unit, Number(biomass)]] : [],
      ),
    );
  const alone = tables.stratum!.map((row): Stratum => ({
    code: String(row.stratum_id),
    hectares: Number(row.area_ha),
    plots: plotsOf(String(row.stratum_id)),
  }));
  const strata = tables.stratum!.map((row: Row, i) => {
    const number = (column: string): number => Number(row[column]);
    const one = estimateOf([{ ...alone[i]!, hectares: 1 }], confidence);
    return {
      stratum: String(row.stratum_id),
      hectares: number('area_ha'),
      ...{ points: number('n1'), plots: number('n2'), slope: number('slope'), rhoSquared: number('rho_squared') },
      double: figure(number('mean_biomass'), number('half_width')),
      single: figure(one.total, one.halfWidth),
    };
  });
  const all = estimateOf(alone, confidence);
  const scale = CO2 * fraction;
  const total = Number(outputs.stock_tco2e);
  const double = figure(total, Number(outputs.uncertainty) * total);
  const single = figure(all.total * scale, all.halfWidth * scale);
  const plots = strata.reduce((sum, stratum) => sum + stratum.plots, 0);
  return {
    ...{ strata, double, single },
    equivalentPlots: double.halfWidth > 0 ? Math.round(plots * (single.halfWidth / double.halfWidth) ** 2) : null,
  };
}

const figure = (value: number, halfWidth: number) => ({
  value,
  halfWidth,
  relative: value === 0 ? null : halfWidth / Math.abs(value),
});
