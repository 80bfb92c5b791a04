import { covers } from './covers';

describe('which regions a factor covers', () => {
  it.each([
    ['15', '150581', true],
    ['15', '15', true],
    ['1507', '150581', false],
    ['150581', '15', false],
    ['11', '150581', false],
    ['15', 'CN', false],
    ['CN', '150581', true],
    ['CN', 'grid-northeast', true],
    ['CN', 'AU', false],
    ['AU', '150581', false],
    ['grid-northeast', '150581', true],
    ['global', '150581', true],
    ['developing', 'CN', true],
    [null, '150581', true],
  ])('%s, asked for %s: %s', (factorRegion, region, expected) => {
    expect(covers(factorRegion, region)).toBe(expected);
  });
});
