import type { MoneyJson } from '#money';
import type { PaymentMethod, ProviderName } from '#payments';

export const METHOD_KINDS = ['card', 'paypal'] as const satisfies readonly PaymentMethod['kind'][];

/** All that is named must hold; what is left out holds for every payment. */
export type RoutingCondition = {
  readonly currencies?: readonly string[];
  /** What the payer pays with at first, before any alternative. */
  readonly methods?: readonly PaymentMethod['kind'][];
  /** Inclusive; a payment in another currency does not meet it. */
  readonly amountAtLeast?: MoneyJson;
  /** Inclusive, likewise. */
  readonly amountAtMost?: MoneyJson;
};

export type RoutingRule = {
  /** As in `omr-by-card`; recorded with every payment it decided on. */
  readonly id: string;
  readonly when: RoutingCondition;
  /** The first of these that the payment can go to; others follow in the command's own order. */
  readonly prefer: readonly ProviderName[];
};

/** Which of the ways that a command offers a payment takes. It never invents one. */
export type RoutingPolicy = {
  /** The first one that a payment meets decides. */
  readonly rules: readonly RoutingRule[];
  /** Whether a payment may go another way than its first; see `reroute` in #payments. */
  readonly failover: boolean;
};

/** Name of the default policy; a change of it needs a new one. */
export const DEFAULT_ROUTING_NAME = 'command-order-1';

/** Until another is activated: the provider of the payer's method, in the command's order. */
export const DEFAULT_ROUTING: RoutingPolicy = { rules: [], failover: true };
