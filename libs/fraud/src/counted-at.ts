import type { EventOf } from '#payments';
import { secondsOf } from './instant.js';

type PaymentTimes = Pick<
  EventOf<'PaymentInitiated'>['data'],
  'occurredAt' | 'initiatedAt' | 'imported'
>;

/**
 * The second a payment counts at: when it was recorded, because a sender that chose the time could
 * keep its payments out of every window. Imported payments count at the time they were made.
 */
export function countedAt({ occurredAt, initiatedAt, imported }: PaymentTimes): number {
  return secondsOf(imported === true ? occurredAt : initiatedAt);
}
