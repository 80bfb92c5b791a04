import { shiftDecimal } from './decimal';
import { forReading } from './use-quantities';

it('rounds to two places, and to six where two would say that there is nothing', () => {
  expect(forReading(shiftDecimal('754559300000.00', -8))).toBe('7,545.59');
  expect(forReading('1500.00')).toBe('1,500.00');
  expect(forReading('0.015')).toBe('0.02');
  expect(forReading('0.0015')).toBe('0.001500');
  expect(forReading('-0.004')).toBe('\u22120.004000');
  expect(forReading('0')).toBe('0.00');
});
