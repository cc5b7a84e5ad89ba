import { Money } from '#money';
import type { Instant } from '#payments';
import type { Account } from '../account.js';
import type { JournalEntry } from '../entry.js';
import type { JournalAdjustmentBooked, JournalAdjustmentReversed } from './adjustment-events.js';

/** The entry of a change of the books that people made: its lines as they are. */
export function entryOfAdjustment(
  { data }: JournalAdjustmentBooked | JournalAdjustmentReversed,
  recordedAt: Instant,
): JournalEntry {
  const { paymentId, effectiveAt, lines } = data;
  const postings = lines.map(({ account, amount }) => ({
    account: account as Account,
    amount: Money.fromJSON(amount),
  }));
  return { paymentId, payoutReference: null, lineId: null, postings, effectiveAt, recordedAt };
}
