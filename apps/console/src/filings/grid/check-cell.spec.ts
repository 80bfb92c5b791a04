import { checkCell } from './check-cell';

const number = { type: 'number' as const, unit: 't' };

describe('checks while typing', () => {
  it('leaves an empty cell alone', () => {
    expect(checkCell({ ...number, min: '0' }, '')).toBeUndefined();
    expect(checkCell({ ...number, min: '0' }, undefined)).toBeUndefined();
  });

  it('holds numbers against their limits without floating point', () => {
    expect(checkCell({ ...number, min: '0' }, '-0.1')).toEqual({ key: 'min', limit: '0' });
    expect(checkCell({ ...number, max: '0.1' }, '0.10000000000000000001')).toEqual({ key: 'max', limit: '0.1' });
    expect(checkCell({ ...number, above: '0' }, '0')).toEqual({ key: 'above', limit: '0' });
    expect(checkCell({ ...number, decimals: 2 }, '1.230')).toBeUndefined();
    expect(checkCell({ ...number, decimals: 2 }, '1.234')).toEqual({ key: 'decimals', limit: '2' });
    expect(checkCell(number, '12 t')).toEqual({ key: 'number' });
  });

  it('knows choices and truth values', () => {
    expect(checkCell({ type: 'text', choices: ['a'] }, 'b')).toEqual({ key: 'choice' });
    expect(checkCell({ type: 'boolean' }, 'perhaps')).toEqual({ key: 'boolean' });
    expect(checkCell({ type: 'boolean' }, false)).toBeUndefined();
  });
});
