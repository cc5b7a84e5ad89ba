import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { DECIDING } from '../case/use-decision.js';
import { caseOf, CASES, putBack, takeNext } from '../client/cases.js';
import { newKey } from '../client/new-key.js';
import { NoAnswer } from '../client/transport.js';

export type NextCase = {
  readonly take: () => void;
  readonly isTaking: boolean;
  /** None was free when it was last asked. */
  readonly isNoneFree: boolean;
  readonly error: Error | null;
};

/** Has the server say which case is next, and lease it; it is not the row below. */
export function useNextCase(go: (paymentId: string) => void): NextCase {
  const queries = useQueryClient();
  const key = useRef<string | null>(null);
  const mutation = useMutation({
    mutationFn: async () => {
      // Asked again without an answer, the same case is given, not another one.
      key.current ??= newKey();
      const taken = await takeNext(key.current);
      if (taken === null) return null;
      // Read with the lease in it: a decision names the revision that it is about.
      const queryKey = ['case', taken.paymentId];
      const queryFn = () => caseOf(taken.paymentId, taken.position);
      // It is the caller's, also where it cannot be read yet.
      await queries.query({ queryKey, queryFn, staleTime: 0 }).catch(() => undefined);
      return taken;
    },
    onSuccess: (taken) => {
      if (taken) go(taken.paymentId);
      void queries.invalidateQueries({ queryKey: [CASES] });
    },
    onSettled: (_taken, error) => {
      if (!(error instanceof NoAnswer)) key.current = null;
    },
  });
  return {
    take: () => {
      // A refusal of a decision that is on its way is shown at its case only.
      const isDeciding = queries.isMutating({ mutationKey: DECIDING }) > 0;
      if (!mutation.isPending && !isDeciding) mutation.mutate();
    },
    isTaking: mutation.isPending,
    isNoneFree: mutation.data === null,
    error: mutation.error,
  };
}

/** Puts a case back for others. */
export function usePutBack(onDone: () => void): (paymentId: string) => void {
  const queries = useQueryClient();
  const mutation = useMutation({
    mutationFn: (paymentId: string) => putBack(paymentId, newKey()),
    onSuccess: () => {
      onDone();
      void queries.invalidateQueries({ queryKey: [CASES] });
      void queries.invalidateQueries({ queryKey: ['case'] });
    },
  });
  return (paymentId) => mutation.mutate(paymentId);
}
