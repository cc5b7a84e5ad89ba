import type { Stripe } from 'stripe';
import type { Instant, VerifiedWebhook } from '#provider-port';
import type { StripeAccount } from './account.js';
import { isMissing } from './errors.js';
import { isActedOn } from './facts.js';
import { translated } from './translated.js';
import { createdIn, oldestFirst } from './windows.js';

/** Many events happen in a day; an hour of them fits into memory. */
const WINDOW_S = 3_600;

/** Stripe's list of its events, of the types that we act on. It keeps them for 30 days. */
export async function* stripeEvents(
  { stripe, attempts, now }: StripeAccount,
  from: Instant,
): AsyncGenerator<VerifiedWebhook> {
  const list = (startS: number, endS: number | null) =>
    attempts.ask(() => listed(stripe, createdIn(startS, endS)));
  for await (const found of oldestFirst({ from, now, list, windowS: WINDOW_S })) {
    yield* found.map(translated);
  }
}

/** One event by its id; null when Stripe has none, or no longer. */
export function stripeEvent(
  { stripe, attempts }: StripeAccount,
  eventId: string,
): Promise<VerifiedWebhook | null> {
  return attempts.ask(async () => {
    try {
      return translated(await stripe.events.retrieve(eventId));
    } catch (error) {
      if (isMissing(error)) return null;
      throw error;
    }
  });
}

/** Newest first. */
async function listed(stripe: Stripe, created: Stripe.RangeQueryParam): Promise<Stripe.Event[]> {
  const found = [];
  for await (const event of stripe.events.list({ created, limit: 100 })) {
    if (isActedOn(event.type)) found.push(event);
  }
  return found;
}
