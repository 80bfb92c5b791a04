/** Plots of two visits out of a run's result. */
import type { Run } from '@qingheng/pipeline';
import type { Row } from '@qingheng/sheet';
import { refuse } from '../credit.messages';
import type { Stratum } from './sample';

export interface TwoVisits {
  first: Stratum[];
  second: Stratum[];
  /** t CO2e of a tonne of dry matter: 44/12 · CF. */
  scale: number;
}

/** A permanent plot carries its number in both visits: `larch-1-t1` and `larch-1-t2` are the plot larch-1. */
const plotOf = (id: string): string => id.replace(/[-_/. ]?t[12]$/i, '');

/** Throws NO_PLOTS_IN_RESULT where the method has no plots of two visits. */
export function twoVisitsOf({ result }: Run): TwoVisits {
  const strata: Row[] = result?.tables.stratum ?? [];
  const plots: Row[] = result?.tables.plot ?? [];
  const [one] = plots;
  const together = one?.biomass1 !== undefined && one.biomass2 !== undefined;
  if (!strata.length || !one || (!together && (one.biomass === undefined || one.visit === undefined)))
    throw refuse('NO_PLOTS_IN_RESULT');
  const visit = (name: string): Stratum[] =>
    strata.map((stratum) => ({
      code: String(stratum.stratum_id),
      hectares: Number(stratum.area_ha),
      plots: new Map(
        plots
          .filter((plot) => (together || plot.visit === name) && plot.stratum_id === stratum.stratum_id)
          .map((plot) => [
            plotOf(String(plot.plot_id)),
            Number(together ? plot[name === 't1' ? 'biomass1' : 'biomass2'] : plot.biomass),
          ]),
      ),
    }));
  const fraction = result!.parametersUsed.find(({ name }) => name === 'carbon_fraction')?.value;
  const own = strata.map((stratum) => Number(stratum.carbon_fraction)).filter((value) => value > 0);
  const mean = own.length ? own.reduce((a, b) => a + b, 0) / own.length : 0.47;
  return { first: visit('t1'), second: visit('t2'), scale: ((fraction ? Number(fraction) : mean) * 44) / 12 };
}
