/** What lists show of a person. */
import type { Person } from './household-seal';

export function masked({ name, identity, card }: Person): Person {
  const [first = '', ...rest] = [...name];
  return {
    name: first + '*'.repeat(Math.max(1, rest.length)),
    // The day of birth is hidden, the last four tell people of one village apart.
    identity: `${identity.slice(0, 6)}********${identity.slice(-4)}`,
    card: `**** ${card.slice(-4)}`,
  };
}
