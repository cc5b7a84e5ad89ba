import { linkOf } from '#event-shapes';
import type { RecordedEvent } from '#event-store';
import {
  capturedOf,
  disputedOf,
  evolve,
  NO_PAYMENT,
  PAYMENT_EVENT_TYPES,
  PAYMENT_STREAM_PREFIX,
  referencesOf,
  refundedOf,
  statusOf,
  timelineEntryOf,
  upcast,
  type EventOf,
  type Payment,
  type PaymentEvent,
} from '#payments';
import { defineProjection, each, rowsOf, type View } from '#projections';
import { ORDER_VIEW_4_TABLES } from '../../migrations/1795230000014-create-order-view-4.js';
import { clientOf, paymentIdOf } from '../recorded.js';
import { openContradiction, settleContradiction, showContradictions } from './contradictions.js';
import { OrderContradiction } from './order-contradiction.entity.js';
import { OrderPayment } from './order-payment.entity.js';
import { fromJson, toJson } from './payment-json.js';

/** What the shop sees of an order's money. */
export const orderView = defineProjection<PaymentEvent>({
  name: 'order-view-4',
  streamPrefixes: [PAYMENT_STREAM_PREFIX],
  rows: [OrderPayment, OrderContradiction],
  tables: ORDER_VIEW_4_TABLES,
  upcast,
  reads: (recorded) => [
    rowsOf(OrderPayment, 'paymentId', paymentIdOf(recorded)),
    rowsOf(OrderContradiction, 'paymentId', paymentIdOf(recorded)),
  ],
  on: {
    ...each(PAYMENT_EVENT_TYPES, change),
    PaymentInitiated: open,
    ContradictionFound: (event, view, recorded) => {
      change(event, view, recorded);
      openContradiction(event, view, recorded);
    },
    ContradictionSettled: (event, view, recorded) => {
      change(event, view, recorded);
      settleContradiction(event, view);
    },
  },
});

function open(event: EventOf<'PaymentInitiated'>, view: View, recorded: RecordedEvent): void {
  const { paymentId, orderId, merchantId, customerId, amount, metadata, initiatedAt } = event.data;
  const createdAt = new Date(initiatedAt);
  view.put(OrderPayment, {
    paymentId,
    client: clientOf(recorded),
    orderId,
    merchantId,
    customerId,
    currency: amount.currency,
    amount: amount.minorUnits.toString(),
    metadata: searchedOf(metadata),
    createdAt,
    updatedAt: createdAt,
    opened: recorded.position.commit.toString(),
    providerReferences: [],
    timeline: [timelineEntryOf(event)],
    ...stateOf(evolve(NO_PAYMENT, event)),
  });
}

/** What a search compares; the words themselves are in the payment. */
function searchedOf(metadata: Readonly<Record<string, string>>) {
  const entries = Object.entries(metadata).map(([key, value]) => [key, linkOf(value)] as const);
  return entries.length === 0 ? null : Object.fromEntries(entries);
}

function change(event: PaymentEvent, view: View, recorded: RecordedEvent): void {
  const { paymentId } = event.data;
  const row = view.find(OrderPayment, { paymentId });
  if (!row) throw new RangeError(`payment ${paymentId} was never initiated`);
  const payment = evolve(fromJson(row.payment), event);
  const entry = timelineEntryOf(event);
  const at = new Date(entry.at);
  view.put(OrderPayment, {
    ...row,
    ...stateOf(payment),
    providerReferences: [...new Set([...row.providerReferences, ...referencesOf(payment)])],
    updatedAt: at > row.updatedAt ? at : row.updatedAt,
    timeline: [...row.timeline, entry],
  });
  showContradictions(paymentId, payment, { view, recorded });
}

/** The columns that follow from the fold alone. */
function stateOf(payment: Payment) {
  const { initiated } = payment;
  if (!initiated) throw new RangeError('a payment without PaymentInitiated has no state');
  const { amount, provider } = initiated;
  return {
    provider,
    status: statusOf(payment),
    captured: capturedOf(payment, amount).minorUnits.toString(),
    refunded: refundedOf(payment, amount).minorUnits.toString(),
    disputed: disputedOf(payment, amount).minorUnits.toString(),
    payment: toJson(payment),
  };
}
