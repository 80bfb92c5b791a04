import { type ComponentProps, lazy, Suspense } from 'react';
import { Waiting } from '../../shared/waiting';

/** Asked for early where it will be needed. */
export const loadEditor = () => import('./inventory-editor');
const Editor = lazy(loadEditor);

/** Most who come look at a result: what it is filed with arrives with its tab. */
export function Inventory(props: ComponentProps<typeof Editor>) {
  return (
    <Suspense fallback={<Waiting />}>
      <Editor {...props} />
    </Suspense>
  );
}
