import { lazy, Suspense } from 'react';
import { useTour } from './tour-state';

/** Most people never ask for it: it arrives with the first tour. */
const TourGuide = lazy(() => import('./tour-guide'));

export function TourHost() {
  const name = useTour();
  return name ? (
    <Suspense fallback={null}>
      <TourGuide key={name} name={name} />
    </Suspense>
  ) : null;
}
