import { muToHectares } from './preferences';

it('writes 亩 as hectares, exactly to four places', () => {
  expect(['15', '1', '10.50', '0', '-30', '1500000.75'].map(muToHectares)).toEqual([
    '1.0000',
    '0.0667',
    '0.7000',
    '0.0000',
    '-2.0000',
    '100000.0500',
  ]);
});
