import type { Answer, Call, Method, Operation } from '../http/operation.js';
import { cancelPayment } from './cancel.js';
import { capturePayment } from './capture.js';
import { confirmPayment, createPayment } from './create-payment.js';
import type { StripeDesk } from './desk.js';
import { missing } from './errors.js';
import { renderEvent } from './event.js';
import { expand, objectOf } from './expand.js';
import { listPage } from './list.js';
import { LISTS, PARAMS, readParams } from './params.js';
import { refundPayment } from './refund.js';
import { renderBalanceTransaction, renderCharge, renderPayment, renderRefund } from './render.js';

type Handle = (desk: StripeDesk, call: Call) => Answer;

/** Everything of Stripe's API that the sandbox does. */
export function stripeOperations(deskOf: (call: Call) => StripeDesk): readonly Operation[] {
  const operation = (name: string, method: Method, path: string, handle: Handle): Operation => ({
    name,
    method,
    path,
    handle: (call) => handle(deskOf(call), call),
  });
  return [
    operation('payment_intents.create', 'POST', '/v1/payment_intents', create),
    operation('payment_intents.list', 'GET', '/v1/payment_intents', listPayments),
    operation(
      'payment_intents.retrieve',
      'GET',
      '/v1/payment_intents/:id',
      retrieve('payment_intent', 'intent'),
    ),
    operation('payment_intents.confirm', 'POST', '/v1/payment_intents/:id/confirm', confirm),
    operation('payment_intents.capture', 'POST', '/v1/payment_intents/:id/capture', capture),
    operation('payment_intents.cancel', 'POST', '/v1/payment_intents/:id/cancel', cancel),
    operation('charges.list', 'GET', '/v1/charges', listCharges),
    operation('charges.retrieve', 'GET', '/v1/charges/:id', retrieve('charge', 'id')),
    operation('refunds.create', 'POST', '/v1/refunds', refund),
    operation('refunds.list', 'GET', '/v1/refunds', listRefunds),
    operation('refunds.retrieve', 'GET', '/v1/refunds/:id', retrieve('refund', 'id')),
    operation('balance_transactions.list', 'GET', '/v1/balance_transactions', listMovements),
    operation(
      'balance_transactions.retrieve',
      'GET',
      '/v1/balance_transactions/:id',
      retrieve('balance_transaction', 'id'),
    ),
    operation('events.list', 'GET', '/v1/events', listEvents),
    operation('events.retrieve', 'GET', '/v1/events/:id', retrieveEvent),
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

const refund: Handle = (desk, call) => {
  const params = readParams(PARAMS.createRefund, formOf(call));
  const body = renderRefund(refundPayment(desk, params));
  return expanded(desk, { status: 200, body }, params.expand);
};

function retrieve(object: string, param: string): Handle {
  const prefix = { payment_intent: 'pi', charge: 'ch', refund: 're' }[object] ?? 'txn';
  return (desk, call) => {
    const params = readParams(PARAMS.retrieve, call.query);
    const id = idOf(call);
    const body = id.startsWith(`${prefix}_`) ? objectOf(desk, id) : undefined;
    if (body === undefined) throw missing(object, id, param);
    return expanded(desk, { status: 200, body }, params.expand);
  };
}

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
  const body = listPage(desk, {
    kind: 'stripe-balance-transaction',
    url: call.path,
    params,
    render: (line) => renderBalanceTransaction(line, desk.now),
    matches: (line) =>
      (currency === undefined || line.currency === currency.toLowerCase()) &&
      (source === undefined || line.source === source) &&
      (type === undefined || line.type === type),
  });
  return { status: 200, body };
};

const listEvents: Handle = (desk, call) => {
  const params = readParams(LISTS.events, call.query);
  const { outbox } = desk.parts;
  const types = params.types ?? (params.type === undefined ? null : [params.type]);
  const body = listPage(desk, {
    kind: 'stripe-event',
    url: call.path,
    params,
    render: (event) => renderEvent(event, outbox.pending('stripe', event.id)),
    matches: (event) =>
      (types === null || types.includes(event.type)) &&
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

function expanded(desk: StripeDesk, answer: Answer, paths: readonly string[] | undefined): Answer {
  if (answer.status !== 200 || paths === undefined) return answer;
  return { ...answer, body: expand(desk, answer.body as object, paths) };
}

function formOf(call: Call): string {
  return call.body.toString('utf8');
}

function idOf(call: Call): string {
  return call.params['id'] ?? '';
}
