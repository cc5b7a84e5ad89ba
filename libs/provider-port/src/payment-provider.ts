import type { Money } from '#money';
import type { BookEntry } from './settlement-line.js';
import type { Instant } from './instant.js';
import type { MovedBy, Operation, OptionalOperation, OutcomeOf, RequestOf } from './operation.js';
import type { ProviderFact } from './provider-fact.js';
import type { ProviderName } from './provider-name.js';
import type { VerifiedWebhook } from './webhook.js';

/** What is known of a payment at the provider, to look it up by. */
export type LookUpRequest = {
  readonly paymentId: string;
  readonly authorisationId: string;
  /** Of the object that waits or waited for the payer. */
  readonly orderReference: string | null;
  /** Of the authorisation. */
  readonly reference: string | null;
};

/** `version` null: the account's own, which may change. */
export type DifferingEndpoint = { readonly url: string; readonly version: string | null };

/**
 * A company that moves money. Repeating a request under the same id moves nothing twice.
 *
 * @throws ProviderUnavailable from every method when the outcome is unknown.
 * @throws ProviderMisuse when the provider calls our request malformed: a bug or bad credentials.
 */
export abstract class PaymentProvider {
  abstract readonly name: ProviderName;

  /** Whether it would not be asked now, since it did not answer; then others may be tried first. */
  get isAway(): boolean {
    return false;
  }

  /**
   * A minimum holds for charges only; give-backs may be smaller.
   *
   * @param movedBy default: `authorise`, the strictest.
   * @returns null when the provider can move this amount, else why not, in one sentence.
   */
  abstract refusalOf(amount: Money, movedBy?: MovedBy): string | null;

  /** Does what was promised. Safe to repeat: a request under the same id moves nothing twice. */
  abstract perform<O extends Operation>(operation: O, request: RequestOf<O>): Promise<OutcomeOf<O>>;

  /** Whether the provider has an operation at all; asked before it is promised. */
  abstract supports(operation: OptionalOperation): boolean;

  /**
   * What the provider's own objects say of one payment now, as facts, oldest first: the truth where
   * webhooks are missing, late or contradict. Empty when it knows nothing of the payment.
   */
  abstract lookUp(request: LookUpRequest): Promise<readonly ProviderFact[]>;

  /**
   * Whose payment one of the provider's objects belongs to, from the metadata we gave it; null when
   * none of ours. For facts that name only the provider's object, as disputes do.
   *
   * @param reference of a charge, capture, authorisation or order.
   */
  abstract paymentOf(reference: string): Promise<string | null>;

  /** Whether the provider has an object of this id, of ours or not. */
  abstract knows(reference: string): Promise<boolean>;

  /**
   * The provider's own list of the events it sent or should have sent, oldest first, from an
   * instant (inclusive) on. Providers keep about 30 days.
   */
  abstract events(from: Instant): AsyncIterable<VerifiedWebhook>;

  /**
   * Endpoints for webhooks that are set to a version of the API that we do not read, where the
   * provider has such versions and lets us see them; else none.
   */
  async differingEndpoints(): Promise<readonly DifferingEndpoint[]> {
    return [];
  }

  /** One of these events, read back from the provider; null when it has none of this id. */
  abstract event(eventId: string): Promise<VerifiedWebhook | null>;

  /**
   * The provider's books, oldest first, from an instant (inclusive) on. Lines of the same second
   * just before it may come again; `lineId` tells them. A line keeps the time it began at, so one
   * that was pending becomes final in the past.
   */
  abstract books(from: Instant): AsyncIterable<BookEntry>;
}
