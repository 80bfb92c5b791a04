/** What a banner is calculated with: the sheet, and where the programme has its own values, those instead. */
import type { DatedValue, Fault, Sheet } from '@qingheng/sheet';
import type { ProgrammeParameter } from '../programme/parameter.service';

/** A value of the programme that stands in place of the sheet's. */
export interface Setting extends DatedValue {
  name: string;
}

/** Of the programme's values that hold on the day, the one of the longest region code. */
export function settingsFor(parameters: readonly ProgrammeParameter[], asOf: string, banner: string): Setting[] {
  const best = new Map<string, ProgrammeParameter>();
  for (const parameter of parameters) {
    const { name, region, validFrom, validTo } = parameter;
    if (!banner.startsWith(region) || asOf < validFrom || (validTo && asOf > validTo)) continue;
    const known = best.get(name);
    if (!known || known.region.length < region.length) best.set(name, parameter);
  }
  return [...best.values()].map(({ name, value, validFrom, validTo, region, source, confidence }) => ({
    ...{ name, value, from: validFrom, region, source, confidence },
    ...(validTo && { to: validTo }),
  }));
}

/** Its examples are those of the sheet as published: they say nothing of other values. */
export const withSettings = (sheet: Sheet, settings: readonly Setting[]): Sheet => ({
  ...sheet,
  examples: [],
  parameters: sheet.parameters.map((parameter) => {
    const own = settings.filter(({ name }) => name === parameter.name);
    return own.length ? { ...parameter, values: own.map(({ name: _, ...value }) => value) } : parameter;
  }),
});

/** Reasons that remain when the examples were left out. */
export const barriersOf = (whyNot: readonly Fault[]): Fault[] => whyNot.filter(({ code }) => code !== 'NO_EXAMPLE');
