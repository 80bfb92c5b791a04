import type { PlatformConfig } from '@qingheng/platform';
import { contextOf, HouseholdSeal } from './household-seal';
import { masked } from './mask';

const secret = 'a secret of the specs, long enough to be one';
const seal = new HouseholdSeal({ secret } as PlatformConfig);
const person = { name: '其其格', identity: '11010519491231002X', card: '4539148803436467' };
const context = contextOf('programme', 'household');

it('opens what it sealed, and seals the same person differently each time', () => {
  const sealed = seal.seal(context, person);
  expect(seal.open(context, sealed)).toEqual(person);
  expect(seal.seal(context, person).equals(sealed)).toBe(false);
  const all = new Set(Array.from({ length: 3_000 }, () => seal.seal(context, person).subarray(1, 13).toString('hex')));
  expect(all.size).toBe(3_000);
});

it('opens nothing that was changed, moved to another household, or sealed under another secret', () => {
  const sealed = seal.seal(context, person);
  for (let i = 0; i < sealed.length; i++) {
    const changed = Buffer.from(sealed);
    changed[i]! ^= 1;
    expect(() => seal.open(context, changed)).toThrow();
  }
  expect(() => seal.open(contextOf('programme', 'other'), sealed)).toThrow();
  expect(() => new HouseholdSeal({ secret: `${secret}!` } as PlatformConfig).open(context, sealed)).toThrow();
});

it('finds equal numbers of a kind, under one secret alone', () => {
  const mark = seal.fingerprint('identity', person.identity);
  expect(seal.fingerprint('identity', person.identity).equals(mark)).toBe(true);
  expect(seal.fingerprint('card', person.identity).equals(mark)).toBe(false);
  const other = new HouseholdSeal({ secret: `${secret}!` } as PlatformConfig);
  expect(other.fingerprint('identity', person.identity).equals(mark)).toBe(false);
});

it('masks names, days of birth and cards', () => {
  expect(masked(person)).toEqual({ name: '其**', identity: '110105********002X', card: '**** 6467' });
  expect(masked({ ...person, name: '白' }).name).toBe('白*');
});
