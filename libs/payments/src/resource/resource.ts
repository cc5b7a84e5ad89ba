import type { MoneyJson } from '#money';
import type { Decline } from '../decline/decline.js';
import { declineOfPayment } from '../decline/payment-declines.js';
import { disputedOf } from '../payment/given-back.js';
import { initiatedOf, openContradictions } from '../payment/guards.js';
import { openPromises } from '../payment/open-promises.js';
import type { Payment } from '../payment/payment.js';
import { reviewOf } from '../payment/standing.js';
import { statusOf } from '../payment/status.js';
import { capturedOf, refundedOf } from '../payment/sums.js';
import { capturesIn, disputesIn, disputeOf, refundsIn, reversalsIn } from './operations.js';
import { riskOf } from './risk.js';
import { latest, type TimelineEntry } from './timeline.js';

/** A payment's fold, and what its resource tells beside it. */
export type PaymentRecord = {
  /** Who initiated it. */
  readonly client: string;
  readonly payment: Payment;
  /** Of every event, in order. */
  readonly timeline: readonly TimelineEntry[];
};

/** A payment as callers see it, whichever service answers. */
export type PaymentResource = ReturnType<typeof paymentResource>;

/** @throws PaymentError `payment-not-found` for a payment that was never initiated. */
export function paymentResource({ client, payment, timeline }: PaymentRecord) {
  const initiated = initiatedOf(payment);
  const { paymentId, orderId, merchantId, customerId, metadata, amount } = initiated;
  return {
    paymentId,
    client,
    orderId,
    merchantId,
    customerId,
    metadata,
    status: statusOf(payment),
    review: reviewOf(payment),
    provider: initiated.provider,
    method: { kind: initiated.method.kind },
    amount: amount.toJSON(),
    authorised: authorisedIn(payment),
    captured: capturedOf(payment, amount).toJSON(),
    refunded: refundedOf(payment, amount).toJSON(),
    disputed: disputedOf(payment, amount).toJSON(),
    ...standingOf(payment),
    risk: riskOf(payment),
    decline: declineIn(payment, timeline),
    captures: capturesIn(payment),
    refunds: refundsIn(payment),
    reversals: reversalsIn(payment),
    dispute: disputeOf(payment),
    disputes: disputesIn(payment),
    timeline,
    createdAt: initiated.initiatedAt,
    updatedAt: latest(timeline),
    revision: timeline.length - 1,
  };
}

/** When an analyst rejected a payment is in its timeline, and not in its fold. */
function declineIn(payment: Payment, timeline: readonly TimelineEntry[]): Decline | null {
  const decline = declineOfPayment(payment);
  if (!decline || decline.at !== null) return decline;
  const rejected = timeline.findLast(({ kind }) => kind === 'ReviewRejected');
  return { ...decline, at: rejected?.at ?? null };
}

/** What the money waits for. */
function standingOf(payment: Payment) {
  const { authorisation, unknown, escalated } = payment;
  return {
    authorisation: authorisationIn(payment),
    action: authorisation?.actionUrl ? { url: authorisation.actionUrl } : null,
    expiresAt: authorisation?.deadline ?? authorisation?.expiresAt ?? null,
    outcomeUnknown: unknown.size > 0,
    unknown: openPromises(payment)
      .filter(({ operationId }) => unknown.has(operationId))
      .map((promise) => ({ ...promise, escalated: escalated.has(promise.operationId) })),
    contradictions: openContradictions(payment).map(
      ([contradictionId, { rule, explanation, foundAt: since }]) => {
        return { contradictionId, rule, explanation, since };
      },
    ),
  };
}

function authorisationIn({ authorisation }: Payment) {
  if (!authorisation) return null;
  const { authorisationId, status, amount, reference, expiresAt } = authorisation;
  return { authorisationId, status, amount: amount.toJSON(), reference, expiresAt };
}

function authorisedIn(payment: Payment): MoneyJson {
  const { authorisation } = payment;
  return authorisation?.status === 'authorised'
    ? authorisation.amount.toJSON()
    : { amount: '0', currency: initiatedOf(payment).amount.currency };
}
