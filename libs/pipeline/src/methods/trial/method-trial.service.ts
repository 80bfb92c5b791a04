/** A sheet tried with rows that are nowhere filed: calculated and explained at once, nothing is stored. */
import { Injectable } from '@nestjs/common';
import { type Actor, ReferenceService, refuse as refuseAny, UnitOfWork } from '@qingheng/platform';
import { explain, type RunInput, runSheet, type Sheet, SheetFaults } from '@qingheng/sheet';
import type { EntityManager } from 'typeorm';
import { requireShape } from '../../filing/input-shape';
import { refuse } from '../../pipeline.messages';
import { resolveFactors } from '../../run/factors';
import { ValueSources } from '../../run/value-sources';
import type { MethodTrialBody, MethodTrialDto } from './method-trial.dto';

/** It runs within the request: enough for a worked case, not for a year's filing. */
export const MOST_TRIAL_ROWS = 2_000;

@Injectable()
export class MethodTrialService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly reference: ReferenceService,
    private readonly values: ValueSources,
  ) {}

  async run(
    actor: Actor,
    sheetOf: (manager: EntityManager) => Promise<Sheet>,
    { input: filed, asOf, region, explain: cell }: MethodTrialBody,
  ): Promise<MethodTrialDto> {
    requireShape(filed);
    const rows = Object.values(filed.tables).reduce((sum, table) => sum + table.length, 0);
    if (rows > MOST_TRIAL_ROWS) throw refuse('TRIAL_TOO_LARGE', { rows, most: MOST_TRIAL_ROWS });
    if (Object.keys(filed.references ?? {}).length) throw refuse('TRIAL_REFERENCES');
    const { parameters, tables } = filed;
    const { sheet, input } = await this.work.run(actor, async (manager) => {
      const found = await sheetOf(manager);
      return { sheet: found, input: await this.named(manager, actor, found, { parameters, tables }, asOf, region) };
    });
    try {
      const at = { asOf, region };
      const result = await runSheet(sheet, input, { ...at, engine: 'exact' });
      return {
        result: result as MethodTrialDto['result'],
        ...(cell && { explanation: explain(sheet, input, cell, at) }),
      };
    } catch (error) {
      if (error instanceof SheetFaults) throw refuseAny('INVALID_INPUT', { count: error.faults.length }, error.faults);
      throw error;
    }
  }

  private async named(
    manager: EntityManager,
    actor: Actor,
    sheet: Sheet,
    input: RunInput,
    asOf = new Date().toISOString().slice(0, 10),
    region = '150000',
  ): Promise<RunInput> {
    const from = { reference: this.reference, sources: this.values };
    const at = { asOf, region, periodStart: asOf, organisationId: actor.organisationId };
    return (await resolveFactors(manager, from, sheet, input, at)).input;
  }
}
