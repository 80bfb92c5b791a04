/** Biomass equations of trees: the same tree by several of them. Equation choice moves a stock more than most sampling does. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { Confidence } from './discount';

const FORMS = {
  d2h: (a: number, b: number, d: number, h: number) => a * (d * d * h) ** b,
  exp_d2h: (a: number, b: number, d: number, h: number) => Math.exp(a + b * Math.log(d * d * h)),
  d: (a: number, b: number, d: number) => a * d ** b,
  exp_d: (a: number, b: number, d: number) => Math.exp(a + b * Math.log(d)),
  log10_d: (a: number, b: number, d: number) => 10 ** (a + b * Math.log10(d)),
};

export interface TreeEquation {
  equation: string;
  species: string;
  nameZh: string;
  terms: { part: string; form: keyof typeof FORMS; a: number; b: number }[];
  /** Range of D it was fitted in, cm. */
  dMin?: number;
  dMax?: number;
  n?: number;
  place: string;
  source: string;
  confidence: Confidence;
  note?: string;
  needsHeight: boolean;
}

export interface Tree {
  species: string;
  /** Diameter at breast height, cm. */
  d: number;
  /** Height, m. */
  h?: number;
  /** How many such trees. */
  count?: number;
}

export function readEquations(configDir: string): TreeEquation[] {
  const rows = parse(readFileSync(join(configDir, 'sink', 'tree-equations.csv'), 'utf8'), {
    columns: true,
  }) as Record<string, string>[];
  const found = new Map<string, TreeEquation>();
  for (const row of rows) {
    const form = row.form as keyof typeof FORMS;
    if (!Object.hasOwn(FORMS, form)) throw new Error(`config/sink/tree-equations.csv: form ${row.form} is not known`);
    const term = { part: row.part!, form, a: Number(row.a), b: Number(row.b) };
    const known = found.get(row.equation!);
    if (known) {
      known.terms.push(term);
      known.needsHeight ||= form.endsWith('d2h');
      continue;
    }
    found.set(row.equation!, {
      equation: row.equation!,
      species: row.species!,
      nameZh: row.name_zh!,
      terms: [term],
      ...(row.d_min && { dMin: Number(row.d_min) }),
      ...(row.d_max && { dMax: Number(row.d_max) }),
      ...(row.n && { n: Number(row.n) }),
      place: row.place!,
      source: row.source!,
      confidence: row.confidence as Confidence,
      ...(row.note && { note: row.note }),
      needsHeight: form.endsWith('d2h'),
    });
  }
  return [...found.values()];
}

/** Its parts of one tree, kg dry matter. */
export const byPart = ({ terms }: TreeEquation, { d, h = 0 }: Pick<Tree, 'd' | 'h'>): Record<string, number> =>
  Object.fromEntries(terms.map(({ part, form, a, b }) => [part, FORMS[form](a, b, d, h)]));

/** Above-ground biomass of one tree, kg dry matter; undefined where the equation needs a height that is not there. */
export function aboveGround({ terms, needsHeight }: TreeEquation, { d, h }: Tree): number | undefined {
  if (needsHeight && h === undefined) return undefined;
  return terms.reduce((sum, { form, a, b }) => sum + FORMS[form](a, b, d, h ?? 0), 0);
}

export const extrapolates = ({ dMin, dMax }: TreeEquation, { d }: Tree): boolean =>
  (dMin !== undefined && d < dMin) || (dMax !== undefined && d > dMax);

export interface Spread {
  species: string;
  trees: number;
  choices: {
    equation: TreeEquation;
    /** All trees of the species, t dry matter. */
    tonnes: number;
    /** Against the mean of the choices, −0.2 is a fifth less. */
    relative: number;
    /** Trees outside the range the equation was fitted in. */
    outside: number;
  }[];
  /** (largest − least) over their mean. */
  spread: number;
}

/** By species, the same trees by every equation that can be used. Species without an equation are not in the answer. */
export function spreadOf(equations: readonly TreeEquation[], trees: readonly Tree[]): Spread[] {
  return [...new Set(trees.map(({ species }) => species))].sort().flatMap((species) => {
    const own = trees.filter((tree) => tree.species === species);
    const choices = equations
      .filter((equation) => equation.species === species)
      .flatMap((equation) => {
        const each = own.map((tree) => aboveGround(equation, tree));
        if (each.includes(undefined)) return [];
        const tonnes = own.reduce((sum, { count = 1 }, i) => sum + each[i]! * count, 0) / 1000;
        const outside = own.reduce((n, tree) => n + (extrapolates(equation, tree) ? (tree.count ?? 1) : 0), 0);
        return [{ equation, tonnes, outside }];
      });
    if (!choices.length) return [];
    const mean = choices.reduce((sum, { tonnes }) => sum + tonnes, 0) / choices.length;
    const all = choices.map(({ tonnes }) => tonnes);
    return [
      {
        species,
        trees: own.reduce((n, { count = 1 }) => n + count, 0),
        choices: choices.map((choice) => ({ ...choice, relative: choice.tonnes / mean - 1 })),
        spread: (Math.max(...all) - Math.min(...all)) / mean,
      },
    ];
  });
}
