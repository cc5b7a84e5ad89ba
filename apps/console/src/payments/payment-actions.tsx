import { useQueryClient, useMutation } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { Button } from 'react-aria-components';
import type { ProjectionServiceTypes } from '#client';
import type { MoneyJson } from '#money';
import { newKey } from '../client/new-key.js';
import { NoAnswer, send } from '../client/transport.js';
import { ErrorText } from '../frame/trouble.js';
import { useAmountText } from '../money/amount.js';
import { Panel } from '../parts/panel.js';
import { useCaller } from '../session/session-store.js';
import { useSay } from '../words/language.js';

type Payment = ProjectionServiceTypes.PaymentResponse;
type Operation = 'capture' | 'void' | 'refund';
/** The amount is the one that was said: another one, by what happened since, is refused. */
type Intent = {
  readonly operation: Operation;
  readonly amount: MoneyJson;
  readonly key: string;
};

/** What moves money, and only for whom it is allowed: said in full, then confirmed. */
export function PaymentActions({ of }: { readonly of: Payment }): ReactNode {
  // What was asked for at one payment is not asked for at the next one that the page shows.
  return <Actions key={of.paymentId} of={of} />;
}

function Actions({ of }: { readonly of: Payment }): ReactNode {
  const say = useSay();
  const { role } = useCaller();
  const [asked, setAsked] = useState<Intent | null>(null);
  const { isPending, error, mutate } = useOperation(of, () => setAsked(null));
  const allowed = role === 'service' ? allowedFor(of) : [];
  const text = useAmountText();
  if (allowed.length === 0 && asked === null) return null;
  const isUnknown = error instanceof NoAnswer;
  return (
    <Panel title={say('action')}>
      {error !== null && (
        <p role="alert" className={isUnknown ? 'note note-warn' : 'note note-bad'}>
          {isUnknown ? say('action.unknown') : <ErrorText of={error} />}
        </p>
      )}
      {asked === null ? (
        <div className="parts-row">
          {allowed.map((operation) => (
            <Button
              key={operation}
              className="button"
              onPress={() => setAsked(intentOf(operation, of))}
            >
              {say(`action.${operation}`)}
            </Button>
          ))}
        </div>
      ) : (
        <div className="note note-warn">
          <p>{say(`action.${asked.operation}Long`, { amount: text(asked.amount) })}</p>
          <div className="parts-row">
            <Button
              className="button button-main"
              isDisabled={isPending}
              onPress={() => mutate(asked)}
            >
              {isUnknown ? say('decision.again') : say('action.confirm')}
            </Button>
            {!isUnknown && (
              <Button className="button" isDisabled={isPending} onPress={() => setAsked(null)}>
                {say('action.not')}
              </Button>
            )}
          </div>
        </div>
      )}
    </Panel>
  );
}

function allowedFor({ status, outcomeUnknown }: Payment): Operation[] {
  if (outcomeUnknown) return [];
  if (status === 'authorised') return ['capture', 'void'];
  const isCaptured = ['captured', 'partially-captured', 'partially-refunded'].includes(status);
  return isCaptured ? ['refund'] : [];
}

function intentOf(operation: Operation, { authorised, captured, refunded }: Payment): Intent {
  const left = (BigInt(captured.amount) - BigInt(refunded.amount)).toString();
  const amount = operation === 'refund' ? { ...captured, amount: left } : authorised;
  return { operation, amount, key: newKey() };
}

function useOperation({ paymentId }: Payment, onDone: () => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ operation, amount, key }: Intent) => {
      const path = `/v1/payments/${encodeURIComponent(paymentId)}/${operation}`;
      const body = operation === 'void' ? {} : { amount };
      return send({ method: 'POST', path, body, idempotencyKey: key });
    },
    onSuccess: async () => {
      onDone();
      await queries.invalidateQueries();
    },
    // A refusal ends the intent; without an answer the same key is kept.
    onError: (error) => {
      if (!(error instanceof NoAnswer)) onDone();
    },
  });
}
