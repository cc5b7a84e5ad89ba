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
  requestReauthorisation,
  requestIncrement,
  requestCancellation,
  recordReversal,
  recordRefundFailure,
  recordReauthorisation,
  recordIncrement,
  recordDisputeMovement,
  recordDisputeEnd,
  recordCancellation,
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
    | 'assess'
    | 'review'
    | 'authorise'
    | 'increment'
    | 'reauthorise'
    | 'capture'
    | 'void'
    | 'cancel'
    | 'refund'
    | 'answer'
    | 'silence'
    | 'outside';
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
    'authorise',
    'increment',
    'reauthorise',
    'capture',
    'capture',
    'capture',
    'void',
    'cancel',
    'refund',
    'refund',
    'outside',
    'answer',
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
    case 'increment': {
      const held = payment.authorisation?.amount;
      const amount = held && held.plus(Money.of(BigInt(share), held.currency));
      return amount ? requestIncrement({ incrementId: id, amount, now }, payment) : [];
    }
    case 'reauthorise':
      return requestReauthorisation({ reauthorisationId: id, amount: part, now }, payment);
    case 'cancel':
      return requestCancellation({ cancellationId: id, reason: 'requested', now }, payment);
    case 'outside':
      return outside({ yes, share, id }, payment);
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

/** What a provider might tell of captured money without being asked. */
function outside({ yes, share, id }: Omit<Act, 'kind'>, payment: Payment): readonly PaymentEvent[] {
  const [captureId, capture] =
    [...payment.captures].findLast(([, { status }]) => status === 'captured') ?? [];
  const [refundId, refund] =
    [...payment.refunds].findLast(([, { status }]) => status === 'refunded') ?? [];
  const captureReference = capture?.reference ?? null;
  if (!capture || captureId === undefined || captureReference === null) return [];
  const { amount } = capture;
  const at = NOW;
  if (share > 70 && refund && refundId !== undefined) {
    const fact = { refundId, reference: refund.reference ?? id, amount: refund.amount, at };
    return recordRefundFailure({ ...fact, code: 'account_closed' }, payment, idOf);
  }
  if (share > 60) {
    return recordReversal({ captureReference, reference: id, amount, at }, payment);
  }
  const [known = id] = [...payment.disputes.keys()];
  const dispute = {
    ...{ disputeReference: known, captureReference, amount, reason: 'fraudulent' },
    ...{
      stage: 'chargeback' as const,
      dueBy: null,
      openedAt: at,
      at: `2026-03-0${1 + (share % 9)}`,
    },
  };
  if (share > 40) {
    return recordDisputeEnd({ ...dispute, outcome: yes ? 'won' : 'lost' }, payment);
  }
  const direction = yes ? 'withdrawn' : 'reinstated';
  const moved = { movementReference: id, direction, moved: amount, fee: amount } as const;
  return recordDisputeMovement({ ...dispute, ...moved }, payment);
}

function idOf(...words: readonly string[]): string {
  return words.join(':');
}

/** What a provider might answer to an open promise. */
function answer({ operation, operationId }: OpenPromise, yes: boolean, payment: Payment) {
  const at = NOW;
  const reference = `ref-${operationId}`;
  const no = { status: 'refused', code: 'declined', reason: 'no', at } as const;
  const expiresAt = null;
  switch (operation) {
    case 'increment': {
      const raised = { status: 'incremented', expiresAt, at } as const;
      return recordIncrement(operationId, yes ? raised : no, payment);
    }
    case 'reauthorise': {
      const held = { status: 'reauthorised', reference, expiresAt, at } as const;
      return recordReauthorisation(operationId, yes ? held : no, payment);
    }
    case 'cancel': {
      const gone = { status: 'cancelled', at } as const;
      return recordCancellation(operationId, yes ? gone : no, payment);
    }
    case 'authorise': {
      const url = 'https://payer.example/act';
      const orderReference = `order-${operationId}`;
      const waits = { status: 'payer-action-required', url, orderReference, at } as const;
      const asked = payment.authorisation?.orderReference !== null;
      if (!asked && operationId.startsWith('a')) {
        return recordAuthorisation(operationId, waits, payment);
      }
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
