import { useIsFetching } from '@tanstack/react-query';
import { Children, type PropsWithChildren, startTransition, useEffect, useState } from 'react';
import { used } from './in-pieces';
import { Waiting } from './waiting';

/** Longer than this nobody is kept from what is there already. */
const MOST = 2_000;
const TICK = 60;

/** Panels that are read one by one are shown together, so that none pushes another away under the hand; made one after the other. */
export function Settled({ children }: PropsWithChildren) {
  const panels = Children.toArray(children);
  const [made, setMade] = useState(() => (used() ? panels.length : 1));
  const [settled, setSettled] = useState(false);
  const busy = useIsFetching({ predicate: ({ state }) => state.data === undefined }) > 0;
  const all = made >= panels.length;
  useEffect(() => {
    if (!all) startTransition(() => setMade(made + 1));
  }, [made, all]);
  useEffect(() => {
    if (settled || busy || !all) return;
    const timer = setTimeout(() => setSettled(true), TICK);
    return () => clearTimeout(timer);
  }, [settled, busy, all]);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(true), MOST);
    return () => clearTimeout(timer);
  }, []);
  return (
    <>
      {!settled && (
        <div style={{ height: 0 }}>
          <Waiting />
        </div>
      )}
      <div className="settled" style={settled ? undefined : { visibility: 'hidden' }}>
        {panels.slice(0, made)}
      </div>
    </>
  );
}
