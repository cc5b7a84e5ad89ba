import type { EventShape, Instant, PaymentMethod, ProviderName } from '../payment/vocabulary.js';

/** One way a payment can go. Tokens belong to one provider, so each way has a method of its own. */
export type Route = { readonly provider: ProviderName; readonly method: PaymentMethod };

/** How the provider of a payment was chosen. */
export type Routing = {
  /** Version of the routing policy. */
  readonly policy: string;
  /** `named`, `only-possible`, `command-order`, or `rule:` and the id of the rule. */
  readonly reason: string;
  /** Ways it may go instead, best first, while its provider certainly took nothing. */
  readonly alternatives: readonly Route[];
};

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
