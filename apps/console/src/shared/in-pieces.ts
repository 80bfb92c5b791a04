import { useDeferredValue } from 'react';

/** Somebody has touched the page: they come from another one of it, and go back to where they had scrolled. */
const used = () => navigator.userActivation?.hasBeenActive ?? true;

/**
 * Whether what is ready is drawn. What arrives by a query is drawn in one go, and holds a slow phone up; by this it is made in
 * small pieces, between which the page answers.
 */
export const useInPieces = (ready: boolean): boolean => useDeferredValue(ready, used()) && ready;
