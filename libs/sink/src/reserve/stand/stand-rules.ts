/** The stand model's parameters: config/sink/stands.yaml, each part with its source and confidence. Planning alone. */
import { type Disturbance, GONE, LIVING, DEAD, type StandParameters } from '../../growth/stand-carbon';
import type { Confidence } from '../../uncertainty/discount';
import { byPart, type TreeEquation } from '../../uncertainty/equations';

interface Sourced {
  confidence: Confidence;
  source: string;
}

export interface StandSpecies extends Sourced {
  code: string;
  zh: string;
  en: string;
  /** Code of config/sink/growth.yaml. */
  curve: string;
  equation: string;
  tree: { d: number; h: number };
  /** t d.m./m³ */
  density: number;
}

export interface StandRules {
  dynamics: Sourced & {
    turnover: StandParameters['turnover'];
    roots: Pick<StandParameters['roots'], 'base' | 'span' | 'rate'>;
    reference: number;
    mixing: number;
    decay: StandParameters['decay'];
  };
  roots: Sourced & { a: number; b: number };
  carbon: Sourced & { fraction: number };
  felling: Sourced & { disturbance: Disturbance };
  fire: Sourced & { disturbance: Disturbance; least: number; most: number };
  species: StandSpecies[];
}

/** Of what is above ground: stem, leaves; the rest is branches. */
export interface Shares {
  stem: number;
  leaf: number;
}

export function sharesOf({ tree }: StandSpecies, equation: TreeEquation): Shares {
  const { stem = 0, leaf = 0, branch = 0 } = byPart(equation, tree);
  const all = stem + leaf + branch;
  return { stem: stem / all, leaf: leaf / all };
}

/** What does not hold together stops the start: a matrix that loses carbon, a species without its curve or equation. */
export function checkStands(
  rules: StandRules,
  curves: ReadonlyMap<string, unknown>,
  equations: readonly TreeEquation[],
): StandRules {
  const wrong: string[] = [];
  const pools: readonly string[] = [...LIVING, ...DEAD, ...GONE];
  for (const name of ['felling', 'fire'] as const)
    for (const [from, to] of Object.entries(rules[name].disturbance)) {
      const sum = Object.values(to).reduce((total, share) => total + share, 0);
      if (Math.abs(sum - 1) > 1e-6 || ![from, ...Object.keys(to)].every((pool) => pools.includes(pool)))
        wrong.push(`${name} ${from}`);
    }
  for (const { code, curve, equation } of rules.species) {
    const found = equations.find((one) => one.equation === equation);
    const parts = found?.terms.map(({ part }) => part) ?? [];
    if (!curves.has(curve) || !['stem', 'leaf', 'branch'].every((part) => parts.includes(part))) wrong.push(code);
  }
  if (wrong.length) throw new Error(`config/sink/stands.yaml is not usable at ${wrong.join(', ')}`);
  return rules;
}
