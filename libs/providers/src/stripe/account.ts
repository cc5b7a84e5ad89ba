import { Stripe } from 'stripe';
import { Attempts } from '../attempts.js';
import type { Instant } from '#provider-port';
import { diagnoseStripe } from './errors.js';

export type StripeOptions = {
  /** `sk_test_…` or `sk_live_…`; it decides whether real money moves. */
  readonly secretKey: string;
  /** Longest silence of the connection before the outcome counts as unknown. */
  readonly timeoutMs: number;
  /** Default: api.stripe.com. */
  readonly apiUrl?: string | undefined;
  readonly now?: () => Date;
};

/** What every call to Stripe needs. */
export type StripeAccount = {
  readonly stripe: Stripe;
  readonly attempts: Attempts;
  readonly now: () => Date;
  /** For answers that name no time of their own. */
  readonly instant: () => Instant;
  /** Whether an earlier attempt at a promise may be older than Stripe's memory of its key. */
  readonly isForgotten: (promisedAt: Instant) => boolean;
};

/** Stripe keeps idempotency keys for at least 24 hours; an hour is for clocks and slow calls. */
const KEYS_KEPT_MS = 23 * 3_600_000;

export function stripeAccount(options: StripeOptions): StripeAccount {
  const now = options.now ?? (() => new Date());
  return {
    stripe: connect(options),
    attempts: new Attempts('stripe', (error) => diagnoseStripe(error, now()), now),
    now,
    instant: () => now().toISOString(),
    isForgotten: (promisedAt) => now().getTime() - Date.parse(promisedAt) > KEYS_KEPT_MS,
  };
}

function connect({ secretKey, timeoutMs, apiUrl }: StripeOptions): Stripe {
  const url = apiUrl === undefined ? null : new URL(apiUrl);
  const protocol = url?.protocol === 'http:' ? 'http' : 'https';
  const port = url?.port || (protocol === 'http' ? 80 : 443);
  return new Stripe(secretKey, {
    // The caller repeats under the same id and counts the attempts; nothing is repeated unseen.
    maxNetworkRetries: 0,
    timeout: timeoutMs,
    telemetry: false,
    ...(url && { host: url.hostname, port, protocol }),
  });
}
