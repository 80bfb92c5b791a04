import { refuse } from '../errors';

/** Separation of duties: whoever did the earlier step does not do the later one. */
export function assertOtherPerson(actor: { userId: string }, ...earlier: (string | null | undefined)[]): void {
  if (earlier.includes(actor.userId)) throw refuse('SAME_PERSON');
}
