import type { FactOf, PaymentFact, ProviderName } from '#provider-port';
import { recordAuthorisation, requestAuthorisation } from '../authorise/decide.js';
import { recordAbandonment } from '../cancel/decide.js';
import { recordCapture } from '../capture/decide.js';
import { recordCaptureFact, recordReversal } from '../capture/fact.js';
import type { PaymentEvent } from '../catalogue/events.js';
import { contradictionOf, isMoneyFact } from '../contradiction/find.js';
import { refusalOf } from '../decline/refusal-fields.js';
import {
  recordDispute,
  recordDisputeEnd,
  recordDisputeMovement,
  recordFraudReport,
  recordProviderReview,
} from '../dispute/decide.js';
import { recordFee } from '../fee/decide.js';
import { recordIncrement, recordOutsideIncrement } from '../increment/decide.js';
import type { Contradiction } from '../payment/contradiction.js';
import { MissingPredecessor } from '../payment/errors.js';
import { captureOf } from '../payment/guards.js';
import type { Payment } from '../payment/payment.js';
import type { IdOf, Instant } from '../payment/vocabulary.js';
import { recordRefundFact, recordRefundFailure } from '../refund/fact.js';
import { recordRelease } from '../void/decide.js';

/** What a decision about a fact depends on beside the fact and the payment. */
export type FactContext = {
  readonly provider: ProviderName;
  readonly now: Instant;
  readonly idOf: IdOf;
};

type Decide<Fact> = (fact: Fact, payment: Payment, context: FactContext) => readonly PaymentEvent[];
type Decisions = { readonly [Kind in PaymentFact['kind']]: Decide<FactOf<Kind>> };

/**
 * What a provider's fact means for a payment. Nothing, when the payment knows it already.
 *
 * @throws MissingPredecessor when the fact is about something the payment does not know (yet).
 * @throws FactContradicts when it cannot be true together with what is recorded (yet).
 */
export function decideFact(
  fact: PaymentFact,
  payment: Payment,
  context: FactContext,
): readonly PaymentEvent[] {
  // What the provider before says of a payment that went another way is no news of it.
  if (payment.initiated && payment.initiated.provider !== context.provider) return [];
  const contradiction = isMoneyFact(fact) ? contradictionOf(fact, payment, idsOf(context)) : null;
  if (contradiction) throw new FactContradicts(contradiction);
  // TypeScript cannot see that the kind of the row and of the fact are the same.
  const decide = DECISIONS[fact.kind] as Decide<PaymentFact>;
  return decide(fact, payment, context);
}

/** A signed fact and the record cannot both be true. */
export class FactContradicts extends Error {
  override readonly name = 'FactContradicts';

  constructor(readonly contradiction: Contradiction) {
    super(contradiction.explanation);
  }
}

/** One row for each kind of fact; the type demands them all. */
const DECISIONS: Decisions = {
  'payer-action-completed': ({ orderReference }, payment, { now }) => {
    const { authorisationId, ...authorisation } = authorisationOf(payment);
    const waits = authorisation.status === 'payer-action-required';
    if (!waits || authorisation.orderReference !== orderReference) return [];
    // A cart that was cancelled meanwhile keeps no payment.
    if (payment.unwanted !== null || payment.cancellation?.status === 'requested') return [];
    return requestAuthorisation({ authorisationId, now }, payment);
  },

  'payer-action-abandoned': ({ orderReference, at }, payment, { provider, idOf }) => {
    const cancellationId = idOf('abandoned', provider, orderReference);
    return recordAbandonment({ cancellationId, orderReference, at }, payment);
  },

  authorised: ({ authorisationId, reference, expiresAt, at }, payment) => {
    const known = authorisationOf(payment).authorisationId;
    if ((authorisationId ?? known) !== known) return [];
    const outcome = { status: 'authorised', reference, expiresAt, at } as const;
    return recordAuthorisation(known, outcome, payment);
  },

  'authorisation-declined': ({ authorisationId, ...refusal }, payment) => {
    const known = authorisationOf(payment).authorisationId;
    if ((authorisationId ?? known) !== known) return [];
    return recordAuthorisation(known, refusalOf(refusal), payment);
  },

  'authorisation-changed': (fact, payment, { provider, idOf }) => {
    const { operationId, reference, amount, expiresAt, at } = fact;
    if (heldReferenceOf(payment) !== reference) return [];
    const { holdChange } = payment;
    if (holdChange?.status === 'requested' && holdChange.operationId === operationId) {
      const outcome = { status: 'incremented', expiresAt, at } as const;
      return recordIncrement(holdChange.operationId, outcome, payment);
    }
    const total = amount.minorUnits.toString();
    const incrementId = operationId ?? idOf('increment', provider, reference, total);
    return recordOutsideIncrement({ incrementId, amount, expiresAt, at }, payment);
  },

  captured: (fact, payment, context) => recordCaptureFact(fact, payment, idsOf(context)),

  'capture-failed': ({ captureId, ...refusal }, payment) =>
    captureId === null ? [] : recordCapture(captureId, refusalOf(refusal), payment),

  'capture-reversed': recordReversal,

  'fee-known': ({ captureId, captureReference, fee, at }, payment) => {
    const own = captureId !== null && payment.captures.has(captureId);
    return recordFee(
      { captureId: own ? captureId : captureOf(captureReference, payment)[0], fee, at },
      payment,
    );
  },

  voided: ({ reference, expired, at }, payment, { provider, idOf }) => {
    if (payment.holdChange?.status === 'requested') {
      throw new MissingPredecessor('the hold is being changed');
    }
    if (heldReferenceOf(payment) !== reference) return [];
    return recordRelease({ expired, factId: idOf('released', provider, reference), at }, payment);
  },

  refunded: (fact, payment, context) => recordRefundFact(fact, payment, idsOf(context)),

  'refund-failed': (fact, payment, context) => recordRefundFailure(fact, payment, idsOf(context)),

  'dispute-seen': recordDispute,
  'dispute-moved-money': recordDisputeMovement,
  'dispute-closed': recordDisputeEnd,
  'fraud-reported': recordFraudReport,
  'review-opened': (fact, payment) => recordProviderReview({ ...fact, state: 'open' }, payment),
  'review-closed': (fact, payment) => recordProviderReview({ ...fact, state: 'closed' }, payment),
};

function authorisationOf({ authorisation }: Payment) {
  if (!authorisation) throw new MissingPredecessor('no authorisation was requested');
  return authorisation;
}

/** The reference of the hold; while the provider has not told it, its facts have to wait. */
function heldReferenceOf(payment: Payment): string {
  const { reference, status } = authorisationOf(payment);
  if (reference === null && status !== 'cancelled') {
    throw new MissingPredecessor('the authorisation is not recorded');
  }
  return reference ?? '';
}

/** Providers number their objects each by itself, so the provider is part of the id. */
function idsOf({ provider, idOf }: FactContext): IdOf {
  return (...words) => idOf('outside', provider, ...words);
}
