import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { caseOf, CASES, changeCase, type Case, type CaseChange } from '../client/cases.js';
import { newKey } from '../client/new-key.js';
import { NoAnswer } from '../client/transport.js';

type Intent = { readonly change: CaseChange; readonly key: string };

export type Casework = {
  /** What was recorded last; null: nothing yet. */
  readonly done: CaseChange | null;
  /** The change that has no answer: only the same may be sent again. */
  readonly unanswered: CaseChange | null;
  readonly error: Error | null;
  readonly isSending: boolean;
  readonly make: (change: CaseChange) => void;
  readonly again: () => void;
};

/** Work on a case that decides nothing: notes, snoozes, assignments, escalations. */
export function useCasework({ paymentId }: Case, onDone: (change: CaseChange) => void): Casework {
  const queries = useQueryClient();
  const [intent, setIntent] = useState<Intent | null>(null);
  const mutation = useMutation({
    mutationFn: ({ change, key }: Intent) => changeCase(paymentId, change, key),
    onSuccess: async ({ position }, { change }) => {
      setIntent(null);
      onDone(change);
      // A decision names the revision it is about, which this has changed.
      const queryKey = ['case', paymentId];
      const queryFn = () => caseOf(paymentId, position);
      await queries.query({ queryKey, queryFn, staleTime: 0 }).catch(() => undefined);
      await queries.invalidateQueries({ queryKey: [CASES] });
    },
    onError: (error) => {
      if (error instanceof NoAnswer) return;
      setIntent(null);
      void queries.invalidateQueries({ queryKey: ['case', paymentId] });
    },
  });
  return {
    done: mutation.isSuccess ? mutation.variables.change : null,
    unanswered: mutation.error instanceof NoAnswer ? (intent?.change ?? null) : null,
    error: mutation.error,
    isSending: mutation.isPending,
    make: (change) => {
      if (mutation.isPending || intent !== null) return;
      const next = { change, key: newKey() };
      setIntent(next);
      mutation.mutate(next);
    },
    again: () => {
      if (intent !== null && !mutation.isPending) mutation.mutate(intent);
    },
  };
}

/** What takes a change back; null where nothing does: a note stays. */
export function undoOf(done: CaseChange | null): CaseChange | null {
  if (done === null) return null;
  const { kind } = done;
  if (kind !== 'snooze' && kind !== 'assignment' && kind !== 'escalation') return null;
  return { kind: `${kind}-withdrawal`, body: {} };
}
