import type { Money } from '#money';
import type { Instant, PaymentMethod, ProviderName } from './vocabulary.js';

/** How far a payment goes by itself once its risk allows it. */
export type Intent = 'initiate' | 'authorise' | 'capture';

/** What upstream knows of the card without knowing its number. */
export type CardTraits = {
  readonly fingerprint: string | null;
  readonly country: string | null;
};

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

/** What a payment is from its start on: who pays whom, how much and how. */
export type Initiation = {
  readonly paymentId: string;
  readonly orderId: string;
  readonly merchantId: string;
  readonly customerId: string;
  readonly amount: Money;
  readonly provider: ProviderName;
  readonly method: PaymentMethod;
  readonly intent: Intent;
  readonly card: CardTraits | null;
  readonly deviceId: string | null;
  /** ISO 3166-1 alpha-2 of the payer's network address and of the delivery address. */
  readonly ipCountry: string | null;
  readonly shippingCountry: string | null;
  readonly metadata: Readonly<Record<string, string>>;
  /** When the payer acted, as the sender says. */
  readonly occurredAt: Instant;
  readonly initiatedAt: Instant;
  /** Set for a past payment: its sender may name any past time, and it counts at that time. */
  readonly imported?: true;
  /** Where the payer comes back to. Absent in what was initiated before a payment could say so. */
  readonly returnUrl?: string;
  /** Absent in what was initiated before providers were chosen by a policy. */
  readonly routing?: Routing;
};
