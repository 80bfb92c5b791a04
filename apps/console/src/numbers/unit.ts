import i18next from 'i18next';

/** Sheets and books write units as people here do; who reads English reads them in English. */
const inLanguage = (unit: string): string =>
  i18next.language === 'en'
    ? unit.replace(/[\u4e00-\u9fff]+/g, (word) => i18next.t(`common:unitWord.${word}`, { defaultValue: word }))
    : unit;

/** Units as people read them: CO2e → CO₂e. Only the digits of a gas go down; `t/(hm²·a)` stays as it is. */
export const prettyUnit = (unit: string): string =>
  inLanguage(unit).replace(/\b(CO2e|CO2|CH4|N2O|CF4|C2F6|SF6|NF3)\b/g, (gas) =>
    gas.replace(/\d/g, (digit) => String.fromCharCode(0x2080 + Number(digit))),
  );

/** The column of the row that holds the unit, for a unit such as `[unit]` or `kg CO2e/[unit]`. */
export const unitColumn = (unit: string): string | undefined => /\[([^\]]+)\]/.exec(unit)?.[1];

/** `1` is a pure number and is not written; a unit that stands in the row is filled in. */
export function shownUnit(unit: string | undefined, row?: Record<string, unknown>): string {
  if (!unit || unit === '1') return '';
  const column = unitColumn(unit);
  if (!column) return prettyUnit(unit);
  const inRow = row?.[column];
  return prettyUnit(unit.replace(`[${column}]`, typeof inRow === 'string' && inRow ? inRow : '…'));
}
