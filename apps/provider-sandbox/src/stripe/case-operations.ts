import type { Operation } from '../http/operation.js';
import { acceptDispute, answerDispute } from './disputes/respond.js';
import { renderDispute } from './disputes/render.js';
import { invalid } from './errors.js';
import { renderFraudWarning, renderReview } from './fraud/render.js';
import { approveReview } from './fraud/review.js';
import { expanded, formOf, idOf, retrieve, type Handle, type Offer } from './handle.js';
import { listPage } from './list.js';
import { LISTS, PARAMS, readParams } from './params.js';
import { renderPayout } from './payouts/render.js';
import { sendPayout } from './payouts/run.js';
import { idsOfCharge } from './related.js';
import { merged } from './update-payment.js';
import { readCurrency } from './currencies.js';

/** What Stripe offers on disputes, reviews, fraud warnings and payouts. */
export function caseOperations(offer: Offer): readonly Operation[] {
  return [
    offer('disputes.list', 'GET', '/v1/disputes', listDisputes),
    offer('disputes.retrieve', 'GET', '/v1/disputes/:id', retrieve('dispute', 'du')),
    offer('disputes.update', 'POST', '/v1/disputes/:id', updateDispute),
    offer('disputes.close', 'POST', '/v1/disputes/:id/close', closeDispute),
    offer('reviews.list', 'GET', '/v1/reviews', listReviews),
    offer('reviews.retrieve', 'GET', '/v1/reviews/:id', retrieve('review', 'prv')),
    offer('reviews.approve', 'POST', '/v1/reviews/:id/approve', approve),
    offer('early_fraud_warnings.list', 'GET', '/v1/radar/early_fraud_warnings', listFraudWarnings),
    offer(
      'early_fraud_warnings.retrieve',
      'GET',
      '/v1/radar/early_fraud_warnings/:id',
      retrieve('early_fraud_warning', 'issfr'),
    ),
    offer('payouts.create', 'POST', '/v1/payouts', createPayout),
    offer('payouts.list', 'GET', '/v1/payouts', listPayouts),
    offer('payouts.retrieve', 'GET', '/v1/payouts/:id', retrieve('payout', 'po')),
  ];
}

const listDisputes: Handle = (desk, call) => {
  const params = readParams(LISTS.disputes, call.query);
  const body = listPage(desk, {
    kind: 'stripe-dispute',
    among: idsOfCharge(desk, params, ({ dispute }) => [dispute ?? '']),
    url: call.path,
    params,
    render: (dispute) => renderDispute(dispute, desk.now),
    matches: (dispute) => isOf(params, dispute),
  });
  return { status: 200, body };
};

const updateDispute: Handle = (desk, call) => {
  const { metadata, ...params } = readParams(PARAMS.updateDispute, formOf(call));
  const { metadata: before } = desk.dispute(idOf(call));
  const answer = {
    ...params,
    ...(metadata === undefined ? {} : { metadata: merged(before, metadata) }),
  };
  const dispute = answerDispute(desk, idOf(call), answer);
  return expanded(desk, { status: 200, body: renderDispute(dispute, desk.now) }, params.expand);
};

const closeDispute: Handle = (desk, call) => {
  const params = readParams(PARAMS.onlyExpand, formOf(call));
  const body = renderDispute(acceptDispute(desk, idOf(call)), desk.now);
  return expanded(desk, { status: 200, body }, params.expand);
};

const listReviews: Handle = (desk, call) => {
  const params = readParams(LISTS.reviews, call.query);
  const body = listPage(desk, {
    kind: 'stripe-review',
    url: call.path,
    params,
    render: renderReview,
    // Stripe lists the open ones.
    matches: (review) => review.closedReason === null,
  });
  return { status: 200, body };
};

const approve: Handle = (desk, call) => {
  const params = readParams(PARAMS.onlyExpand, formOf(call));
  const body = renderReview(approveReview(desk, idOf(call)));
  return expanded(desk, { status: 200, body }, params.expand);
};

const listFraudWarnings: Handle = (desk, call) => {
  const params = readParams(LISTS.fraudWarnings, call.query);
  const body = listPage(desk, {
    kind: 'stripe-fraud-warning',
    among: idsOfCharge(desk, params, ({ fraudWarning }) => [fraudWarning ?? '']),
    url: call.path,
    params,
    render: renderFraudWarning,
    matches: (warning) => isOf(params, warning),
  });
  return { status: 200, body };
};

const createPayout: Handle = (desk, call) => {
  const params = readParams(PARAMS.createPayout, formOf(call));
  readCurrency(params.currency);
  if (params.amount < 1) throw invalid('Invalid positive integer', { param: 'amount' });
  const payout = sendPayout(desk, {
    amount: params.amount,
    currency: params.currency.toLowerCase(),
    covers: null,
    description: params.description ?? null,
    metadata: params.metadata ?? {},
  });
  return expanded(desk, { status: 200, body: renderPayout(payout) }, params.expand);
};

const listPayouts: Handle = (desk, call) => {
  const params = readParams(LISTS.payouts, call.query);
  const body = listPage(desk, {
    kind: 'stripe-payout',
    url: call.path,
    params,
    render: renderPayout,
    matches: ({ status }) => params.status === undefined || params.status === status,
  });
  return { status: 200, body };
};

type CaseQuery = { readonly charge?: string; readonly payment_intent?: string };

function isOf(
  { charge, payment_intent: payment }: CaseQuery,
  record: { readonly charge: string; readonly payment: string },
): boolean {
  return (
    (charge ?? record.charge) === record.charge && (payment ?? record.payment) === record.payment
  );
}
