import type { Money } from '#money';
import type { Call } from '../http/operation.js';
import { approve } from '../paypal/approval-page.js';
import { captureAuthorization } from '../paypal/capture.js';
import { PayPalDesk, type PayPalParts } from '../paypal/desk.js';
import { advanceDispute, DISPUTE_REASONS, openDispute } from '../paypal/disputes/open.js';
import { DISPUTE_OUTCOMES, DISPUTE_STAGES } from '../paypal/disputes/records.js';
import { renderDispute } from '../paypal/disputes/render.js';
import { resolveDispute } from '../paypal/disputes/resolve.js';
import { wireMoney, type WireMoney } from '../paypal/money.js';
import { completeCapture, denyCapture } from '../paypal/pending-capture.js';
import { refundCapture, reverseCapture } from '../paypal/refund.js';
import { REJECTION_NAMES } from '../paypal/rejections.js';
import { renderAuthorization, renderCapture, renderOrder, renderRefund } from '../paypal/render.js';
import { completeRefund, failRefund } from '../paypal/settle-refund.js';
import { bookByItself, limitAccount, settleTransaction, undoApproval } from '../paypal/unasked.js';
import { voidAuthorization } from '../paypal/void.js';
import { flag, integer, list, object, oneOf, text } from '../shape.js';
import { idIn, ok, readControl, type ControlRoute } from './route.js';

type Act = (desk: PayPalDesk, call: Call) => object;

const BODIES = {
  approve: object({
    funding: oneOf('good', 'declined', 'pending', 'refund-pending', ...REJECTION_NAMES),
  }),
  amount: object({ amount: integer(1) }),
  capture: object({ amount: integer(1), final: flag() }),
  dispute: object({
    amount: integer(1),
    reason: oneOf(...DISPUTE_REASONS),
    stage: oneOf(...DISPUTE_STAGES),
    channel: oneOf('INTERNAL', 'EXTERNAL'),
    with: list(text(64)),
  }),
  advance: object({ stage: oneOf(...DISPUTE_STAGES) }),
  resolve: object({ outcome: oneOf(...DISPUTE_OUTCOMES) }, 'outcome'),
  transaction: object(
    {
      code: text(5, /^T\d{4}$/),
      amount: integer(-99_999_999),
      currency: text(3, /^[A-Z]{3}$/),
      related: text(24),
      status: oneOf('P', 'S'),
      aheadMs: integer(-Number.MAX_SAFE_INTEGER),
    },
    'code',
    'amount',
    'currency',
  ),
  limitation: object({ status: oneOf('added', 'lifted') }, 'status'),
} as const;

/** What merchants, banks and payers do at PayPal without the API. Amounts are in minor units. */
export function paypalControl(parts: PayPalParts): readonly ControlRoute[] {
  const route = (
    path: string,
    does: string,
    act: Act,
    body: string | null = null,
  ): ControlRoute => ({
    method: 'POST',
    path: `/sandbox/paypal/${path}`,
    does,
    body,
    handle: (call) => ok(act(new PayPalDesk(parts, call.draft), call)),
  });
  return [
    route('orders/:id/approve', 'the payer approves', approveIt, '{funding}'),
    route('orders/:id/undo-approval', "the payer's approval is undone", (desk, call) =>
      renderOrder(desk, undoApproval(desk, idIn(call))),
    ),
    route('authorizations/:id/capture', 'a capture made there', capture, '{amount, final}'),
    route('authorizations/:id/void', 'a void made there', (desk, call) =>
      renderAuthorization(desk, voidAuthorization(desk, idIn(call))),
    ),
    route('captures/:id/refund', 'a refund made there', refund, '{amount}'),
    route('captures/:id/complete', 'a pending capture becomes money', (desk, call) =>
      renderCapture(desk, completeCapture(desk, idIn(call))),
    ),
    route('captures/:id/deny', 'a pending capture does not', (desk, call) =>
      renderCapture(desk, denyCapture(desk, idIn(call))),
    ),
    route('captures/:id/reverse', 'PayPal takes the money back', (desk, call) =>
      renderRefund(desk, reverseCapture(desk, idIn(call))),
    ),
    route(
      'captures/:id/dispute',
      'the payer contests it',
      dispute,
      '{amount, reason, stage, channel, with}',
    ),
    route('refunds/:id/complete', 'a pending refund reaches the payer', (desk, call) =>
      renderRefund(desk, completeRefund(desk, idIn(call))),
    ),
    route('refunds/:id/fail', 'it comes back, even after it succeeded', (desk, call) =>
      renderRefund(desk, failRefund(desk, idIn(call))),
    ),
    route('disputes/:id/advance', 'it goes on to its next stage', advance, '{stage}'),
    route('disputes/:id/resolve', 'it is decided', resolve, '{outcome}'),
    route(
      'transactions',
      'PayPal books something by itself',
      (desk, call) => bookByItself(desk, readControl(BODIES.transaction, call.body)),
      '{code, amount, currency, related, status: P | S, aheadMs}',
    ),
    route('transactions/:id/settle', 'a pending one of these moves its money', (desk, call) =>
      settleTransaction(desk, idIn(call)),
    ),
    route('account-limitation', 'the account is limited, or free again', limit, '{status}'),
  ];
}

const approveIt: Act = (desk, call) => {
  const { funding = 'good' } = readControl(BODIES.approve, call.body);
  const order = desk.order(idIn(call));
  if (order.status === 'CREATED' || order.status === 'PAYER_ACTION_REQUIRED') {
    approve(desk, order, funding);
  }
  return renderOrder(desk, desk.order(order.id));
};

const capture: Act = (desk, call) => {
  const { amount, final } = readControl(BODIES.capture, call.body);
  const { currency } = desk.authorization(idIn(call));
  const taken = captureAuthorization(desk, idIn(call), {
    ...amountOf(amount, currency),
    ...(final === undefined ? {} : { final_capture: final }),
  });
  return renderCapture(desk, taken);
};

const refund: Act = (desk, call) => {
  const { amount } = readControl(BODIES.amount, call.body);
  const { currency } = desk.capture(idIn(call));
  return renderRefund(desk, refundCapture(desk, idIn(call), amountOf(amount, currency)));
};

const dispute: Act = (desk, call) =>
  renderDispute(desk, openDispute(desk, idIn(call), readControl(BODIES.dispute, call.body)));

const advance: Act = (desk, call) => {
  const { stage } = readControl(BODIES.advance, call.body);
  return renderDispute(desk, advanceDispute(desk, idIn(call), stage));
};

const resolve: Act = (desk, call) => {
  const { outcome } = readControl(BODIES.resolve, call.body);
  return renderDispute(desk, resolveDispute(desk, idIn(call), outcome));
};

const limit: Act = (desk, call) => {
  const { status } = readControl(BODIES.limitation, call.body);
  limitAccount(desk, status);
  return { status };
};

function amountOf(
  amount: number | undefined,
  currency: Money['currency'],
): { readonly amount?: WireMoney } {
  return amount === undefined ? {} : { amount: wireMoney(BigInt(amount), currency) };
}
