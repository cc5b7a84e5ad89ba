import type { Money } from '#money';
import type { RefusalCodes } from '#provider-port';
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
  Attempt<'captureId'> & {
    amount: Money;
    code: string;
    reason: string;
    /** What the provider said beside its code; absent: nothing, or it was not kept yet. */
    codes?: RefusalCodes;
    failedAt: Instant;
  }
>;

/** The provider took captured money back by itself, as for a bank return. */
export type CaptureReversed = EventShape<
  'CaptureReversed',
  Attempt<'captureId'> & { amount: Money; reference: string; reversedAt: Instant }
>;

export type CaptureEvent = CaptureRequested | PaymentCaptured | CaptureFailed | CaptureReversed;
