import type { Money } from '#money';
import type { Instant } from './payment-provider.js';

type Fact<Kind extends string, Data> = {
  readonly kind: Kind;
  /** From the provider's metadata or custom id; null when the object was not made by us. */
  readonly paymentId: string | null;
  readonly at: Instant;
} & Readonly<Data>;

/** What a webhook tells, in our words. Facts may come late, early, twice or uncommanded. */
export type ProviderFact =
  | Fact<'payer-action-completed', { orderReference: string }>
  | Fact<
      'authorised',
      {
        authorisationId: string | null;
        reference: string;
        amount: Money;
        expiresAt: Instant | null;
      }
    >
  | Fact<'authorisation-declined', { authorisationId: string | null; code: string; reason: string }>
  | Fact<
      'captured',
      {
        captureId: string | null;
        authorisationReference: string;
        reference: string;
        amount: Money;
        fee: Money | null;
      }
    >
  | Fact<'voided', { reference: string; expired: boolean }>
  | Fact<
      'refunded',
      { refundId: string | null; captureReference: string; reference: string; amount: Money }
    >
  | Fact<
      'refund-failed',
      { refundId: string | null; reference: string; amount: Money; code: string }
    >;

/** A webhook delivery whose signature was checked. */
export type VerifiedWebhook = {
  readonly provider: 'stripe' | 'paypal';
  /** The provider's event id: repeated deliveries share it. */
  readonly eventId: string;
  readonly type: string;
  /** Empty for types we keep but do not act on. */
  readonly facts: readonly ProviderFact[];
};

/** The delivery is not provably from the provider; answer 400 and keep nothing. */
export class WebhookRejected extends Error {
  override readonly name = 'WebhookRejected';
}

/** Checks and translates one provider's webhook deliveries. */
export abstract class WebhookVerifier {
  abstract readonly provider: 'stripe' | 'paypal';

  /**
   * @param body the raw bytes as received.
   * @throws WebhookRejected when signature, certificate or time do not hold.
   */
  abstract verify(
    headers: Readonly<Record<string, string | undefined>>,
    body: Buffer,
    now: Date,
  ): Promise<VerifiedWebhook>;
}
