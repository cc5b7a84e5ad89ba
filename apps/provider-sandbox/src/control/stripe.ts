import type { Answer, Call } from '../http/operation.js';
import { flag, integer, object, oneOf, text } from '../shape.js';
import { cancelPayment } from '../stripe/cancel.js';
import { capturePayment } from '../stripe/capture.js';
import { BY_ITSELF, StripeDesk, type StripeParts } from '../stripe/desk.js';
import { DISPUTE_REASONS, escalateDispute, openDispute } from '../stripe/disputes/open.js';
import { renderDispute } from '../stripe/disputes/render.js';
import { decideDispute } from '../stripe/disputes/respond.js';
import { reportFraud } from '../stripe/fraud/early-warning.js';
import { FRAUD_TYPES } from '../stripe/fraud/records.js';
import { renderFraudWarning, renderReview } from '../stripe/fraud/render.js';
import { approveReview, openReview } from '../stripe/fraud/review.js';
import { renderPayout } from '../stripe/payouts/render.js';
import { arrive, failPayout, runPayouts } from '../stripe/payouts/run.js';
import { objectOf } from '../stripe/expand.js';
import { failRefund, refundPayment, settleRefund } from '../stripe/refund.js';
import { renderBalanceTransaction, renderPayment, renderRefund } from '../stripe/render.js';
import { bookByItself, OWN_CATEGORIES } from '../stripe/unasked.js';
import { ControlRefusal, idIn, ok, readControl, type ControlRoute } from './route.js';

type Act = (desk: StripeDesk, call: Call) => object;

const BODIES = {
  refund: object({
    amount: integer(1),
    reason: oneOf('duplicate', 'fraudulent', 'requested_by_customer'),
  }),
  capture: object({ amount: integer(1), final: flag() }),
  cancel: object({
    reason: oneOf('abandoned', 'duplicate', 'fraudulent', 'requested_by_customer'),
  }),
  dispute: object({ amount: integer(1), reason: oneOf(...DISPUTE_REASONS), inquiry: flag() }),
  decide: object({ outcome: oneOf('won', 'lost') }, 'outcome'),
  fraud: object({ type: oneOf(...FRAUD_TYPES) }),
  booking: object(
    {
      category: oneOf(...(Object.keys(OWN_CATEGORIES) as (keyof typeof OWN_CATEGORIES)[])),
      amount: integer(-99_999_999),
      fee: integer(0),
      currency: text(3, /^[A-Za-z]{3}$/),
      aheadMs: integer(0),
    },
    'category',
    'amount',
    'currency',
  ),
} as const;

/** What merchants, banks and payers do at Stripe without the API: its dashboard and the world. */
export function stripeControl(parts: StripeParts): readonly ControlRoute[] {
  const route = (
    path: string,
    does: string,
    act: Act,
    body: string | null = null,
  ): ControlRoute => ({
    method: 'POST',
    path: `/sandbox/stripe/${path}`,
    does,
    body,
    handle: (call): Answer => ok(act(new StripeDesk(parts, call.draft, BY_ITSELF), call)),
  });
  return [
    route('charges/:id/refund', 'a refund made in the dashboard', refund, '{amount, reason}'),
    route('charges/:id/dispute', 'the payer contests it', dispute, '{amount, reason, inquiry}'),
    route('charges/:id/fraud', 'the issuer reports fraud', fraud, '{type}'),
    route('charges/:id/review', 'a person wants it reviewed', review),
    route('payment_intents/:id/capture', 'a capture made there', capture, '{amount, final}'),
    route('payment_intents/:id/cancel', 'a cancellation made there', cancel, '{reason}'),
    route('refunds/:id/fail', 'its money comes back, even after it succeeded', failIt),
    route('refunds/:id/settle', 'a pending refund succeeds', settleIt),
    route('disputes/:id/escalate', 'an inquiry becomes a chargeback', (desk, call) =>
      renderDispute(escalateDispute(desk, idIn(call)), desk.now),
    ),
    route('disputes/:id/decide', 'the bank decides', decide, '{outcome: won | lost}'),
    route('reviews/:id/approve', 'a review ends', (desk, call) =>
      renderReview(approveReview(desk, idIn(call))),
    ),
    route(
      'balance-transactions',
      'Stripe books something by itself',
      (desk, call) =>
        renderBalanceTransaction(
          bookByItself(desk, readControl(BODIES.booking, call.body)),
          desk.now,
        ),
      '{category: fee | tax | other_adjustment | topup | risk_reserved_funds, amount, fee, currency, aheadMs}',
    ),
    route('payouts', 'pays out what is available, per currency', (desk) => ({
      payouts: runPayouts(desk).map(renderPayout),
    })),
    route('payouts/:id/arrive', 'the bank has it', arriveNow),
    route('payouts/:id/fail', 'the bank sends it back, even after it arrived', (desk, call) =>
      renderPayout(failPayout(desk, idIn(call))),
    ),
  ];
}

const refund: Act = (desk, call) => {
  const body = readControl(BODIES.refund, call.body);
  return renderRefund(refundPayment(desk, { charge: chargeIn(desk, call), ...body }));
};

const dispute: Act = (desk, call) => {
  const body = readControl(BODIES.dispute, call.body);
  return renderDispute(openDispute(desk, chargeIn(desk, call), body), desk.now);
};

const fraud: Act = (desk, call) => {
  const { type } = readControl(BODIES.fraud, call.body);
  return renderFraudWarning(reportFraud(desk, chargeIn(desk, call), type));
};

const review: Act = (desk, call) => renderReview(openReview(desk, chargeIn(desk, call), 'manual'));

const capture: Act = (desk, call) => {
  const { amount, final } = readControl(BODIES.capture, call.body);
  const params = {
    ...(amount === undefined ? {} : { amount_to_capture: amount }),
    ...(final === undefined ? {} : { final_capture: final }),
  };
  return renderPayment(capturePayment(desk, idIn(call), params));
};

const cancel: Act = (desk, call) => {
  const { reason } = readControl(BODIES.cancel, call.body);
  return renderPayment(cancelPayment(desk, idIn(call), reason ?? null));
};

const decide: Act = (desk, call) => {
  const { outcome } = readControl(BODIES.decide, call.body);
  return renderDispute(decideDispute(desk, idIn(call), outcome), desk.now);
};

const failIt: Act = (desk, call) => {
  failRefund(desk, idIn(call));
  return shown(desk, call);
};

const settleIt: Act = (desk, call) => {
  settleRefund(desk, idIn(call));
  return shown(desk, call);
};

const arriveNow: Act = (desk, call) => {
  arrive(desk, idIn(call));
  return shown(desk, call);
};

function shown(desk: StripeDesk, call: Call): object {
  const object = objectOf(desk, idIn(call));
  if (object === undefined) throw new ControlRefusal(`there is no ${idIn(call)} here`);
  return object;
}

/** A charge, by its own id or by that of its payment. */
function chargeIn(desk: StripeDesk, call: Call): string {
  const id = idIn(call);
  return id.startsWith('pi_') ? (desk.payment(id).latestCharge ?? '') : id;
}
