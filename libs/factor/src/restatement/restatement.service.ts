/**
 * A filed result by another set of GWPs: each factor's CO2e is the dot product of its gases with the set, and a method that
 * chooses a set itself (parameter `gwp`) chooses this one. Nobody has to file again to see it.
 */
import { Injectable } from '@nestjs/common';
import { Filing, figuresOf, MethodsService, recalculated, Run } from '@qingheng/pipeline';
import { type Actor, co2eOf, type Gases, gwpSetsOf, refuse as refuseAny, UnitOfWork } from '@qingheng/platform';
import { Rational, SheetFaults } from '@qingheng/sheet';
import type { EntityManager } from 'typeorm';
import { refuse } from '../factor.messages';
import type { RestatementDto } from './restatement.dto';

@Injectable()
export class RestatementService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly methods: MethodsService,
  ) {}

  of(actor: Actor, filingId: string, set: string): Promise<RestatementDto> {
    return this.work.run(actor, async (manager) => {
      const filing = await manager.findOneBy(Filing, { id: filingId });
      const run = filing?.runId ? await manager.findOneBy(Run, { id: filing.runId }) : null;
      if (!run?.result) throw refuseAny('NOT_FOUND');
      const gwp = (await gwpSetsOf(manager)).get(set);
      if (!gwp) throw refuse('UNKNOWN_GWP_SET', { set });
      const used = await versionsOf(manager, run);
      const factors = new Map<string, { value: string; unit: string }>();
      for (const { id, unit, gases } of used) {
        const value = gases && co2eOf(gases, gwp)?.toDecimalString();
        if (value) factors.set(id, { value, unit });
      }
      const sheet = await this.methods.kept(manager, run.sheetHash);
      const chooses = sheet.parameters.some(({ name }) => name === 'gwp') && run.input.parameters?.gwp !== set;
      const replacement = { factors, ...(chooses && { parameters: { gwp: set } }) };
      const result = await recalculated(manager, this.methods, run, replacement).catch((error: unknown) => {
        if (error instanceof SheetFaults)
          throw refuseAny('INVALID_INPUT', { count: error.faults.length }, error.faults);
        throw error;
      });
      const before = new Map(figuresOf(sheet, run.result).map(({ place, value }) => [place, value]));
      return {
        set,
        figures: figuresOf(sheet, result).flatMap(({ place, title, unit, value: to }) => {
          const from = before.get(place);
          return from === undefined ? [] : [{ place, title, unit, from, to, ...differenceOf(from, to) }];
        }),
        restated: [...factors.keys()].sort(),
        asTheyAre: used
          .filter(({ id }) => !factors.has(id))
          .map(({ id }) => id)
          .sort(),
      };
    });
  }
}

function differenceOf(from: string, to: string): { difference: string; percent: string | null } {
  const [a, b] = [Rational.parse(from), Rational.parse(to)];
  const difference = b.sub(a);
  const size = a.cmp(Rational.parse('0')) < 0 ? Rational.parse('0').sub(a) : a;
  return {
    difference: difference.toDecimalString(),
    percent: a.isZero() ? null : difference.div(size).mul(Rational.parse('100')).toFixed(2),
  };
}

/** The factors of a run in the versions it used. */
function versionsOf(manager: EntityManager, run: Run): Promise<{ id: string; unit: string; gases: Gases | null }[]> {
  return manager.query(
    `SELECT f.id, f.unit, f.gases FROM factor f JOIN jsonb_to_recordset($1::jsonb) AS u(id text, version int)
       ON u.id = f.id AND u.version = f.version GROUP BY f.id, f.version`,
    [JSON.stringify(run.factors.map(({ factor: { id, version } }) => ({ id, version })))],
  );
}
