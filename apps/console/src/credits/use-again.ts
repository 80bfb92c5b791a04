import { useQueryClient } from '@tanstack/react-query';
import type { SinkVerification } from '../api/types';

/** What a verification shows again after each step. */
export function useAgain(one: SinkVerification) {
  const client = useQueryClient();
  return (next?: SinkVerification) => {
    if (next) client.setQueryData(['sink-verification', one.id], next);
    return client.invalidateQueries({ queryKey: ['sink-credits', one.projectId] });
  };
}
