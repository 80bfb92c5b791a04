import { startTransition, useEffect, useState } from 'react';

let touched = false;
// Not the browser's own userActivation: that also counts how the address was opened.
for (const kind of ['pointerdown', 'keydown'])
  addEventListener(kind, () => (touched = true), { capture: true, once: true, passive: true });

/** Somebody has touched this page since it was opened: they come from another view of it, and go back to where they had scrolled. */
export const used = (): boolean => touched;

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
