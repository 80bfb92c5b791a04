import type { RunInput } from '../../api/types';

export interface Draft {
  title: string;
  input: RunInput;
}

/** What is typed and not yet saved outlives a closed tab, an ended session, a power cut. Kept on this device only. */
interface Kept extends Draft {
  revision: number;
  at: string;
}

const key = (user: string, filing: string) => `qh.draft.${user}.${filing}`;

export function keepDraft(user: string, filing: string, draft: Omit<Kept, 'at'>): void {
  try {
    localStorage.setItem(key(user, filing), JSON.stringify({ ...draft, at: new Date().toISOString() }));
  } catch {
    // No room on this device: the page still warns before it is left.
  }
}

export const dropDraft = (user: string, filing: string) => localStorage.removeItem(key(user, filing));

export function keptDraft(user: string, filing: string): Kept | undefined {
  try {
    return JSON.parse(localStorage.getItem(key(user, filing)) ?? 'null') ?? undefined;
  } catch {
    return undefined;
  }
}
