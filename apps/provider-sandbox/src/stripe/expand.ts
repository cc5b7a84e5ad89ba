import type { StripeDesk } from './desk.js';
import { invalid } from './errors.js';
import { renderDispute } from './disputes/render.js';
import { renderFraudWarning, renderReview } from './fraud/render.js';
import { renderPayout } from './payouts/render.js';
import { renderBalanceTransaction, renderCharge, renderPayment, renderRefund } from './render.js';

/** As Stripe allows. */
const DEPTH_MAX = 4;

type Json = Record<string, unknown>;

/**
 * Replaces ids by the objects they name, along paths as `latest_charge.balance_transaction`.
 *
 * @throws StripeRefusal for a path that leads to no object.
 */
export function expand(
  desk: StripeDesk,
  body: object,
  paths: readonly string[] | undefined,
): object {
  for (const path of paths ?? []) {
    const steps = path.split('.');
    if (steps.length > DEPTH_MAX) {
      throw invalid(`You cannot expand more than ${DEPTH_MAX} levels of a property.`, {
        param: 'expand',
      });
    }
    follow(desk, body as Json, steps, path);
  }
  return body;
}

function follow(desk: StripeDesk, body: Json, steps: readonly string[], path: string): void {
  const [step, ...rest] = steps;
  if (step === undefined) return;
  const value = body[step];
  if (Array.isArray(value)) {
    for (const item of value as Json[]) follow(desk, item, rest, path);
    return;
  }
  if (value === null) return;
  const object = typeof value === 'string' ? objectOf(desk, value) : value;
  if (typeof object !== 'object') {
    throw invalid(`This property cannot be expanded (${path}).`, { param: 'expand' });
  }
  body[step] = object;
  follow(desk, object as Json, rest, path);
}

/** The object of an id in today's state; undefined for what cannot be expanded. */
export function objectOf(desk: StripeDesk, id: string): object | undefined {
  const { draft } = desk;
  switch (id.slice(0, id.indexOf('_'))) {
    case 'pi':
      return rendered(draft.get('stripe-payment', id), renderPayment);
    case 'ch':
      return rendered(draft.get('stripe-charge', id), renderCharge);
    case 're':
      return rendered(draft.get('stripe-refund', id), renderRefund);
    case 'txn':
      return rendered(draft.get('stripe-balance-transaction', id), (line) =>
        renderBalanceTransaction(line, desk.now),
      );
    case 'du':
      return rendered(draft.get('stripe-dispute', id), (dispute) =>
        renderDispute(dispute, desk.now),
      );
    case 'prv':
      return rendered(draft.get('stripe-review', id), renderReview);
    case 'issfr':
      return rendered(draft.get('stripe-fraud-warning', id), renderFraudWarning);
    case 'po':
      return rendered(draft.get('stripe-payout', id), renderPayout);
    default:
      return undefined;
  }
}

function rendered<T>(record: T | undefined, render: (record: T) => object): object | undefined {
  return record === undefined ? undefined : render(record);
}
