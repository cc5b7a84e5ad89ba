import type { Operation, RequestOf } from '#provider-port';

export type { EventShape } from '#event-shapes';
export type { Instant, ProviderName } from '#provider-port';

/** Each operation at a provider, with the field that identifies an attempt at it. */
export const OPERATION_IDS = {
  authorise: 'authorisationId',
  increment: 'incrementId',
  reauthorise: 'reauthorisationId',
  cancel: 'cancellationId',
  capture: 'captureId',
  void: 'voidId',
  refund: 'refundId',
} as const satisfies { readonly [O in Operation]: keyof RequestOf<O> & `${string}Id` };

export type OperationId = (typeof OPERATION_IDS)[Operation];

/** Identifies one attempt at one operation; also the provider's idempotency key. */
export type Attempt<Id extends OperationId> = { paymentId: string } & Record<Id, string>;

/** What the payer pays with: a provider's token or a PayPal account. Never a card number. */
export type PaymentMethod =
  { readonly kind: 'card'; readonly token: string } | { readonly kind: 'paypal' };

/** Why a payment ended before any money was held. */
export type CancellationReason =
  'requested' | 'order-cancelled' | 'payer-cancelled' | 'payer-deadline' | 'approval-reversed';

/** Makes the same id of the same words, so that a fact told twice is one operation. */
export type IdOf = (...words: readonly string[]) => string;
