import { shortYuan } from './yuan';

it('shortens by whole numbers, half up, and leaves small amounts alone', () => {
  expect(shortYuan('4575000000.00')).toEqual({ value: '45.75', scale: 'yi' });
  expect(shortYuan('99999999.99')).toEqual({ value: '10000.00', scale: 'wan' });
  expect(shortYuan('12345.67')).toEqual({ value: '1.23', scale: 'wan' });
  expect(shortYuan('12350.00')).toEqual({ value: '1.24', scale: 'wan' });
  expect(shortYuan('-2500000000.00')).toEqual({ value: '-25.00', scale: 'yi' });
  expect(shortYuan('9999.99')).toBeUndefined();
});

it('writes every amount in the unit that was asked for', () => {
  expect(shortYuan('4575000000.00', 'wan')).toEqual({ value: '457500.00', scale: 'wan' });
  expect(shortYuan('1234.56', 'wan')).toEqual({ value: '0.123456', scale: 'wan' });
  expect(shortYuan('0.00', 'yi')).toEqual({ value: '0.00', scale: 'yi' });
});
