import type { UseMutationResult } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { Filing } from '../../api/types';
import { asProblem } from '../../api/problem';

const QUIET_MS = 2_500;
const AGAIN_MS = 4_000;

/**
 * Saves when typing rests. What the service refused is not sent again before it is changed; where the service could not be
 * reached it is, until it can be. Answers whether it waits for that.
 */
export function useAutosave({
  dirty,
  draft,
  save,
}: {
  dirty: boolean;
  draft: object;
  save: Pick<UseMutationResult<Filing, Error, void>, 'mutate' | 'isPending' | 'error'>;
}): boolean {
  const { mutate, isPending, error } = save;
  const status = error ? asProblem(error).status : undefined;
  const away = status !== undefined && (status === 0 || status >= 500);
  const tried = useRef<object>(undefined);
  useEffect(() => {
    if (isPending) tried.current = draft;
    // A refusal is no reason to send the same again: only another draft is, or a service that was away.
    if (!dirty || isPending || (error && !away && tried.current === draft)) return;
    const timer = setTimeout(() => mutate(), away ? AGAIN_MS : QUIET_MS);
    const now = () => away && mutate();
    window.addEventListener('online', now);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('online', now);
    };
  }, [dirty, draft, isPending, error, away, mutate]);
  return dirty && away;
}
