import { prettyUnit, shownUnit } from './unit';

describe('units for reading', () => {
  it('lowers the digits of gases only', () => {
    expect(prettyUnit('kg CO2e/t')).toBe('kg CO₂e/t');
    expect(prettyUnit('t C2F6/(hm²·a)')).toBe('t C₂F₆/(hm²·a)');
    expect(prettyUnit('1e4 Nm³')).toBe('1e4 Nm³');
  });

  it('takes the unit from the row', () => {
    expect(shownUnit('kg CO2e/[unit]', { unit: 'kWh' })).toBe('kg CO₂e/kWh');
    expect(shownUnit('[unit]', { unit: '' })).toBe('…');
    expect(shownUnit('1')).toBe('');
  });
});
