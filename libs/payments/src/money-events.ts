import type { Money } from '#money';
import type { Attempt, EventShape, Instant } from './vocabulary.js';

export type CaptureRequested = EventShape<
  'CaptureRequested',
  Attempt<'captureId'> & {
    amount: Money;
    /** True when the rest of the authorisation is given up with this capture. */
    final: boolean;
    requestedAt: Instant;
  }
>;
export type PaymentCaptured = EventShape<
  'PaymentCaptured',
  Attempt<'captureId'> & {
    amount: Money;
    final: boolean;
    /** The provider's id to refund: `ch_…`, or a PayPal capture id. */
    reference: string;
    capturedAt: Instant;
  }
>;
export type CaptureFailed = EventShape<
  'CaptureFailed',
  Attempt<'captureId'> & { amount: Money; code: string; reason: string; failedAt: Instant }
>;
/** The provider's fee of one capture; arrives with it or later. */
export type ProviderFeeRecorded = EventShape<
  'ProviderFeeRecorded',
  Attempt<'captureId'> & { fee: Money; recordedAt: Instant }
>;

export type VoidRequested = EventShape<
  'VoidRequested',
  Attempt<'voidId'> & { requestedAt: Instant }
>;
export type PaymentVoided = EventShape<
  'PaymentVoided',
  Attempt<'voidId'> & { amount: Money; voidedAt: Instant }
>;
export type VoidFailed = EventShape<
  'VoidFailed',
  Attempt<'voidId'> & { code: string; reason: string; failedAt: Instant }
>;

export type RefundRequested = EventShape<
  'RefundRequested',
  Attempt<'refundId'> & { captureId: string; amount: Money; reason: string; requestedAt: Instant }
>;
export type PaymentRefunded = EventShape<
  'PaymentRefunded',
  Attempt<'refundId'> & {
    captureId: string;
    amount: Money;
    reference: string;
    refundedAt: Instant;
  }
>;
export type RefundFailed = EventShape<
  'RefundFailed',
  Attempt<'refundId'> & { amount: Money; code: string; reason: string; failedAt: Instant }
>;

/** A refund that had succeeded came back: the money is ours again. */
export type RefundReversed = EventShape<
  'RefundReversed',
  Attempt<'refundId'> & {
    captureId: string;
    amount: Money;
    reference: string;
    code: string;
    reversedAt: Instant;
  }
>;
/** The provider took captured money back by itself, as for a bank return. */
export type CaptureReversed = EventShape<
  'CaptureReversed',
  Attempt<'captureId'> & { amount: Money; reference: string; reversedAt: Instant }
>;
