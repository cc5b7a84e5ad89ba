import type { Stripe } from 'stripe';
import type { Money } from '#money';
import type { SettlementLine, LookUpRequest, ProviderFact } from '#provider-port';
import type { StripeAccount } from './account.js';
import { bookedOf } from './books.js';
import { disputeFacts } from './dispute-facts.js';
import { isMissing } from './errors.js';
import { chargeOf, instantOf } from './objects.js';
import {
  authorisedFacts,
  capturedFacts,
  declinedFacts,
  holdOf,
  isHeld,
  releasedFacts,
  restFacts,
} from './payment-facts.js';
import { refundFacts } from './refund-facts.js';
import { isRelease } from './releases.js';
import { assertReadable } from './shapes.js';
import { reviewFacts, warningFacts } from './suspicion-facts.js';
import { Readings } from '../unreadable.js';

const WHOLE = { expand: ['latest_charge.review'] };

/**
 * Everything that Stripe's objects tell of one payment, in the words of its events.
 *
 * @throws UnreadableObjects with what could be read.
 */
export async function lookUp(
  account: StripeAccount,
  { paymentId, reference, orderReference }: LookUpRequest,
): Promise<readonly ProviderFact[]> {
  const { attempts, instant } = account;
  const id = reference ?? orderReference;
  if (id === null) return [];
  const intent = await attempts.ask(() => intentOf(account, id));
  if (!intent) return [];
  const charge = chargeOf(intent);
  const held = charge?.status === 'succeeded' ? charge : null;
  const readings = new Readings();
  if (held) {
    readings.add(() => heldOf(intent, held));
    if (held.captured) await readTaken(account, { intent, charge: held, readings });
    await readSuspicions(account, held, readings);
  }
  readings.add(() => endOf(intent, instant()));
  return readings.factsOf(paymentId);
}

async function intentOf(
  { stripe }: StripeAccount,
  id: string,
): Promise<Stripe.PaymentIntent | null> {
  try {
    return await stripe.paymentIntents.retrieve(id, WHOLE);
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

/** The authorisation, told as it was before any capture, and the total that is held now. */
function heldOf(intent: Stripe.PaymentIntent, charge: Stripe.Charge): readonly ProviderFact[] {
  assertReadable(intent);
  assertReadable(charge);
  const authorised = authorisedFacts({ ...charge, captured: false, payment_intent: intent.id });
  return isHeld(intent) ? [...authorised, holdOf(intent, instantOf(charge.created))] : authorised;
}

/** Captures with their fees, refunds and disputes. */
async function readTaken(
  account: StripeAccount,
  { intent, charge, readings }: Reading,
): Promise<void> {
  const { stripe, attempts, instant } = account;
  const list = { charge: charge.id, expand: ['data.balance_transaction'] };
  const refunds = await attempts.ask(() => all(stripe.refunds.list(list)));
  const lines = await bookedOf(account, charge.id, releasesIn(refunds));
  const at = lines[0]?.at ?? instantOf(charge.created);
  readings.add(() => capturedFacts(intent, at, feesBookedIn(lines)));
  readings.addEach(refunds.reverse(), (refund) => {
    assertReadable(refund);
    return releasesIn([refund]).length > 0 ? [] : refundFacts(refund, instant());
  });
  const disputes = charge.disputed
    ? await attempts.ask(() => all(stripe.disputes.list({ charge: charge.id })))
    : [];
  readings.addEach(disputes.reverse(), (dispute) => {
    assertReadable(dispute);
    return disputeFacts(dispute, instant());
  });
}

type Reading = {
  readonly intent: Stripe.PaymentIntent;
  readonly charge: Stripe.Charge;
  readonly readings: Readings;
};

/** Stripe shows the release of a partial capture as a refund of its own. */
function releasesIn(refunds: readonly Stripe.Refund[]): Stripe.BalanceTransaction[] {
  return refunds
    .map(({ balance_transaction: booked }) => booked)
    .filter((booked) => booked !== null && typeof booked !== 'string')
    .filter(isRelease);
}

/**
 * Finds each capture's own booking: by its amount, or by its rank where all bookings are in another
 * currency, because the account settles in it. Null while a capture is not booked.
 */
function feesBookedIn(lines: readonly SettlementLine[]) {
  const booked = lines.filter(({ kind }) => kind === 'capture');
  return (captured: readonly Money[]): readonly (Money | null)[] => {
    const converted = booked.every(({ amount }) => amount.currency !== captured[0]?.currency);
    if (converted && booked.length === captured.length) return feesByRank(booked, captured);
    const left = [...booked];
    return captured.map((each) => {
      const index = left.findIndex(({ amount }) => amount.equals(each));
      return left.splice(index, index === -1 ? 0 : 1)[0]?.fee ?? null;
    });
  };
}

function feesByRank(
  booked: readonly SettlementLine[],
  captured: readonly Money[],
): (Money | null)[] {
  const lines = [...booked].sort((a, b) => compareMoney(a.amount, b.amount));
  const ranks = [...captured.keys()].sort((a, b) => compareMoney(captured[a], captured[b]));
  return captured.map((_, index) => lines[ranks.indexOf(index)]?.fee ?? null);
}

function compareMoney(a: Money | undefined, b: Money | undefined): number {
  const difference = (a?.minorUnits ?? 0n) - (b?.minorUnits ?? 0n);
  return difference === 0n ? 0 : difference < 0n ? -1 : 1;
}

async function readSuspicions(
  { stripe, attempts, instant }: StripeAccount,
  charge: Stripe.Charge,
  readings: Readings,
): Promise<void> {
  const warnings = await attempts.ask(() =>
    all(stripe.radar.earlyFraudWarnings.list({ charge: charge.id })),
  );
  const { review } = charge;
  readings.addEach(warnings.reverse(), (warning) => {
    assertReadable(warning);
    return warningFacts(warning, instantOf(warning.created));
  });
  if (review === null || typeof review === 'string') return;
  readings.add(() => reviewFacts(review, instant()));
}

function endOf(intent: Stripe.PaymentIntent, now: string): readonly ProviderFact[] {
  const { status, canceled_at, last_payment_error: failure } = intent;
  if (status === 'canceled') {
    return releasedFacts(intent, canceled_at === null ? now : instantOf(canceled_at));
  }
  if (status === 'succeeded') return restFacts(intent, now);
  const failed = status === 'requires_payment_method' && (failure ?? null) !== null;
  return failed ? declinedFacts(intent, now) : [];
}

/** Newest first, as Stripe lists. */
async function all<Item>(pages: AsyncIterable<Item>): Promise<Item[]> {
  const items = [];
  for await (const item of pages) items.push(item);
  return items;
}
