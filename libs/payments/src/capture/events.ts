import type { Money } from '#money';
import type { Attempt, EventShape, Instant } from '../payment/vocabulary.js';

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
/**
 * The provider's fee of one capture, or of one refund of it; arrives with it or later. In the
 * currency that the provider took it in; negative where it gave a fee back.
 */
export type ProviderFeeRecorded = EventShape<
  'ProviderFeeRecorded',
  Attempt<'captureId'> & {
    /** Whose fee it is; absent: the capture's own. */
    refundId?: string;
    fee: Money;
    recordedAt: Instant;
  }
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
    /** The provider told no fee with it: it is looked up until it is known. */
    feePending?: true;
    refundedAt: Instant;
  }
>;
export type RefundFailed = EventShape<
  'RefundFailed',
  Attempt<'refundId'> & {
    amount: Money;
    code: string;
    reason: string;
    /** The provider's id, where it made an object before it failed; absent: it made none. */
    reference?: string;
    failedAt: Instant;
  }
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
