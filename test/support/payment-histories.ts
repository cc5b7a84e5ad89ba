import fc from 'fast-check';
import { Money } from '#money';
import {
  decideReview,
  evolve,
  initiatePayment,
  NO_PAYMENT,
  openPromises,
  PaymentError,
  recordAssessment,
  recordAuthorisation,
  recordCapture,
  recordRefund,
  recordUnknown,
  recordVoid,
  requestAuthorisation,
  requestCapture,
  requestRefund,
  requestVoid,
  type OpenPromise,
  type Payment,
  type PaymentEvent,
} from '#payments';
import { ASSESSMENT, initiated, NOW } from './payment-events.js';

type Act = {
  readonly kind:
    'assess' | 'review' | 'authorise' | 'capture' | 'void' | 'refund' | 'answer' | 'silence';
  readonly yes: boolean;
  readonly share: number;
  readonly id: string;
};

const act: fc.Arbitrary<Act> = fc.record({
  kind: fc.constantFrom(
    'assess',
    'review',
    'authorise',
    'authorise',
    'capture',
    'capture',
    'void',
    'refund',
    'answer',
    'answer',
    'answer',
    'silence',
  ),
  yes: fc.integer({ min: 0, max: 9 }).map((roll) => roll > 1),
  share: fc.integer({ min: 1, max: 100 }),
  id: fc.uuid(),
});

/**
 * Random histories of one payment, as the deciders would write them: every command is tried, and
 * what is refused leaves no event.
 */
export const paymentHistory: fc.Arbitrary<PaymentEvent[]> = fc
  .record({
    currency: fc.constantFrom('EUR', 'JPY', 'OMR', 'USD'),
    minorUnits: fc.integer({ min: 1, max: 5_000_000 }),
    intent: fc.constantFrom('initiate', 'authorise', 'capture'),
    paymentId: fc.uuid(),
    // Fast-check prefers short arrays, which would hardly ever reach a capture.
    acts: fc.array(act, { maxLength: 40, size: 'max' }),
  })
  .map(({ currency, minorUnits, intent, paymentId, acts }) => {
    const amount = Money.of(BigInt(minorUnits), currency);
    const { initiatedAt, ...facts } = initiated({ paymentId, amount, intent }).data;
    const history: PaymentEvent[] = [
      ...initiatePayment({ ...facts, now: initiatedAt }, NO_PAYMENT),
    ];
    let payment = history.reduce(evolve, NO_PAYMENT);
    for (const next of acts) {
      const decided = attempt(next, payment);
      payment = decided.reduce(evolve, payment);
      history.push(...decided);
    }
    return history;
  });

function attempt(next: Act, payment: Payment): readonly PaymentEvent[] {
  try {
    return decide(next, payment);
  } catch (error) {
    if (error instanceof PaymentError) return [];
    throw error;
  }
}

function decide({ kind, yes, share, id }: Act, payment: Payment): readonly PaymentEvent[] {
  const now = NOW;
  const part = partOf(payment, share);
  switch (kind) {
    case 'assess': {
      const verdict = yes ? 'approve' : share > 50 ? 'review' : 'decline';
      const assessment = { ...ASSESSMENT, verdict } as const;
      return recordAssessment({ assessment, stage: 'inline', policy: 'policy-1', now }, payment);
    }
    case 'review': {
      const decision = yes ? 'approve' : 'reject';
      return decideReview({ decision, analyst: 'amal', note: '', now }, payment);
    }
    case 'authorise':
      return requestAuthorisation({ authorisationId: id, now }, payment);
    case 'capture':
      return requestCapture({ captureId: id, amount: part, final: yes, now }, payment);
    case 'void':
      return requestVoid({ voidId: id, now }, payment);
    case 'refund': {
      const captureId = [...payment.captures.keys()].at(-1) ?? null;
      return requestRefund({ refundId: id, captureId, amount: part, reason: '', now }, payment);
    }
    case 'answer': {
      const promise = openPromises(payment).at(0);
      return promise ? answer(promise, yes, payment) : [];
    }
    case 'silence': {
      const promise = openPromises(payment).at(0);
      return promise ? recordUnknown(promise, { reason: 'timeout', now }, payment) : [];
    }
  }
}

function partOf({ initiated: facts }: Payment, share: number): Money | null {
  if (!facts || share > 80) return null;
  const minorUnits = (facts.amount.minorUnits * BigInt(share)) / 100n;
  return Money.of(minorUnits > 0n ? minorUnits : 1n, facts.amount.currency);
}

/** What a provider might answer to an open promise. */
function answer({ operation, operationId }: OpenPromise, yes: boolean, payment: Payment) {
  const at = NOW;
  const reference = `ref-${operationId}`;
  const no = { status: 'refused', code: 'declined', reason: 'no', at } as const;
  switch (operation) {
    case 'authorise': {
      const held = { status: 'authorised', reference, expiresAt: null, at } as const;
      return recordAuthorisation(operationId, yes ? held : no, payment);
    }
    case 'capture': {
      const fee = payment.initiated && Money.of(3n, payment.initiated.amount.currency);
      const taken = { status: 'captured', reference, fee, at } as const;
      return recordCapture(operationId, yes ? taken : no, payment);
    }
    case 'void':
      return recordVoid(operationId, yes ? { status: 'voided', at } : no, payment);
    case 'refund':
      return recordRefund(operationId, yes ? { status: 'refunded', reference, at } : no, payment);
  }
}
