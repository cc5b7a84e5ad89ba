import type { Call, Operation } from '../http/operation.js';
import { caseOperations } from './case-operations.js';
import { cancelPayment } from './cancel.js';
import { capturePayment } from './capture.js';
import { confirmPayment, createPayment } from './create-payment.js';
import type { StripeDesk } from './desk.js';
import { missing } from './errors.js';
import { renderEvent } from './event.js';
import { expanded, formOf, idOf, retrieve, type Handle, type Offer } from './handle.js';
import { incrementPayment } from './increment.js';
import { listPage } from './list.js';
import { idsOfCharge, movementsOf } from './related.js';
import { LISTS, PARAMS, readParams } from './params.js';
import type { StripePayout } from './payouts/records.js';
import { isCovered } from './payouts/run.js';
import { refundPayment } from './refund.js';
import { updateRefund } from './update-refund.js';
import { updatePayment } from './update-payment.js';
import { renderBalanceTransaction, renderCharge, renderPayment, renderRefund } from './render.js';

/** Stripe lists the events of thirty days. */
const EVENTS_KEPT_SECONDS = 30 * 86_400;

/** Everything of Stripe's API that the sandbox does. */
export function stripeOperations(deskOf: (call: Call) => StripeDesk): readonly Operation[] {
  const offer: Offer = (name, method, path, handle) => ({
    name,
    method,
    path,
    handle: (call) => handle(deskOf(call), call),
  });
  return [
    offer('payment_intents.create', 'POST', '/v1/payment_intents', create),
    offer('payment_intents.list', 'GET', '/v1/payment_intents', listPayments),
    offer(
      'payment_intents.retrieve',
      'GET',
      '/v1/payment_intents/:id',
      retrieve('payment_intent', 'pi', 'intent'),
    ),
    offer('payment_intents.confirm', 'POST', '/v1/payment_intents/:id/confirm', confirm),
    offer('payment_intents.capture', 'POST', '/v1/payment_intents/:id/capture', capture),
    offer('payment_intents.cancel', 'POST', '/v1/payment_intents/:id/cancel', cancel),
    offer('payment_intents.update', 'POST', '/v1/payment_intents/:id', update),
    offer(
      'payment_intents.increment_authorization',
      'POST',
      '/v1/payment_intents/:id/increment_authorization',
      increment,
    ),
    offer('charges.list', 'GET', '/v1/charges', listCharges),
    offer('charges.retrieve', 'GET', '/v1/charges/:id', retrieve('charge', 'ch')),
    offer('refunds.create', 'POST', '/v1/refunds', refund),
    offer('refunds.update', 'POST', '/v1/refunds/:id', changeRefund),
    offer('refunds.list', 'GET', '/v1/refunds', listRefunds),
    offer('refunds.retrieve', 'GET', '/v1/refunds/:id', retrieve('refund', 're')),
    offer('balance_transactions.list', 'GET', '/v1/balance_transactions', listMovements),
    offer(
      'balance_transactions.retrieve',
      'GET',
      '/v1/balance_transactions/:id',
      retrieve('balance_transaction', 'txn'),
    ),
    offer('events.list', 'GET', '/v1/events', listEvents),
    offer('events.retrieve', 'GET', '/v1/events/:id', retrieveEvent),
    ...caseOperations(offer),
  ];
}

const create: Handle = (desk, call) => {
  const params = readParams(PARAMS.createPayment, formOf(call));
  return expanded(desk, createPayment(desk, params), params.expand);
};

const confirm: Handle = (desk, call) => {
  const params = readParams(PARAMS.confirmPayment, formOf(call));
  return expanded(desk, confirmPayment(desk, idOf(call), params), params.expand);
};

const capture: Handle = (desk, call) => {
  const params = readParams(PARAMS.capturePayment, formOf(call));
  const payment = capturePayment(desk, idOf(call), params);
  return expanded(desk, { status: 200, body: renderPayment(payment) }, params.expand);
};

const cancel: Handle = (desk, call) => {
  const params = readParams(PARAMS.cancelPayment, formOf(call));
  const payment = cancelPayment(desk, idOf(call), params.cancellation_reason ?? null);
  return expanded(desk, { status: 200, body: renderPayment(payment) }, params.expand);
};

const update: Handle = (desk, call) => {
  const params = readParams(PARAMS.updatePayment, formOf(call));
  const body = renderPayment(updatePayment(desk, idOf(call), params));
  return expanded(desk, { status: 200, body }, params.expand);
};

const increment: Handle = (desk, call) => {
  const params = readParams(PARAMS.incrementPayment, formOf(call));
  return expanded(desk, incrementPayment(desk, idOf(call), params), params.expand);
};

const changeRefund: Handle = (desk, call) => {
  const params = readParams(PARAMS.updateRefund, formOf(call));
  const body = renderRefund(updateRefund(desk, idOf(call), params.metadata));
  return expanded(desk, { status: 200, body }, params.expand);
};

const refund: Handle = (desk, call) => {
  const params = readParams(PARAMS.createRefund, formOf(call));
  const body = renderRefund(refundPayment(desk, params));
  return expanded(desk, { status: 200, body }, params.expand);
};

const listPayments: Handle = (desk, call) => {
  const params = readParams(LISTS.payments, call.query);
  const body = listPage(desk, {
    kind: 'stripe-payment',
    url: call.path,
    params,
    render: renderPayment,
    // No payment of the sandbox has a customer.
    matches: () => params.customer === undefined,
  });
  return { status: 200, body };
};

const listCharges: Handle = (desk, call) => {
  const params = readParams(LISTS.charges, call.query);
  const { payment_intent: payment } = params;
  const body = listPage(desk, {
    kind: 'stripe-charge',
    url: call.path,
    params,
    render: renderCharge,
    matches: (charge) => payment === undefined || charge.payment === payment,
  });
  return { status: 200, body };
};

const listRefunds: Handle = (desk, call) => {
  const params = readParams(LISTS.refunds, call.query);
  const { charge, payment_intent: payment } = params;
  const body = listPage(desk, {
    kind: 'stripe-refund',
    among: idsOfCharge(desk, params, (each) => each.refunds),
    url: call.path,
    params,
    render: renderRefund,
    matches: (each) =>
      (charge === undefined || each.charge === charge) &&
      (payment === undefined || each.payment === payment),
  });
  return { status: 200, body };
};

const listMovements: Handle = (desk, call) => {
  const params = readParams(LISTS.balanceTransactions, call.query);
  const { currency, source, type } = params;
  const payout = params.payout === undefined ? null : payoutOf(desk, params.payout);
  const body = listPage(desk, {
    kind: 'stripe-balance-transaction',
    among: source === undefined ? undefined : movementsOf(desk, source),
    url: call.path,
    params,
    render: (line) => renderBalanceTransaction(line, desk.now),
    matches: (line) =>
      (currency === undefined || line.currency === currency.toLowerCase()) &&
      (source === undefined || line.source === source) &&
      (type === undefined || line.type === type) &&
      (payout === null || isCovered(payout, line)),
  });
  return { status: 200, body };
};

/** `charge.*` stands for all types that start so. */
function isType(type: string, asked: string): boolean {
  return asked.endsWith('*') ? type.startsWith(asked.slice(0, -1)) : type === asked;
}

function payoutOf(desk: StripeDesk, id: string): StripePayout {
  const payout = desk.draft.get('stripe-payout', id);
  if (payout === undefined) throw missing('payout', id, 'payout');
  return payout;
}

const listEvents: Handle = (desk, call) => {
  const params = readParams(LISTS.events, call.query);
  const since = desk.now - EVENTS_KEPT_SECONDS;
  const { outbox } = desk.parts;
  const types = params.types ?? (params.type === undefined ? null : [params.type]);
  const body = listPage(desk, {
    kind: 'stripe-event',
    url: call.path,
    params,
    render: (event) => renderEvent(event, outbox.pending('stripe', event.id)),
    matches: (event) =>
      event.created >= since &&
      (types === null || types.some((type) => isType(event.type, type))) &&
      (params.delivery_success === undefined ||
        params.delivery_success === (outbox.pending('stripe', event.id) === 0)),
  });
  return { status: 200, body };
};

const retrieveEvent: Handle = (desk, call) => {
  const event = desk.draft.get('stripe-event', idOf(call));
  if (event === undefined) throw missing('event', idOf(call), 'id');
  return { status: 200, body: renderEvent(event, desk.parts.outbox.pending('stripe', event.id)) };
};
