import type { Money } from '#money';
import type { KeptContradiction } from './contradiction.js';
import { MissingPredecessor, PaymentError, type PaymentErrorCode } from './errors.js';
import type { Initiation } from './initiation.js';
import type { Authorisation, Capture, Payment } from './payment.js';
import { capturedOrPromised } from './sums.js';

/** What a payment that exists began with. @throws PaymentError `payment-not-found` */
export function initiatedOf(payment: Payment): Initiation {
  if (!payment.initiated) throw new PaymentError('payment-not-found');
  return payment.initiated;
}

/** @throws PaymentError `amount-not-positive` */
export function assertPositive(amount: Money): void {
  if (!amount.isPositive) {
    throw new PaymentError('amount-not-positive', { amount: amount.toString() });
  }
}

/** @throws PaymentError `currency-mismatch` */
export function assertCurrency(amount: Money, expected: Money): void {
  if (amount.currency !== expected.currency) {
    throw new PaymentError('currency-mismatch', { expected: expected.currency });
  }
}

/** Facts that are kept and wait for a missing one or a person, the oldest first. */
export function openContradictions({ contradictions }: Payment): [string, KeptContradiction][] {
  return [...contradictions].filter(([, { status }]) => status === 'open');
}

/** @throws PaymentError `payment-contradicted` while the payment is set aside. */
export function assertNotContradicted(payment: Payment): void {
  const [open] = openContradictions(payment);
  if (!open) return;
  const { paymentId } = initiatedOf(payment);
  const [contradictionId, { explanation }] = open;
  throw new PaymentError('payment-contradicted', { paymentId, contradictionId, explanation });
}

/** @throws PaymentError `payment-cancelled`, also while a cancellation is planned or under way. */
export function assertNotCancelled(payment: Payment): void {
  const { cancellation, unwanted } = payment;
  if (unwanted === null && (!cancellation || cancellation.status === 'failed')) return;
  const { paymentId } = initiatedOf(payment);
  throw new PaymentError('payment-cancelled', { paymentId });
}

/** Whether neither risk nor review forbid that money moves. */
export function mayProceed(payment: Payment): boolean {
  try {
    assertMayProceed(payment);
    return true;
  } catch (error) {
    if (error instanceof PaymentError) return false;
    throw error;
  }
}

/** @throws PaymentError when risk or review forbid that money moves. */
export function assertMayProceed(payment: Payment): void {
  const { paymentId } = initiatedOf(payment);
  const { review, risk } = payment;
  if (review === 'held') throw new PaymentError('payment-held', { paymentId });
  if (review === 'rejected') throw new PaymentError('payment-declined', { paymentId });
  if (review === 'approved' || !risk) return;
  if (risk.verdict === 'review') throw new PaymentError('payment-held', { paymentId });
  if (risk.verdict === 'decline') throw new PaymentError('payment-declined', { paymentId });
}

/** The authorisation, if it still holds money. @throws PaymentError when it does not. */
export function authorisedOf(payment: Payment): Authorisation & { readonly reference: string } {
  const { paymentId } = initiatedOf(payment);
  const { authorisation } = payment;
  if (authorisation?.status !== 'authorised' || authorisation.reference === null) {
    throw new PaymentError(whyNotAuthorised(authorisation), { paymentId });
  }
  const operation = changeOfHold(payment);
  if (operation !== null) {
    throw new PaymentError('operation-in-progress', { paymentId, operation });
  }
  return { ...authorisation, reference: authorisation.reference };
}

function whyNotAuthorised(authorisation: Authorisation | null): PaymentErrorCode {
  switch (authorisation?.status) {
    case 'cancelled':
      return 'payment-cancelled';
    case 'voided':
    case 'expired':
      return 'payment-voided';
    default:
      return 'payment-not-authorised';
  }
}

/** What is about to become of the hold; null when it stays as it is. */
function changeOfHold({ void: voiding, holdChange }: Payment): string | null {
  if (voiding?.status === 'requested') return 'void';
  return holdChange?.status === 'requested' ? holdChange.kind : null;
}

/** @throws PaymentError when nothing is held, or something was captured from it. */
export function untouchedHoldOf(payment: Payment): Money {
  const { paymentId } = initiatedOf(payment);
  assertNotContradicted(payment);
  const { amount } = authorisedOf(payment);
  assertMayProceed(payment);
  assertNotCancelled(payment);
  if (!capturedOrPromised(payment, amount).isZero) {
    throw new PaymentError('hold-in-use', { paymentId });
  }
  return amount;
}

/** @throws MissingPredecessor while no capture has this reference. */
export function captureOf(reference: string, payment: Payment): [string, Capture] {
  const found = [...payment.captures].filter(
    ([, { status, reference: own }]) => status === 'captured' && own === reference,
  );
  const [first] = found;
  if (!first) throw new MissingPredecessor(`no capture ${reference} is recorded`);
  return first;
}
