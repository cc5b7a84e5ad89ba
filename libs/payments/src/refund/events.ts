import type { Money } from '#money';
import type { RefusalCodes } from '#provider-port';
import type { Attempt, EventShape, Instant } from '../payment/vocabulary.js';

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
    /** What the provider said beside its code; absent: nothing, or it was not kept yet. */
    codes?: RefusalCodes;
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

export type RefundEvent = RefundRequested | PaymentRefunded | RefundFailed | RefundReversed;
