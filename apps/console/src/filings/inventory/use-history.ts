import { useCallback, useReducer } from 'react';

interface State<T> {
  now: T;
  before: T[];
  after: T[];
  /** Typing on in one cell is one step. */
  tag?: string;
}
type Action<T> = { do: 'set'; next: T; tag?: string } | { do: 'undo' } | { do: 'redo' } | { do: 'reset'; next: T };
const KEPT = 200;

function historyStep<T>(state: State<T>, action: Action<T>): State<T> {
  switch (action.do) {
    case 'reset':
      return { now: action.next, before: [], after: [] };
    case 'set':
      if (action.tag && action.tag === state.tag) return { ...state, now: action.next, after: [] };
      return { now: action.next, before: [...state.before.slice(-KEPT), state.now], after: [], tag: action.tag };
    case 'undo': {
      const last = state.before.at(-1);
      if (last === undefined) return state;
      return { now: last, before: state.before.slice(0, -1), after: [state.now, ...state.after] };
    }
    case 'redo': {
      const [next, ...after] = state.after;
      if (next === undefined) return state;
      return { now: next, before: [...state.before, state.now], after };
    }
  }
}

/** A value with undo and redo. */
export function useHistory<T>(initial: () => T) {
  const [state, act] = useReducer(historyStep<T>, undefined, (): State<T> => ({
    now: initial(),
    before: [],
    after: [],
  }));
  return {
    now: state.now,
    mayUndo: state.before.length > 0,
    mayRedo: state.after.length > 0,
    set: useCallback((next: T, tag?: string) => act({ do: 'set', next, tag }), []),
    undo: useCallback(() => act({ do: 'undo' }), []),
    redo: useCallback(() => act({ do: 'redo' }), []),
    reset: useCallback((next: T) => act({ do: 'reset', next }), []),
  };
}
