import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { api, ask } from '../../api/client';
import { asProblem, Problem } from '../../api/problem';
import { type Fault, type Filing, type Method, type RunInput, sent } from '../../api/types';
import { useUser } from '../../session/session-provider';
import { cellOf } from './fault-places';
import { dropDraft, keepDraft, keptDraft } from './local-draft';
import { useHistory } from './use-history';

export interface Draft {
  title: string;
  input: RunInput;
}

const draftOf = (filing: Filing): Draft => ({
  title: filing.title,
  input: { parameters: filing.input?.parameters ?? {}, tables: filing.input?.tables ?? {} },
});
const same = (a: Draft, b: Draft) => a === b || JSON.stringify(a) === JSON.stringify(b);

/** The inventory in the making: what is typed, what is saved, what the service said about it. */
export function useInventory(filing: Filing, method: Method, readOnly: boolean) {
  const user = useUser();
  const client = useQueryClient();
  const [saved, setSaved] = useState(() => ({ draft: draftOf(filing), revision: filing.revision }));
  const [kept, setKept] = useState(() => (readOnly ? undefined : keptDraft(user.id, filing.id)));
  const restored = kept?.revision === filing.revision;
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
    client.setQueryData(['filing', filing.id], next);
    void client.invalidateQueries({ queryKey: ['filings'] });
  };
  const refuse = (error: unknown, input: RunInput) => {
    const problem = asProblem(error);
    if (problem.faults.length) setRefused({ faults: problem.faults, input });
  };
  const save = useMutation({
    mutationFn: async (overwrite: boolean) => {
      const draft = now;
      const path = { id: filing.id };
      const revision = overwrite
        ? (await ask(api.GET('/api/v1/filings/{id}', { params: { path } }))).revision
        : saved.revision;
      const next = await ask(
        api.PUT('/api/v1/filings/{id}', { params: { path }, body: { ...draft, input: sent(draft.input), revision } }),
      );
      accept(next, draft);
      return next;
    },
    onSuccess: () => setRefused(undefined),
    onError: (error) => refuse(error, now.input),
  });
  const submit = useMutation({
    mutationFn: async () => {
      if (dirty) await save.mutateAsync(false);
      return ask(api.POST('/api/v1/filings/{id}/submit', { params: { path: { id: filing.id } } }));
    },
    onSuccess: async () => {
      dropDraft(user.id, filing.id);
      await client.invalidateQueries({ queryKey: ['filing', filing.id] });
      void client.invalidateQueries({ queryKey: ['filings'] });
    },
    onError: (error) => refuse(error, now.input),
  });
  const takeTheirs = async () => {
    const next = await ask(api.GET('/api/v1/filings/{id}', { params: { path: { id: filing.id } } }));
    const draft = draftOf(next);
    dropDraft(user.id, filing.id);
    setKept(undefined);
    setRefused(undefined);
    save.reset();
    submit.reset();
    accept(next, draft);
    history.reset(draft);
  };
  const error = submit.error ?? save.error;
  return {
    ...history,
    dirty,
    faults,
    setRefused,
    save,
    submit,
    accept,
    takeTheirs,
    error,
    conflict: error instanceof Problem && error.code === 'REVISION_CONFLICT',
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
