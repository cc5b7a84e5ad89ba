import { escapeHtml } from '#platform';
import { definitions, goBack, message, page } from '../html.js';
import type { Answer, Call, Operation } from '../http/operation.js';
import { PayPalDesk, type PayPalParts } from './desk.js';
import { wireMoney } from './money.js';
import type { Funding, PayPalOrder } from './records.js';
import { isRejection, REJECTIONS } from './rejections.js';
import { PAYER, renderOrder } from './render.js';

/** Where the payer approves an order or turns back: the page that `approve` links lead to. */
export function approvalPage(parts: PayPalParts): readonly Operation[] {
  return [
    {
      name: 'checkoutnow.show',
      method: 'GET',
      path: '/checkoutnow',
      handle: (call) => {
        const order = orderOf(call, new URLSearchParams(call.query));
        return order === undefined ? notFound() : show(order);
      },
    },
    {
      name: 'checkoutnow.decide',
      method: 'POST',
      path: '/checkoutnow',
      handle: (call) => decide(new PayPalDesk(parts, call.draft), call),
    },
  ];
}

/** What the payer's wallet will do, by the button pressed. */
const FUNDING: Readonly<Record<string, Funding>> = {
  approve: 'good',
  'approve-declined': 'declined',
  'approve-pending': 'pending',
  'approve-refund-pending': 'refund-pending',
};

/** The form holds `token` and `action`: a way to approve, cancel or leave. */
function decide(desk: PayPalDesk, call: Call): Answer {
  const form = new URLSearchParams(call.body.toString());
  const order = orderOf(call, form);
  if (order === undefined) return notFound();
  const action = form.get('action') ?? '';
  if (action === 'leave') return message(200, 'Left', 'You have not decided. The link stays open.');
  if (action === 'cancel') return goBack(order.cancelUrl, { token: order.id }, 'Cancelled');
  const funding = isRejection(action) ? action : FUNDING[action];
  if (funding === undefined) {
    const known = [...Object.keys({ ...FUNDING, ...REJECTIONS }), 'cancel', 'leave'].join(', ');
    return message(400, 'Unknown action', `There are ${known}.`);
  }
  if (desk.nowMs > order.expiresAtMs) {
    return message(410, 'Too late', 'This order has expired.');
  }
  // Coming back to a finished order changes nothing.
  if (order.status !== 'COMPLETED' && order.status !== 'VOIDED') {
    approve(desk, order, funding);
  }
  return goBack(order.returnUrl, { token: order.id, PayerID: PAYER.account_id }, 'Approved');
}

/** The payer agrees, and the caller gets an event of it. */
export function approve(desk: PayPalDesk, order: PayPalOrder, funding: Funding): void {
  const approved: PayPalOrder = { ...order, status: 'APPROVED', funding, updatedAt: desk.nowIso };
  desk.draft.put('paypal-order', order.id, approved);
  // Approving again, as with another wallet, is no news.
  if (order.status === 'APPROVED') return;
  desk.tell({
    type: 'CHECKOUT.ORDER.APPROVED',
    resourceType: 'checkout-order',
    resource: renderOrder(desk, approved),
    summary: 'An order has been approved by buyer',
    orderId: order.id,
  });
}

function show(order: PayPalOrder): Answer {
  const { unit } = order;
  const { value, currency_code: currency } = wireMoney(unit.amount, unit.currency);
  const details = definitions([
    ['Amount', `${value} ${currency}`],
    ['Order', order.id],
    ['Reference', unit.invoiceId ?? unit.customId ?? unit.referenceId],
    ['Status', order.status],
  ]);
  const button = (action: string, label: string, style = '') =>
    `<button name="action" value="${action}"${style}>${label}</button>`;
  const content = `<h1>PayPal sandbox</h1>
${details}
<form method="post" action="/checkoutnow">
<input type="hidden" name="token" value="${escapeHtml(order.id)}">
${button('approve', 'Approve', ' class="primary"')}
${button('approve-declined', 'Approve with a wallet that is declined')}
${button('approve-pending', 'Approve with a bank account that takes days')}
${button('approve-refund-pending', 'Approve with a wallet whose refunds take days')}
${button('CCREJECT-IF', 'Approve with a card without money')}
${button('cancel', 'Cancel')}
${button('leave', 'Leave without a decision')}
</form>`;
  return page('PayPal sandbox', content);
}

function orderOf(call: Call, form: URLSearchParams): PayPalOrder | undefined {
  return call.draft.get('paypal-order', form.get('token') ?? '');
}

function notFound(): Answer {
  return message(404, 'No such order', 'The link names no order of this sandbox.');
}
