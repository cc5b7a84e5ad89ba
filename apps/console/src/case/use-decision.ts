import { useMutation, useQueryClient } from '@tanstack/react-query';
import { caseOf, CASES, decide, type Case } from '../client/cases.js';
import { newKey } from '../client/new-key.js';
import { NoAnswer } from '../client/transport.js';
import { useDraft, type Draft, type Intent } from './draft.js';

/** How the decision of a case stands. */
export type Standing =
  | { readonly is: 'open' | 'sending' | 'unknown' }
  | { readonly is: 'recorded'; readonly decision: 'approve' | 'reject' }
  | { readonly is: 'refused'; readonly error: Error };

export type Deciding = {
  readonly standing: Standing;
  readonly draft: Draft;
  readonly change: (part: Partial<Draft>) => void;
  readonly approve: () => void;
  /** Only with a reason chosen. */
  readonly reject: () => void;
  /** Sends what has no answer again, under the same key. */
  readonly again: () => void;
};

/** The key of decisions that are on their way. */
export const DECIDING = ['deciding'];

/** Deciding one case: each intent has one key, and what has no answer is said to have none. */
export function useDecision({ paymentId, desk }: Case, onRecorded: () => void): Deciding {
  const queries = useQueryClient();
  const [draft, change, forget] = useDraft(paymentId);
  const readAgain = async (position: string): Promise<void> => {
    const queryKey = ['case', paymentId];
    const queryFn = () => caseOf(paymentId, position);
    await queries.query({ queryKey, queryFn, staleTime: 0 }).catch(() => undefined);
    await queries.invalidateQueries({ queryKey: [CASES] });
    await queries.invalidateQueries({ queryKey: ['events', paymentId] });
  };
  const mutation = useMutation({
    mutationKey: DECIDING,
    mutationFn: ({ body, key }: Intent) => decide(paymentId, body, key),
    onSuccess: ({ position }) => {
      forget();
      onRecorded();
      // Not waited for: it is recorded, also where it cannot be read yet.
      void readAgain(position);
    },
    onError: (error) => {
      if (error instanceof NoAnswer) return;
      change({ intent: null });
      // What others did meanwhile is the most common reason.
      void queries.invalidateQueries({ queryKey: ['case', paymentId] });
    },
  });
  const send = (body: Intent['body']): void => {
    if (mutation.isPending || draft.intent !== null) return;
    // Decided is what was seen: a case that changed since is refused.
    const seen = { ...body, expectedRevision: desk.revision };
    const intent = { body: seen, key: newKey() };
    change({ intent });
    mutation.mutate(intent);
  };
  return {
    standing: standingOf(mutation, draft),
    draft,
    change,
    approve: () => send({ decision: 'approve', note: draft.note.trim() }),
    reject: () => {
      if (draft.reason !== null) send(rejectionOf(draft));
    },
    again: () => {
      if (draft.intent !== null && !mutation.isPending) mutation.mutate(draft.intent);
    },
  };
}

function rejectionOf({ reason, note }: Draft): Intent['body'] {
  return { decision: 'reject', reason, note: note.trim() };
}

type Sent = {
  readonly isPending: boolean;
  readonly isSuccess: boolean;
  readonly error: Error | null;
  readonly variables: Intent | undefined;
};

function standingOf({ isPending, isSuccess, error, variables }: Sent, draft: Draft): Standing {
  if (isPending) return { is: 'sending' };
  if (draft.intent !== null) return { is: 'unknown' };
  if (error !== null) return { is: 'refused', error };
  return isSuccess && variables
    ? { is: 'recorded', decision: variables.body.decision }
    : { is: 'open' };
}
