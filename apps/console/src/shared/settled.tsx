import { useIsFetching } from '@tanstack/react-query';
import { useEffect, useState, type PropsWithChildren } from 'react';
import { Waiting } from './waiting';

/** Longer than this nobody is kept from what is there already. */
const MOST = 2_000;
const TICK = 60;

/** Panels that are read one by one are shown together, so that none pushes another away under the hand. */
export function Settled({ children }: PropsWithChildren) {
  const [settled, setSettled] = useState(false);
  const busy = useIsFetching({ predicate: ({ state }) => state.data === undefined });
  useEffect(() => {
    if (settled || busy) return;
    const timer = setTimeout(() => setSettled(true), TICK);
    return () => clearTimeout(timer);
  }, [settled, busy]);
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
        {children}
      </div>
    </>
  );
}
