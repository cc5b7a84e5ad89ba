import type { ProviderFact } from './provider-fact.js';
import type { ProviderName } from './provider-name.js';

/** An event of the provider: a delivery whose signature was checked, or read from its own list. */
export type VerifiedWebhook = {
  readonly provider: ProviderName;
  /** The provider's event id: repeated deliveries share it. */
  readonly eventId: string;
  readonly type: string;
  /** Version of the provider's API that the event is written in; null where it names none. */
  readonly apiVersion: string | null;
  /** Empty for types we keep but do not act on. */
  readonly facts: readonly ProviderFact[];
  /** Why no facts could be read from a type that we act on; null when they could. */
  readonly unreadable: string | null;
  /**
   * What of the delivery is proven, where that is less than its body: PayPal signs a CRC32 of it,
   * and another body can be made with the same one. What it says is read back before it counts.
   */
  readonly proof?: 'checksum';
  /** Why it is about another account or mode than ours; absent where it is about ours. */
  readonly foreign?: string;
  /** What to look up instead; only where it is unreadable. */
  readonly subject?: WebhookSubject;
};

/** Whose object an event is about, as far as an event says that cannot be read. */
export type WebhookSubject = {
  readonly paymentId: string | null;
  /** Ids at the provider that may tell whose it is, the likeliest first. */
  readonly references: readonly string[];
};

/** The delivery is not provably from the provider; answer 400 and keep nothing. */
export class WebhookRejected extends Error {
  override readonly name = 'WebhookRejected';
}

/** Whether a provider's event can be kept under this: it names a stream. */
export function isEventId(id: unknown): id is string {
  return typeof id === 'string' && /^[\x21-\x7e]{1,255}$/.test(id);
}

/** Checks and translates one provider's webhook deliveries. */
export abstract class WebhookVerifier {
  abstract readonly provider: ProviderName;

  /**
   * @param body the raw bytes as received.
   * @throws WebhookRejected when signature, certificate or time do not hold.
   * @throws ProviderUnavailable when only the provider can tell and it does not answer: answer 503,
   * and it delivers again.
   */
  abstract verify(
    headers: Readonly<Record<string, string | undefined>>,
    body: Buffer,
    now: Date,
  ): Promise<VerifiedWebhook>;
}
