import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { api, ask } from '../../api/client';
import { asProblem, Problem } from '../../api/problem';
import { type Fault, type Filing, type Method, type RunInput, sent } from '../../api/types';
import { useUser } from '../../session/session-provider';
import { cellOf } from './fault-places';
import { type Draft, dropDraft, keepDraft, keptDraft } from './local-draft';
import { merge, type Side } from './merge';
import { useAutosave } from './use-autosave';
import { useHistory } from './use-history';

const draftOf = (filing: Filing): Draft => ({
  title: filing.title,
  input: {
    parameters: filing.input?.parameters ?? {},
    tables: filing.input?.tables ?? {},
    // What is taken from elsewhere goes on being taken when the rest is changed.
    ...(filing.input?.references && { references: filing.input.references }),
  },
});
const same = (a: Draft, b: Draft) => a === b || JSON.stringify(a) === JSON.stringify(b);

/** The inventory in the making: what is typed, what is saved, what the service said about it. */
export function useInventory(filing: Filing, method: Method, readOnly: boolean) {
  const user = useUser();
  const client = useQueryClient();
  const [saved, setSaved] = useState(() => ({ draft: draftOf(filing), revision: filing.revision }));
  const [kept, setKept] = useState(() => (readOnly ? undefined : keptDraft(user.id, filing.id)));
  // Once, when the page opens: afterwards the filing changes by our own saving.
  const [restored] = useState(kept?.revision === filing.revision);
  const history = useHistory<Draft>(() =>
    kept && restored ? { title: kept.title, input: kept.input } : draftOf(filing),
  );
  const { now } = history;
  const dirty = !readOnly && !same(now, saved.draft);

  // What the service refused, and what it was looking at.
  const [refused, setRefused] = useState<{ faults: Fault[]; input: RunInput }>();
  const faults = useMemo(
    () =>
      (refused?.faults ?? []).filter(
        (fault) => cellOf(method.tables, refused!.input, fault) === cellOf(method.tables, now.input, fault),
      ),
    [refused, method, now.input],
  );

  useEffect(() => {
    if (readOnly || (kept && !restored)) return;
    const write = () =>
      dirty ? keepDraft(user.id, filing.id, { revision: saved.revision, ...now }) : dropDraft(user.id, filing.id);
    const timer = setTimeout(write, 400);
    window.addEventListener('pagehide', write);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('pagehide', write);
      if (dirty) write();
    };
  }, [now, dirty, readOnly, kept, restored, saved.revision, user.id, filing.id]);

  const accept = (next: Filing, draft: Draft) => {
    setSaved({ draft, revision: next.revision });
    if (restored) setKept(undefined);
    client.setQueryData(['filing', filing.id], next);
    void client.invalidateQueries({ queryKey: ['filings'] });
  };
  const refuse = (error: unknown, input: RunInput) => {
    const problem = asProblem(error);
    if (problem.faults.length) setRefused({ faults: problem.faults, input });
  };
  const save = useMutation({
    mutationFn: async () => {
      const draft = now;
      const body = { ...draft, input: sent(draft.input), revision: saved.revision };
      const next = await ask(api.PUT('/api/v1/filings/{id}', { params: { path: { id: filing.id } }, body }));
      accept(next, draft);
      return next;
    },
    onSuccess: () => setRefused(undefined),
    onError: (error) => refuse(error, now.input),
  });
  const submit = useMutation({
    mutationFn: async () => {
      if (dirty) await save.mutateAsync();
      return ask(api.POST('/api/v1/filings/{id}/submit', { params: { path: { id: filing.id } } }));
    },
    onSuccess: async () => {
      dropDraft(user.id, filing.id);
      await client.invalidateQueries({ queryKey: ['filing', filing.id] });
      void client.invalidateQueries({ queryKey: ['filings'] });
    },
    onError: (error) => refuse(error, now.input),
  });
  const error = submit.error ?? save.error;
  const conflict = error instanceof Problem && error.code === 'REVISION_CONFLICT';
  const theirs = useQuery({
    queryKey: ['filing', filing.id, 'theirs', saved.revision],
    enabled: conflict,
    queryFn: () => ask(api.GET('/api/v1/filings/{id}', { params: { path: { id: filing.id } } })),
  });
  const together = useMemo(
    () => conflict && theirs.data && merge(method.tables, saved.draft, now, draftOf(theirs.data)),
    [conflict, theirs.data, method, saved.draft, now],
  );
  /** What both changed is put together by `sides`; what they changed apart needs no word. The result is saved like anything typed. */
  const settle = (sides?: ReadonlyMap<string, Side>) => {
    if (!theirs.data) return;
    const draft = draftOf(theirs.data);
    history.set(merge(method.tables, saved.draft, now, draft, sides).merged);
    accept(theirs.data, draft);
    save.reset();
    submit.reset();
  };
  const apart = together && !together.differences.length;
  useEffect(() => {
    if (apart) settle();
    // Once for each answer: what it does changes everything else named in it.
  }, [apart]);
  const waiting = useAutosave({ dirty: dirty && !conflict && (!kept || restored), draft: now, save });
  return {
    ...history,
    dirty,
    faults,
    setRefused,
    save,
    submit,
    accept,
    error,
    conflict: conflict && together ? together.differences : undefined,
    merging: conflict,
    /** The service cannot be reached; what is typed is kept here and sent again by itself. */
    waiting,
    settle,
    kept: kept && { ...kept, restored },
    /** Take up what this device kept although the filing has changed since, or let it go. */
    settleKept: (take: boolean) => {
      if (kept && take && !restored) history.set({ title: kept.title, input: kept.input });
      if (!take && restored) history.set(saved.draft);
      if (!take) dropDraft(user.id, filing.id);
      setKept(undefined);
    },
  };
}
