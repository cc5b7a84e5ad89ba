import { checkChargeAmount, readCurrency } from './currencies.js';
import type { StripeDesk } from './desk.js';
import { notesOf } from './create-payment.js';
import { invalid } from './errors.js';
import type { PARAMS } from './params.js';
import type { Metadata, StripePayment } from './records.js';
import { renderPayment } from './render.js';
import { testCard } from './test-cards.js';

type UpdateParams = ReturnType<typeof PARAMS.updatePayment>;

/** Once the bank was asked, only what is written beside the money may change. */
const OPEN = new Set(['requires_payment_method', 'requires_confirmation', 'requires_action']);

/**
 * Changes a payment before its confirmation, or the notes of one that is confirmed.
 *
 * @throws StripeRefusal for parameters that its status does not allow any more.
 */
export function updatePayment(desk: StripeDesk, id: string, params: UpdateParams): StripePayment {
  const payment = desk.payment(id);
  checkOpen(payment, params);
  const updated: StripePayment = {
    ...payment,
    ...moneyOf(payment, params),
    ...methodOf(payment, params.payment_method),
    captureMethod: params.capture_method ?? payment.captureMethod,
    metadata: merged(payment.metadata, params.metadata),
    notes: { ...payment.notes, ...notesOf(params) },
  };
  desk.save({ kind: 'payment', record: updated });
  return updated;
}

function moneyOf(
  { amount, currency }: StripePayment,
  params: UpdateParams,
): Pick<StripePayment, 'amount' | 'currency'> {
  if (params.amount === undefined && params.currency === undefined) return { amount, currency };
  const asked = { amount: params.amount ?? amount, currency: params.currency ?? currency };
  checkChargeAmount(asked.amount, readCurrency(asked.currency));
  return { ...asked, currency: asked.currency.toLowerCase() };
}

function methodOf(
  { paymentMethod, status }: StripePayment,
  asked: string | undefined,
): Pick<StripePayment, 'paymentMethod' | 'status'> {
  if (asked === undefined) return { paymentMethod, status };
  testCard(asked);
  const ready = status === 'requires_payment_method' ? 'requires_confirmation' : status;
  return { paymentMethod: asked, status: ready };
}

/** An empty value removes its key, and an empty map all of them, as everywhere at Stripe. */
export function merged(metadata: Metadata, changes: Metadata | '' | undefined): Metadata {
  if (changes === '') return {};
  const both = Object.entries({ ...metadata, ...changes });
  return Object.fromEntries(both.filter(([, value]) => value !== ''));
}

function checkOpen(payment: StripePayment, params: UpdateParams): void {
  if (OPEN.has(payment.status)) return;
  const money = ['amount', 'currency', 'payment_method', 'capture_method'] as const;
  const param = money.find((name) => params[name] !== undefined);
  if (param === undefined) return;
  const message = `This PaymentIntent's ${param} could not be updated because it has a status of ${payment.status}. You may only update it in one of the following statuses: ${[...OPEN].join(', ')}.`;
  throw invalid(message, {
    code: 'payment_intent_unexpected_state',
    param,
    payment_intent: renderPayment(payment),
  });
}
