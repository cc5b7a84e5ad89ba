import { escapeHtml, HTML_HEADERS, page } from '../html.js';
import type { Answer, Call, Operation } from '../http/operation.js';
import { completeAuthentication } from './confirm.js';
import { BY_ITSELF, StripeDesk, type StripeParts } from './desk.js';
import type { StripePayment } from './records.js';

const PATH = '/sandbox/stripe/authenticate/:id';

/** Where the payer authenticates: the page that `next_action` leads to. */
export function authenticationPage(parts: StripeParts): readonly Operation[] {
  return [
    {
      name: 'authentication.show',
      method: 'GET',
      path: PATH,
      handle: (call) => {
        const payment = paymentOf(call);
        return payment === undefined ? notFound() : show(payment);
      },
    },
    {
      name: 'authentication.decide',
      method: 'POST',
      path: PATH,
      handle: (call) => decide(new StripeDesk(parts, call.draft, BY_ITSELF), call),
    },
  ];
}

/** The form holds `action`: complete or fail. */
function decide(desk: StripeDesk, call: Call): Answer {
  const payment = paymentOf(call);
  if (payment === undefined) return notFound();
  const action = new URLSearchParams(call.body.toString()).get('action');
  if (action !== 'complete' && action !== 'fail') {
    return message(400, 'Unknown action', 'Say complete or fail.');
  }
  // Coming back to a payment that waits for nothing changes nothing.
  const after =
    payment.status === 'requires_action'
      ? completeAuthentication(desk, payment, action === 'complete')
      : payment;
  return goBack(after);
}

function goBack(payment: StripePayment): Answer {
  const passed = payment.status === 'succeeded' || payment.status === 'requires_capture';
  if (payment.returnUrl === null || !URL.canParse(payment.returnUrl)) {
    return message(200, passed ? 'Authenticated' : 'Failed', 'You may close this page.');
  }
  const target = new URL(payment.returnUrl);
  target.searchParams.set('payment_intent', payment.id);
  target.searchParams.set('payment_intent_client_secret', payment.clientSecret);
  target.searchParams.set('redirect_status', passed ? 'succeeded' : 'failed');
  return { status: 303, body: null, headers: { Location: target.href } };
}

function show(payment: StripePayment): Answer {
  const rows = [
    ['Amount', `${payment.amount} ${payment.currency.toUpperCase()} in minor units`],
    ['Payment', payment.id],
    ['Status', payment.status],
  ].map(([name = '', text = '']) => `<dt>${name}</dt><dd>${escapeHtml(text)}</dd>`);
  const content = `<h1>3D Secure sandbox</h1>
<dl>${rows.join('')}</dl>
<form method="post">
<button name="action" value="complete" class="primary">Complete authentication</button>
<button name="action" value="fail">Fail authentication</button>
</form>`;
  return { status: 200, body: page('3D Secure sandbox', content), headers: HTML_HEADERS };
}

function paymentOf(call: Call): StripePayment | undefined {
  return call.draft.get('stripe-payment', call.params['id'] ?? '');
}

function notFound(): Answer {
  return message(404, 'No such payment', 'The link names no payment of this sandbox.');
}

function message(status: number, title: string, text: string): Answer {
  const content = `<h1>${escapeHtml(title)}</h1><p>${escapeHtml(text)}</p>`;
  return { status, body: page(title, content), headers: HTML_HEADERS };
}
