import { defineJob } from '@qingheng/platform';

/** One attempt to deliver a message; the next attempt is a job of its own, so that back-off is ours to say. */
export const deliver = defineJob<{ messageId: string }>('pact/deliver');

/** Gets the footprints that a partner's event says it published. */
export const fetchPublished = defineJob<{ eventId: string }>('pact/fetch', { maxAttempts: 8, backoffSeconds: 10 });

export interface Pull {
  partnerId: string;
  filters: Record<string, string | string[]>;
}

/** Reads a partner's list to its end. */
export const pullFootprints = defineJob<Pull>('pact/pull', { maxAttempts: 4, backoffSeconds: 10 });
