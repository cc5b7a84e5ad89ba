import type { Route } from '../payment/initiation.js';
import type { EventShape, Instant, ProviderName } from '../payment/vocabulary.js';

/**
 * The payment goes another way, because its provider certainly took nothing: it was not asked, or
 * it takes no such payment.
 */
export type PaymentRerouted = EventShape<
  'PaymentRerouted',
  Route & {
    paymentId: string;
    from: ProviderName;
    reason: 'provider-away' | 'not-supported';
    /** Version of the policy that named the way. */
    policy: string;
    reroutedAt: Instant;
  }
>;

export type RoutingEvent = PaymentRerouted;
