import type { Money } from '#money';
import type { Attempt, EventShape, Instant } from '../payment/vocabulary.js';

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

export type VoidEvent = VoidRequested | PaymentVoided | VoidFailed;
