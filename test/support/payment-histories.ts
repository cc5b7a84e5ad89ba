import fc from 'fast-check';
import { Money } from '#money';
import {
  decideReview,
  evolve,
  initiatePayment,
  NO_PAYMENT,
  openPromises,
  planCancellation,
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
  recordRefusal,
  recordUnknown,
  recordVoid,
  requestAuthorisation,
  requestCapture,
  requestRefund,
  requestVoid,
  type OpenPromise,
  type Operation,
  type Payment,
  type PaymentEvent,
  type Routing,
} from '#payments';
import { ASSESSMENT, initiated, NOW } from './payment-events.js';

type Kind = Operation | 'assess' | 'review' | 'plan' | 'answer' | 'silence' | 'outside';

type Act = {
  readonly kind: Kind;
  readonly yes: boolean;
  readonly share: number;
  readonly id: string;
};

/** How often each is tried, beside the others. */
const TRIES: Readonly<Record<Kind, number>> = {
  assess: 1,
  review: 1,
  authorise: 3,
  increment: 1,
  reauthorise: 1,
  capture: 3,
  void: 1,
  cancel: 1,
  plan: 1,
  refund: 2,
  outside: 1,
  answer: 4,
  silence: 1,
};

const act: fc.Arbitrary<Act> = fc.record({
  kind: fc.constantFrom(
    ...Object.entries(TRIES).flatMap(([kind, tries]) => Array<Kind>(tries).fill(kind as Kind)),
  ),
  yes: fc.integer({ min: 0, max: 9 }).map((roll) => roll > 1),
  share: fc.integer({ min: 1, max: 100 }),
  id: fc.uuid(),
});

/** Every payment may go to PayPal instead. */
const clockBounds = { behindMs: 0, aheadMs: 0 };

const routing: Routing = {
  policy: 'policy-1',
  reason: 'command-order',
  alternatives: [{ provider: 'paypal', method: { kind: 'paypal' } }],
};

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
    const { initiatedAt, ...facts } = initiated({ paymentId, amount, intent, routing }).data;
    const history: PaymentEvent[] = [
      ...initiatePayment({ ...facts, now: initiatedAt, clockBounds }, NO_PAYMENT),
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

type Decide = (act: Omit<Act, 'kind'>, payment: Payment) => readonly PaymentEvent[];

const now = NOW;

const DECIDERS: Readonly<Record<Kind, Decide>> = {
  assess: ({ yes, share }, payment) => {
    const verdict = yes ? 'approve' : share > 50 ? 'review' : 'decline';
    const assessment = { ...ASSESSMENT, verdict } as const;
    return recordAssessment({ assessment, stage: 'inline', policy: 'policy-1', now }, payment);
  },
  review: ({ yes }, payment) => {
    const decision = yes ? 'approve' : 'reject';
    return decideReview({ decision, analyst: 'amal', note: '', now }, payment);
  },
  authorise: ({ share, id }, payment) => {
    const away = new Set(share > 70 ? (['stripe'] as const) : []);
    return requestAuthorisation({ authorisationId: id, now, away }, payment);
  },
  increment: ({ share, id }, payment) => {
    const held = payment.authorisation?.amount;
    const amount = held?.plus(Money.of(BigInt(share), held.currency));
    return amount ? requestIncrement({ incrementId: id, amount, now }, payment) : [];
  },
  reauthorise: ({ share, id }, payment) => {
    const amount = partOf(payment, share);
    return requestReauthorisation({ reauthorisationId: id, amount, now }, payment);
  },
  cancel: ({ id }, payment) =>
    requestCancellation({ cancellationId: id, reason: 'requested', now }, payment),
  // Rarely, since nothing is captured after it.
  plan: ({ share, id }, payment) =>
    share > 15
      ? []
      : planCancellation({ cancellationId: id, reason: 'order-cancelled', now }, payment),
  capture: ({ yes: final, share, id }, payment) =>
    requestCapture({ captureId: id, amount: partOf(payment, share), final, now }, payment),
  void: ({ id }, payment) => requestVoid({ voidId: id, now }, payment),
  refund: ({ share, id }, payment) => {
    const captureId = [...payment.captures.keys()].at(-1) ?? null;
    const amount = partOf(payment, share);
    return requestRefund({ refundId: id, captureId, amount, reason: '', now }, payment);
  },
  answer: ({ yes }, payment) => {
    const promise = openPromises(payment).at(0);
    return promise ? answer(promise, yes, payment) : [];
  },
  silence: (_, payment) => {
    const promise = openPromises(payment).at(0);
    return promise ? recordUnknown(promise, { reason: 'timeout', now }, payment) : [];
  },
  outside,
};

function decide({ kind, ...act }: Act, payment: Payment): readonly PaymentEvent[] {
  return DECIDERS[kind](act, payment);
}

function partOf({ initiated: facts }: Payment, share: number): Money | null {
  if (!facts || share > 80) return null;
  const minorUnits = (facts.amount.minorUnits * BigInt(share)) / 100n;
  return Money.of(minorUnits > 0n ? minorUnits : 1n, facts.amount.currency);
}

/** What a provider might tell of captured money without being asked. */
function outside({ yes, share, id }: Omit<Act, 'kind'>, payment: Payment): readonly PaymentEvent[] {
  const captures = [...payment.captures.values()];
  const capture = captures.findLast(({ status }) => status === 'captured');
  if (!capture?.reference) return [];
  const { amount, reference: captureReference } = capture;
  const at = `2026-03-0${1 + (share % 9)}`;
  if (share > 70) return comeBack(id, payment);
  if (share > 60) return recordReversal({ captureReference, reference: id, amount, at }, payment);
  const [known = id] = [...payment.disputes.keys()];
  const facts = { captureReference, amount, reason: 'fraudulent', openedAt: NOW, dueBy: null };
  const dispute = { disputeReference: known, ...facts, stage: 'chargeback' as const, at };
  if (share > 40) {
    return recordDisputeEnd({ ...dispute, outcome: yes ? 'won' : 'lost' }, payment);
  }
  const direction = yes ? 'withdrawn' : 'reinstated';
  const moved = { movementReference: id, direction, moved: amount, fee: amount } as const;
  return recordDisputeMovement({ ...dispute, ...moved }, payment);
}

function comeBack(id: string, payment: Payment): readonly PaymentEvent[] {
  const given = [...payment.refunds].findLast(([, { status }]) => status === 'refunded');
  if (!given) return [];
  const [refundId, { reference, amount }] = given;
  const fact = { refundId, reference: reference ?? id, amount, code: 'account_closed', at: NOW };
  return recordRefundFailure(fact, payment, idOf);
}

function idOf(...words: readonly string[]): string {
  return words.join(':');
}

/** What a provider might answer to an open promise. */
function answer(promise: OpenPromise, yes: boolean, payment: Payment) {
  const { operation, operationId } = promise;
  if (yes) return YES[operation](operationId, payment);
  const whole = /^[0-3]/.test(operationId) && ({ unsupported: true } as const);
  const no = { status: 'refused', code: 'declined', reason: 'no', ...whole, at } as const;
  return recordRefusal(promise, no, payment);
}

type Answer = (id: string, payment: Payment) => readonly PaymentEvent[];

const at = NOW;
const expiresAt = null;

const YES: Readonly<Record<Operation, Answer>> = {
  authorise: (id, payment) => {
    const orderReference = `order-${id}`;
    const url = 'https://payer.example/act';
    const waits = { status: 'payer-action-required', url, orderReference, at } as const;
    const held = { status: 'authorised', reference: `ref-${id}`, expiresAt, at } as const;
    const asksFirst = payment.authorisation?.orderReference === null && id.startsWith('a');
    return recordAuthorisation(id, asksFirst ? waits : held, payment);
  },
  increment: (id, payment) =>
    recordIncrement(id, { status: 'incremented', expiresAt, at }, payment),
  reauthorise: (id, payment) => {
    const held = { status: 'reauthorised', reference: `ref-${id}`, expiresAt, at } as const;
    return recordReauthorisation(id, held, payment);
  },
  cancel: (id, payment) => recordCancellation(id, { status: 'cancelled', at }, payment),
  capture: (id, payment) => {
    const fee = payment.initiated && Money.of(3n, payment.initiated.amount.currency);
    return recordCapture(id, { status: 'captured', reference: `ref-${id}`, fee, at }, payment);
  },
  void: (id, payment) => recordVoid(id, { status: 'voided', at }, payment),
  refund: (id, payment) =>
    recordRefund(id, { status: 'refunded', reference: `ref-${id}`, fee: null, at }, payment),
};
