/** A line that says what was done and goes away by itself; said aloud to those who listen. In the first load: kept small. */
import { useSyncExternalStore } from 'react';
import './notices.css';

interface Notice {
  id: number;
  text: string;
  kind: 'done' | 'fault';
}

const STAYS: Record<Notice['kind'], number> = { done: 4_000, fault: 10_000 };
let shown: readonly Notice[] = [];
let count = 0;
const watching = new Set<() => void>();
const set = (next: readonly Notice[]) => {
  shown = next;
  watching.forEach((changed) => changed());
};
const drop = (id: number) => set(shown.filter((notice) => notice.id !== id));

export function say(text: string, kind: Notice['kind'] = 'done'): void {
  const id = ++count;
  set([...shown, { id, text, kind }]);
  setTimeout(() => drop(id), STAYS[kind]);
}

function watch(changed: () => void): () => void {
  watching.add(changed);
  return () => watching.delete(changed);
}

export function Notices() {
  const notices = useSyncExternalStore(watch, () => shown);
  return (
    <div className="notices no-print" aria-live="polite" role="status">
      {notices.map(({ id, text, kind }) => (
        <button key={id} type="button" className={`notice ${kind}`} onClick={() => drop(id)}>
          {text}
        </button>
      ))}
    </div>
  );
}
