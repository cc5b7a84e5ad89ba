import type { Stripe } from 'stripe';
import type { Money } from '#money';
import type { Instant, RefusalCodes } from '#provider-port';
import { ourId } from '../our-id.js';
import { feeOrUnknown } from '../unreadable.js';
import { fromStripeAmount, toStripeAmount } from './amount.js';
import { stripeCodesOf } from './errors.js';

export function instantOf(unixSeconds: number): Instant {
  return new Date(unixSeconds * 1000).toISOString();
}

/** The charge of an intent that was asked for with `expand: latest_charge`. */
export function chargeOf({ latest_charge: charge }: Stripe.PaymentIntent): Stripe.Charge | null {
  return typeof charge === 'string' ? null : charge;
}

export function idOfObject(object: string | { readonly id: string } | null): string | null {
  return typeof object === 'string' ? object : (object?.id ?? null);
}

/** Our payment's id, which we give to everything that takes metadata. */
export function paymentIdIn({
  metadata,
}: {
  readonly metadata: Stripe.Metadata | null;
}): string | null {
  return ourId(metadata?.['payment_id']);
}

/** When the issuer's promise ends; Stripe knows it per card, so no constant of ours would hold. */
export function captureBeforeOf(charge: Stripe.Charge | null): Instant | null {
  const before = charge?.payment_method_details?.card?.capture_before;
  return before === undefined ? null : instantOf(before);
}

/**
 * Each capture adds its id and wire amount to the intent's metadata, of which Stripe keeps 50
 * entries. A charge's metadata would not do: captures do not change it.
 *
 * Others write to the same metadata, hence the prefix; Stripe's keys have 40 characters at most,
 * hence no dashes.
 */
export function captureEntry(captureId: string, units: number): Stripe.Metadata {
  return { [keyOf(captureId)]: String(units) };
}

/** Whether the intent lists a capture, also as it was written before keys had a prefix. */
export function listsCapture(metadata: Stripe.Metadata, captureId: string): boolean {
  return keyOf(captureId) in metadata || captureId in metadata;
}

export function capturesListedIn(
  metadata: Stripe.Metadata,
): readonly (readonly [string, number])[] {
  return Object.entries(metadata).flatMap(([key, value]) => {
    const captureId = captureIdOf(key);
    return captureId !== null && UNITS.test(value) ? [[captureId, Number(value)] as const] : [];
  });
}

const UNITS = /^\d{1,12}$/;
const KEY = /^assay_([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})$/;
/** Version 5, as every id of ours and hardly any of others. */
const KEY_BEFORE = /^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

function keyOf(captureId: string): string {
  return `assay_${captureId.replaceAll('-', '')}`;
}

function captureIdOf(key: string): string | null {
  const parts = KEY.exec(key)?.slice(1);
  if (parts) return parts.join('-');
  return KEY_BEFORE.test(key) ? key : null;
}

export function declineOf({ last_payment_error: error }: Stripe.PaymentIntent): {
  code: string;
  reason: string;
  codes?: RefusalCodes;
} {
  const code = error?.decline_code ?? error?.code ?? 'requires_payment_method';
  const reason = error?.message ?? 'the payer did not pay';
  return { code, reason, ...(error && stripeCodesOf(error)) };
}

/**
 * The fee of one capture, when its balance transaction tells it: the transaction must be of this
 * capture alone. Else null; the books tell it later. It is in the currency that the account settles
 * in, which may be another than the capture's.
 */
export function feeOf(charge: Stripe.Charge, captured: Money): Money | null {
  const { balance_transaction: booked, amount: held, amount_captured: taken } = charge;
  if (typeof booked !== 'object' || booked === null) return null;
  const wire = toStripeAmount(captured);
  const inFull = held === wire.amount && taken === wire.amount;
  const same = booked.currency === wire.currency && booked.amount === wire.amount;
  return inFull || same ? bookedFeeOf(booked) : null;
}

type Booked = string | Stripe.BalanceTransaction | null | undefined;

/** The fee of a booking that Stripe was asked to show in place of its id; null: not known. */
export function bookedFeeOf(booked: Booked): Money | null {
  if (typeof booked !== 'object' || booked === null) return null;
  return feeOrUnknown(() => fromStripeAmount(booked.fee, booked.currency));
}

/**
 * `waiting` until money left our balance: a refund may wait for the payer or for funds. It can
 * still fail after it succeeded; then a webhook tells.
 */
export function refundState(refund: Stripe.Refund): 'refunded' | 'failed' | 'waiting' {
  const { status, balance_transaction } = refund;
  if (status === 'succeeded') return 'refunded';
  if (status === 'failed' || status === 'canceled') return 'failed';
  return status === 'pending' && balance_transaction !== null ? 'refunded' : 'waiting';
}
