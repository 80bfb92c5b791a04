/**
 * What moves a footprint, and how sure it is, to first order. With s the scaling of one unit of product p:
 * ∂λp/∂fj = sj and ∂λp/∂Aij = λi sj (adjoint and forward solution of the same system), exact for small changes.
 */
import { scaling } from './scaling';
import type { System } from './model';

export interface Sensitivities {
  /** By product: change of the footprint per unit change of what the product emits directly. */
  direct: Float64Array;
  /** By link, in the order of `system.amount`: change of the footprint per unit change of the amount taken. */
  links: Float64Array;
}

/** `column` is the footprint per unit of every product, of one gas or weighted as CO2e. */
export function sensitivities(system: System, product: number, column: Float64Array): Sensitivities {
  const demand = new Float64Array(system.products.length);
  demand[product] = 1;
  const direct = scaling(system, demand);
  const links = new Float64Array(system.amount.length);
  for (let j = 0; j < direct.length; j++)
    for (let k = system.start[j]!; k < system.start[j + 1]!; k++) links[k] = column[system.row[k]!]! * direct[j]!;
  return { direct, links };
}

/** One uncertain figure. Figures that rest on the same `version` are wrong together, in the same direction. */
export interface Doubt {
  at: { direct: number } | { link: number };
  /** Its standard deviation, in its own unit. */
  deviation: number;
  version: string;
}

export interface Uncertainty {
  deviation: number;
  /** Share of the variance by version, largest first; the shares add up to one. */
  shares: { version: string; deviation: number; share: number }[];
}

/**
 * Standard deviation of a footprint to first order (law of propagation, JCGM 100:2008, 5.1 and 5.2): within a version the
 * effects are added with their signs, between versions as squares.
 */
export function uncertainty({ direct, links }: Sensitivities, doubts: Iterable<Doubt>): Uncertainty {
  const effects = new Map<string, number>();
  for (const { at, deviation, version } of doubts) {
    const slope = 'direct' in at ? direct[at.direct]! : links[at.link]!;
    effects.set(version, (effects.get(version) ?? 0) + slope * deviation);
  }
  const sorted = [...effects].sort(([a, x], [b, y]) => y * y - x * x || (a < b ? -1 : 1));
  const variance = sorted.reduce((sum, [, effect]) => sum + effect * effect, 0);
  return {
    deviation: Math.sqrt(variance),
    shares: sorted.map(([version, effect]) => ({
      ...{ version, deviation: Math.abs(effect) },
      share: variance === 0 ? 0 : (effect * effect) / variance,
    })),
  };
}
