const FIRST_MS = 5_000;
const LONGEST_MS = 3_600_000;

/**
 * When to try again after so many failed attempts: doubling from five seconds to an hour, spread by a quarter so that
 * partners are not hit in waves, and a last time at the deadline.
 */
export function nextAttempt(failed: number, now: Date, deadline: Date, random = Math.random()): Date {
  const wait = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(failed - 1, 20)) * (0.75 + random / 2);
  return new Date(Math.min(now.getTime() + wait, deadline.getTime()));
}

/** Answers that another attempt would only repeat: the event itself was refused. */
export const isFinal = (status: number | undefined): boolean =>
  status !== undefined && [400, 405, 410, 413, 415, 422, 501].includes(status);
