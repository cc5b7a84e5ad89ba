import { initiatedOf } from '../payment/guards.js';
import type { Route } from '../payment/initiation.js';
import type { Payment } from '../payment/payment.js';
import type { Instant, ProviderName } from '../payment/vocabulary.js';
import type { PaymentRerouted } from './events.js';

/** Providers that would not be asked now, as they do not answer. */
export type Away = ReadonlySet<ProviderName>;

/**
 * Sends a payment another way, before it is promised to its provider or after that provider said
 * that it takes no such payment. Never while a promise to it is open: what became of that
 * promise is found out at the same provider, or the payer would be charged twice.
 */
export function reroute(away: Away, now: Instant, payment: Payment): PaymentRerouted[] {
  const { paymentId, provider: from, routing } = initiatedOf(payment);
  const reason = reasonToLeave(away, payment);
  const to = reason === null ? undefined : wayOut(away, reason, payment);
  if (reason === null || to === undefined || !routing) return [];
  const { policy } = routing;
  return [
    { type: 'PaymentRerouted', data: { paymentId, from, ...to, reason, policy, reroutedAt: now } },
  ];
}

/**
 * Whether the provider takes no such payment, and another way is left. A provider that kept silent
 * about it before may have taken it all the same.
 */
export function isReroutable({ initiated, authorisation }: Payment): boolean {
  if (authorisation?.status !== 'declined') return false;
  const refused = authorisation.unsupported && !authorisation.doubtful;
  return refused && (initiated?.routing?.alternatives.length ?? 0) > 0;
}

type Reason = PaymentRerouted['data']['reason'];

function reasonToLeave(away: Away, payment: Payment): Reason | null {
  if (isReroutable(payment)) return 'not-supported';
  const { provider } = initiatedOf(payment);
  return payment.authorisation === null && away.has(provider) ? 'provider-away' : null;
}

/** A provider that takes no such payment is left for any other; one that is away, for better. */
function wayOut(away: Away, reason: Reason, payment: Payment): Route | undefined {
  const { provider, routing } = initiatedOf(payment);
  const others = (routing?.alternatives ?? []).filter((way) => way.provider !== provider);
  const there = others.find((way) => !away.has(way.provider));
  return reason === 'not-supported' ? (there ?? others[0]) : there;
}
