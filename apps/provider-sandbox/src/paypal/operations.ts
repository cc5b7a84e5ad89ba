import type { Answer, Call, Method, Operation } from '../http/operation.js';
import { BODIES, readBody } from './bodies.js';
import { captureAuthorization } from './capture.js';
import { createOrder } from './create-order.js';
import type { PayPalDesk } from './desk.js';
import { refused } from './errors.js';
import {
  acceptClaim,
  answerWithEvidence,
  listDisputes,
  showDispute,
} from './disputes/operations.js';
import { authorizeOrder, captureOrder } from './finish-order.js';
import { patchOrder } from './patch-order.js';
import { reauthorize } from './reauthorize.js';
import { refundCapture } from './refund.js';
import {
  minimal,
  renderAuthorization,
  renderCapture,
  renderOrder,
  renderOrderMinimal,
  renderRefund,
} from './render.js';
import { searchTransactions } from './transactions.js';
import { voidAuthorization } from './void.js';

/** Shows an object as it stands now, in whole or only what matters. */
type Show = (desk: PayPalDesk, id: string, whole: boolean) => object;

export type PayPalOperation = Operation & {
  /** How a repeat is answered; null for what cannot be repeated under a request id. */
  readonly repeat: ((desk: PayPalDesk, id: string, call: Call) => Answer) | null;
};

/** Everything of PayPal's Orders, Payments, Disputes and Reporting APIs that the sandbox does. */
export function paypalOperations(deskOf: DeskOf): readonly PayPalOperation[] {
  const does = (name: string, path: string, doing: Doing): PayPalOperation =>
    doingOnce(deskOf, { name, path }, doing);
  const reads: Reads = (name, path, read, method = 'GET') => ({
    name,
    method,
    path,
    handle: (call) => read(deskOf(call), call),
    repeat: null,
  });
  return [
    does('orders.create', '/v2/checkout/orders', CREATE_ORDER),
    reads('orders.get', '/v2/checkout/orders/:id', (desk, call) =>
      ok(showOrder(desk, idOf(call), true)),
    ),
    reads(
      'orders.patch',
      '/v2/checkout/orders/:id',
      (desk, call) => {
        patchOrder(desk, idOf(call), call.body);
        return { status: 204, body: null };
      },
      'PATCH',
    ),
    does('orders.authorize', '/v2/checkout/orders/:id/authorize', AUTHORIZE_ORDER),
    does('orders.capture', '/v2/checkout/orders/:id/capture', CAPTURE_ORDER),
    reads('authorizations.get', '/v2/payments/authorizations/:id', (desk, call) =>
      ok(showAuthorization(desk, idOf(call), true)),
    ),
    does('authorizations.capture', '/v2/payments/authorizations/:id/capture', CAPTURE),
    does('authorizations.reauthorize', '/v2/payments/authorizations/:id/reauthorize', REAUTHORIZE),
    reads('authorizations.void', '/v2/payments/authorizations/:id/void', voidIt, 'POST'),
    reads('captures.get', '/v2/payments/captures/:id', (desk, call) =>
      ok(showCapture(desk, idOf(call), true)),
    ),
    does('captures.refund', '/v2/payments/captures/:id/refund', REFUND),
    reads('refunds.get', '/v2/payments/refunds/:id', (desk, call) =>
      ok(showRefund(desk, idOf(call), true)),
    ),
    ...disputeOperations(reads),
    reads('transactions.search', '/v1/reporting/transactions', searchTransactions),
  ];
}

type DeskOf = (call: Call) => PayPalDesk;

type Reads = (
  name: string,
  path: string,
  read: (desk: PayPalDesk, call: Call) => Answer,
  method?: Method,
) => PayPalOperation;

function disputeOperations(reads: Reads): readonly PayPalOperation[] {
  return [
    reads('disputes.list', '/v1/customer/disputes', listDisputes),
    reads('disputes.get', '/v1/customer/disputes/:id', showDispute),
    reads('disputes.accept-claim', '/v1/customer/disputes/:id/accept-claim', acceptClaim, 'POST'),
    reads(
      'disputes.provide-evidence',
      '/v1/customer/disputes/:id/provide-evidence',
      answerWithEvidence,
      'POST',
    ),
  ];
}

/** What moves money is done once per request id; a repeat shows the object as it stands. */
function doingOnce(
  deskOf: DeskOf,
  where: { readonly name: string; readonly path: string },
  { act, show, repeatStatus }: Doing,
): PayPalOperation {
  return {
    ...where,
    method: 'POST',
    handle: (call) => {
      const desk = deskOf(call);
      const id = act(desk, call);
      return { status: 201, body: show(desk, id, wantsWhole(call)) };
    },
    repeat: (desk, id, call) => ({
      status: repeatStatus,
      body: show(desk, id, wantsWhole(call)),
    }),
  };
}

type Doing = {
  /** @returns the id of what came of it. */
  readonly act: (desk: PayPalDesk, call: Call) => string;
  readonly show: Show;
  /** Orders answer a repeat with 200, payments as the first time. */
  readonly repeatStatus: 200 | 201;
};

const showOrder: Show = (desk, id, whole) =>
  whole ? renderOrder(desk, desk.order(id)) : renderOrderMinimal(desk, desk.order(id));

/** After authorising or capturing, even the short form shows what was made. */
const showFinished: Show = (desk, id, whole) => {
  const rendered = renderOrder(desk, desk.order(id)) as Readonly<Record<string, unknown>>;
  if (whole) return rendered;
  const { status, payment_source, purchase_units, payer, links } = rendered;
  const units = (purchase_units as readonly Record<string, unknown>[]).map(
    ({ reference_id, payments }) => ({ reference_id, payments }),
  );
  return { id, status, payment_source, purchase_units: units, payer, links };
};

const showAuthorization: Show = (desk, id, whole) => {
  const rendered = renderAuthorization(desk, desk.authorization(id));
  return whole ? rendered : minimal(rendered);
};

const showCapture: Show = (desk, id, whole) => {
  const rendered = renderCapture(desk, desk.capture(id));
  return whole ? rendered : minimal(rendered);
};

const showRefund: Show = (desk, id, whole) => {
  const refund = desk.draft.get('paypal-refund', id);
  if (refund === undefined) {
    throw refused('INVALID_RESOURCE_ID', { field: 'refund_id', value: id, location: 'path' });
  }
  const rendered = renderRefund(desk, refund);
  return whole ? rendered : minimal(rendered);
};

const CREATE_ORDER: Doing = {
  act: (desk, call) => {
    const body = readBody(BODIES.createOrder, call.body);
    if (body.payment_source !== undefined && call.headers['paypal-request-id'] === undefined) {
      throw refused('PAYPAL_REQUEST_ID_REQUIRED');
    }
    return createOrder(desk, body).id;
  },
  show: showOrder,
  repeatStatus: 200,
};

const AUTHORIZE_ORDER: Doing = {
  act: (desk, call) => {
    readBody(BODIES.finishOrder, call.body);
    return authorizeOrder(desk, idOf(call)).id;
  },
  show: showFinished,
  repeatStatus: 200,
};

const CAPTURE_ORDER: Doing = {
  act: (desk, call) => {
    readBody(BODIES.finishOrder, call.body);
    return captureOrder(desk, idOf(call)).id;
  },
  show: showFinished,
  repeatStatus: 200,
};

const CAPTURE: Doing = {
  act: (desk, call) => {
    const body = readBody(BODIES.captureAuthorization, call.body);
    return captureAuthorization(desk, idOf(call), body).id;
  },
  show: showCapture,
  repeatStatus: 201,
};

const REAUTHORIZE: Doing = {
  act: (desk, call) => reauthorize(desk, idOf(call), readBody(BODIES.reauthorize, call.body)).id,
  show: showAuthorization,
  repeatStatus: 201,
};

const REFUND: Doing = {
  act: (desk, call) =>
    refundCapture(desk, idOf(call), readBody(BODIES.refundCapture, call.body)).id,
  show: showRefund,
  repeatStatus: 201,
};

function voidIt(desk: PayPalDesk, call: Call): Answer {
  const authorization = voidAuthorization(desk, idOf(call));
  if (!wantsWhole(call)) return { status: 204, body: null };
  return ok(renderAuthorization(desk, authorization));
}

function ok(body: object): Answer {
  return { status: 200, body };
}

function wantsWhole(call: Call): boolean {
  return call.headers['prefer'] === 'return=representation';
}

function idOf(call: Call): string {
  return call.params['id'] ?? '';
}
