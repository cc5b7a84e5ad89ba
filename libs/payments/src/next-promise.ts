import { requestAuthorisation } from './authorise/decide.js';
import { requestCancellation } from './cancel/decide.js';
import { requestCapture } from './capture/decide.js';
import type { PaymentEvent } from './catalogue/events.js';
import { evolve } from './catalogue/evolve.js';
import { nextStep, type NextStep } from './next-step.js';
import { initiatedOf } from './payment/guards.js';
import type { Payment } from './payment/payment.js';
import type { IdOf, Instant, ProviderName } from './payment/vocabulary.js';
import { requestRelease } from './void/decide.js';

type Decide = (payment: Payment) => readonly PaymentEvent[];

/** Adds to a decision what is to be recorded in the same append. */
export type Extend = (decide: Decide, now: string) => Decide;

/** What a promise depends on beside the payment. */
export type StepContext = {
  readonly now: Instant;
  readonly idOf: IdOf;
  /** Providers that would not be asked now. */
  readonly away: ReadonlySet<ProviderName>;
};

/** After these a payment mostly takes its next step at once, and nothing is looked up between. */
const FOLLOWED: ReadonlySet<string> = new Set(['RiskAssessed', 'PaymentAuthorised']);

/** Steps a payment takes by itself have fixed ids, so that two takers promise the same thing. */
export function promiseOf(
  step: Exclude<NextStep, 'assess'>,
  payment: Payment,
  { now, away, idOf }: StepContext,
): readonly PaymentEvent[] {
  const { paymentId } = initiatedOf(payment);
  const operationId = idOf('by-intent', step, paymentId, ...declinedBefore(step, payment));
  switch (step) {
    case 'authorise':
      return requestAuthorisation({ authorisationId: operationId, now, away }, payment);
    case 'capture':
      return requestCapture({ captureId: operationId, amount: null, final: true, now }, payment);
    case 'cancel': {
      const rejected = payment.review === 'rejected';
      const reason = payment.unwanted ?? (rejected ? 'requested' : 'payer-deadline');
      return requestCancellation({ cancellationId: operationId, reason, now }, payment);
    }
    case 'void':
      return requestRelease({ voidId: operationId, now }, payment);
  }
}

/**
 * A decision together with the promise of the step that follows from it. Both become durable in one
 * append, which spares each payment two of its six commits.
 */
export function withNextPromise(idOf: IdOf, away: StepContext['away'] = new Set()): Extend {
  return (decide, now) => (payment) => extended(decide(payment), payment, { now, away, idOf });
}

function extended(
  decided: readonly PaymentEvent[],
  payment: Payment,
  context: StepContext,
): readonly PaymentEvent[] {
  const last = decided.at(-1);
  if (!last || !FOLLOWED.has(last.type)) return decided;
  const after = decided.reduce(evolve, payment);
  const step = nextStep(after, context.now);
  if (step === null || step === 'assess') return decided;
  return [...decided, ...promiseOf(step, after, context)];
}

/** An attempt at another provider is another promise than the one that was declined. */
function declinedBefore(step: NextStep, { authorisation }: Payment): string[] {
  const again = step === 'authorise' && authorisation?.status === 'declined';
  return again ? [authorisation.authorisationId] : [];
}
