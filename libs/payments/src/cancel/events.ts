import type { Attempt, CancellationReason, EventShape, Instant } from '../payment/vocabulary.js';

/** The payment is not wanted any more: it ends as soon as what is under way has its outcome. */
export type CancellationPlanned = EventShape<
  'CancellationPlanned',
  Attempt<'cancellationId'> & { reason: CancellationReason; plannedAt: Instant }
>;

/** Promises to take back what waits for the payer at the provider. */
export type CancellationRequested = EventShape<
  'CancellationRequested',
  Attempt<'cancellationId'> & { reason: CancellationReason; requestedAt: Instant }
>;

/** Nothing is held and nothing will be. */
export type PaymentCancelled = EventShape<
  'PaymentCancelled',
  Attempt<'cancellationId'> & { reason: CancellationReason; cancelledAt: Instant }
>;

/** The payer was faster. */
export type CancellationFailed = EventShape<
  'CancellationFailed',
  Attempt<'cancellationId'> & { code: string; reason: string; failedAt: Instant }
>;

export type CancelEvent =
  CancellationPlanned | CancellationRequested | PaymentCancelled | CancellationFailed;
