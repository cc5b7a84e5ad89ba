import type { StripeDispute } from './disputes/records.js';
import { renderDispute } from './disputes/render.js';
import type { StripeFraudWarning, StripeReview } from './fraud/records.js';
import { renderFraudWarning, renderReview } from './fraud/render.js';
import type { StripePayout } from './payouts/records.js';
import { renderPayout } from './payouts/render.js';
import { renderCharge, renderPayment, renderRefund } from './render.js';
import type { StripeCharge, StripePayment, StripeRefund } from './records.js';

export const STRIPE_API_VERSION = '2026-10-28.endive';

export type StripeEventType =
  | 'payment_intent.created'
  | 'payment_intent.requires_action'
  | 'payment_intent.amount_capturable_updated'
  | 'payment_intent.succeeded'
  | 'payment_intent.payment_failed'
  | 'payment_intent.canceled'
  | 'charge.succeeded'
  | 'charge.captured'
  | 'charge.failed'
  | 'charge.expired'
  | 'charge.updated'
  | 'charge.refunded'
  | 'refund.created'
  | 'refund.updated'
  | 'refund.failed'
  | 'charge.dispute.created'
  | 'charge.dispute.updated'
  | 'charge.dispute.funds_withdrawn'
  | 'charge.dispute.funds_reinstated'
  | 'charge.dispute.closed'
  | 'radar.early_fraud_warning.created'
  | 'radar.early_fraud_warning.updated'
  | 'review.opened'
  | 'review.closed'
  | 'payout.created'
  | 'payout.updated'
  | 'payout.paid'
  | 'payout.failed'
  | 'payout.reconciliation_completed';

/** What an event was about, as it stood then: a snapshot never changes. */
export type Subject =
  | { readonly kind: 'payment'; readonly record: StripePayment }
  | { readonly kind: 'charge'; readonly record: StripeCharge }
  | { readonly kind: 'refund'; readonly record: StripeRefund }
  | { readonly kind: 'dispute'; readonly record: StripeDispute }
  | { readonly kind: 'review'; readonly record: StripeReview }
  | { readonly kind: 'fraud-warning'; readonly record: StripeFraudWarning }
  | { readonly kind: 'payout'; readonly record: StripePayout };

export type StripeEvent = {
  readonly id: string;
  readonly type: StripeEventType;
  readonly created: number;
  readonly subject: Subject;
  /** Fields of the object before, where Stripe tells them. */
  readonly previous: Readonly<Record<string, unknown>> | null;
  readonly request: { readonly id: string | null; readonly idempotencyKey: string | null };
};

/** The payment that an event belongs to: events of one payment are delivered in order. */
export function threadOf({ subject }: StripeEvent): string {
  if (subject.kind === 'payment' || subject.kind === 'payout') return subject.record.id;
  return subject.record.payment;
}

/** @param pending how many endpoints have not taken it yet. */
export function renderEvent(event: StripeEvent, pending: number): object {
  const { id, type, created, request, previous } = event;
  return {
    id,
    object: 'event',
    api_version: STRIPE_API_VERSION,
    created,
    data: {
      object: renderSubject(event.subject, created),
      ...(previous === null ? {} : { previous_attributes: previous }),
    },
    livemode: false,
    pending_webhooks: pending,
    request: { id: request.id, idempotency_key: request.idempotencyKey },
    type,
  };
}

function renderSubject(subject: Subject, at: number): object {
  switch (subject.kind) {
    case 'payment':
      return renderPayment(subject.record);
    case 'charge':
      return renderCharge(subject.record);
    case 'refund':
      return renderRefund(subject.record);
    case 'dispute':
      return renderDispute(subject.record, at);
    case 'review':
      return renderReview(subject.record);
    case 'fraud-warning':
      return renderFraudWarning(subject.record);
    case 'payout':
      return renderPayout(subject.record);
  }
}
