import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { newKey } from './new-key.js';
import { NoAnswer, send, type Call } from './transport.js';

type Asked = Pick<Call, 'path' | 'body'>;
type Intent = Asked & { readonly key: string };

export type Intention = {
  /** Sends it under a key of its own, unless something has no answer yet. */
  readonly ask: (asked: Asked) => void;
  /** Sends what has no answer again, under its key. */
  readonly again: () => void;
  readonly isSending: boolean;
  /** Nothing is known of what was asked for; only the same may be asked again. */
  readonly isUnanswered: boolean;
  /** The last one was done; some answers are empty. */
  readonly isDone: boolean;
  /** What the service answered last; null: nothing. */
  readonly answer: unknown;
  /** Of a refusal: nothing was done. */
  readonly refusal: Error | null;
};

/** Something asked for with a POST: one intent has one key until an answer came. */
export function useIntent(onDone: (answer: unknown) => void = () => undefined): Intention {
  const [intent, setIntent] = useState<Intent | null>(null);
  const { mutate, isPending, isSuccess, error, data } = useMutation({
    mutationFn: ({ path, body, key }: Intent) =>
      send({ method: 'POST', path, body: body ?? {}, idempotencyKey: key }),
    onSuccess: (answer) => {
      setIntent(null);
      onDone(answer);
    },
    onError: (failure) => {
      if (!(failure instanceof NoAnswer)) setIntent(null);
    },
  });
  const isUnanswered = error instanceof NoAnswer;
  return {
    ask: (asked) => {
      if (isPending || intent !== null) return;
      const next = { ...asked, key: newKey() };
      setIntent(next);
      mutate(next);
    },
    again: () => {
      if (intent !== null && !isPending) mutate(intent);
    },
    isSending: isPending,
    isUnanswered,
    isDone: isSuccess,
    answer: data ?? null,
    refusal: isUnanswered ? null : error,
  };
}
