import type { Money } from '#money';
import type { Attempt, EventShape, Instant } from '../payment/vocabulary.js';

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

export type FeeEvent = ProviderFeeRecorded;
