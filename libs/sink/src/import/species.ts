/** Tree species that a form may name: by Chinese name, by a name in use, or by code. */
import { Injectable } from '@nestjs/common';
import { PlatformConfig } from '@qingheng/platform';
import { readEquations, type TreeEquation } from '../uncertainty/equations';

export interface Species {
  code: string;
  zh: string;
  /** Widest range of D over its equations, cm. */
  dMin?: number;
  dMax?: number;
}

/** What the same tree is called on the sheets of crews. */
const ALSO: Record<string, string[]> = {
  'larix-gmelinii': ['兴安落叶松', '落叶松'],
  'larix-principis-rupprechtii': ['华北落叶松'],
  'betula-platyphylla': ['桦树', '桦木'],
  'betula-davurica': ['黑桦'],
  'pinus-sylvestris-mongolica': ['樟子松'],
  'ulmus-pumila': ['榆', '白榆'],
  'quercus-mongolica': ['柞树', '蒙古栎'],
};

@Injectable()
export class SpeciesList {
  readonly equations: readonly TreeEquation[];
  readonly all: readonly Species[];
  private readonly byName = new Map<string, Species>();

  constructor({ configDir }: PlatformConfig) {
    this.equations = readEquations(configDir);
    const codes = [...new Set(this.equations.map(({ species }) => species))];
    this.all = codes.map((code) => {
      const own = this.equations.filter(({ species }) => species === code);
      // An equation that does not print its upper end says nothing about it: the others do, where there are any.
      const least = Math.min(...own.map(({ dMin = 0 }) => dMin));
      const tops = own.flatMap(({ dMax }) => (dMax === undefined ? [] : [dMax]));
      return {
        code,
        zh: own[0]!.nameZh,
        ...(least > 0 && { dMin: least }),
        ...(tops.length && { dMax: Math.max(...tops) }),
      };
    });
    for (const species of this.all)
      for (const name of [species.code, species.zh, ...(ALSO[species.code] ?? [])]) this.byName.set(name, species);
  }

  /** Where an equation may be used: its own range, and where it prints no upper end, the widest of its species. */
  rangeOf({ species, dMin = 0, dMax }: TreeEquation): { dMin: number; dMax?: number } {
    const top = dMax ?? this.byName.get(species)?.dMax;
    return { dMin, ...(top !== undefined && { dMax: top }) };
  }

  find(name: string): Species | undefined {
    return this.byName.get(name);
  }
}
