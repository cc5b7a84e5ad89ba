import type { RecordedEvent } from '#event-store';
import {
  capturedOf,
  evolve,
  NO_PAYMENT,
  PAYMENT_EVENT_TYPES,
  PAYMENT_STREAM_PREFIX,
  refundedOf,
  statusOf,
  upcast,
  type EventOf,
  type Payment,
  type PaymentEvent,
} from '#payments';
import { defineProjection, each, rowsOf, type View } from '#projections';
import { ORDER_VIEW_3_TABLES } from '../../migrations/1795230000012-create-order-view-3.js';
import { clientOf, paymentIdOf } from '../views/recorded.js';
import { openContradiction, settleContradiction, showContradictions } from './contradictions.js';
import { OrderContradiction } from './order-contradiction.entity.js';
import { OrderPayment } from './order-payment.entity.js';
import { fromJson, toJson } from './payment-json.js';

/** What the shop sees of an order's money. */
export const orderView = defineProjection<PaymentEvent>({
  name: 'order-view-3',
  streamPrefixes: [PAYMENT_STREAM_PREFIX],
  rows: [OrderPayment, OrderContradiction],
  tables: ORDER_VIEW_3_TABLES,
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
  const { paymentId, orderId, merchantId, customerId, amount, initiatedAt } = event.data;
  view.put(OrderPayment, {
    paymentId,
    client: clientOf(recorded),
    orderId,
    merchantId,
    customerId,
    currency: amount.currency,
    amount: amount.minorUnits.toString(),
    initiatedAt: new Date(initiatedAt),
    opened: recorded.position.commit.toString(),
    ...stateOf(evolve(NO_PAYMENT, event), recorded),
  });
}

function change(event: PaymentEvent, view: View, recorded: RecordedEvent): void {
  const { paymentId } = event.data;
  const row = view.find(OrderPayment, { paymentId });
  if (!row) throw new RangeError(`payment ${paymentId} was never initiated`);
  const payment = evolve(fromJson(row.payment), event);
  view.put(OrderPayment, { ...row, ...stateOf(payment, recorded) });
  showContradictions(paymentId, payment, { view, recorded });
}

/** The columns that follow from the fold. */
function stateOf(payment: Payment, { recordedAt, revision }: RecordedEvent) {
  const { initiated } = payment;
  if (!initiated) throw new RangeError('a payment without PaymentInitiated has no state');
  const { amount, provider } = initiated;
  return {
    provider,
    status: statusOf(payment),
    captured: capturedOf(payment, amount).minorUnits.toString(),
    refunded: refundedOf(payment, amount).minorUnits.toString(),
    changedAt: new Date(recordedAt),
    revision: revision.toString(),
    payment: toJson(payment),
  };
}
