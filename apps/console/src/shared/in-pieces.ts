import { startTransition, useEffect, useState } from 'react';

/** Somebody has touched the page: they come from another one of it, and go back to where they had scrolled. */
export const used = (): boolean => navigator.userActivation?.hasBeenActive ?? true;

/**
 * Whether what is ready is drawn. What arrives by a query is drawn in one go, and holds a slow phone up; by this it is made in
 * small pieces, between which the page answers, and after what stands above it.
 */
export function useInPieces(ready: boolean): boolean {
  const [begun, setBegun] = useState(() => ready && used());
  useEffect(() => {
    if (ready) startTransition(() => setBegun(true));
  }, [ready]);
  return begun && ready;
}
