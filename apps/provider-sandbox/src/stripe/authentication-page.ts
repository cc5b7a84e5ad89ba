import { definitions, goBack, message, page } from '../html.js';
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
  return backTo(after);
}

function backTo(payment: StripePayment): Answer {
  const passed = payment.status === 'succeeded' || payment.status === 'requires_capture';
  const query = {
    payment_intent: payment.id,
    payment_intent_client_secret: payment.clientSecret,
    redirect_status: passed ? 'succeeded' : 'failed',
  };
  return goBack(payment.returnUrl, query, passed ? 'Authenticated' : 'Failed');
}

function show(payment: StripePayment): Answer {
  const details = definitions([
    ['Amount', `${payment.amount} ${payment.currency.toUpperCase()} in minor units`],
    ['Payment', payment.id],
    ['Status', payment.status],
  ]);
  const content = `<h1>3D Secure sandbox</h1>
${details}
<form method="post">
<button name="action" value="complete" class="primary">Complete authentication</button>
<button name="action" value="fail">Fail authentication</button>
</form>`;
  return page('3D Secure sandbox', content);
}

function paymentOf(call: Call): StripePayment | undefined {
  return call.draft.get('stripe-payment', call.params['id'] ?? '');
}

function notFound(): Answer {
  return message(404, 'No such payment', 'The link names no payment of this sandbox.');
}
