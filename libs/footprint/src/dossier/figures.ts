/** Figures and units as people write them; what is signed stays as it is. */
export const grouped = (decimal: string): string =>
  decimal.replace(/^-?\d+/, (whole) => whole.replace(/\B(?=(\d{3})+$)/g, ','));

export const pretty = (unit: string): string =>
  unit
    .replace(/\bCO2/g, 'CO₂')
    .replace(/\bCH4\b/g, 'CH₄')
    .replace(/\bN2O\b/g, 'N₂O');
