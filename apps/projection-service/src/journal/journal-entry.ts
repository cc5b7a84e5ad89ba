import type { RecordedEvent } from '#event-store';
import type { JournalEntry } from '#journal';
import type { View } from '#projections';
import { JournalAccount, JournalEntryRow, JournalPosting } from './journal.entity.js';

/** Writes an entry, its postings and what they do to the accounts. */
export function writeEntry(
  entry: JournalEntry,
  view: View,
  { id: entryId, type: eventType, position }: RecordedEvent,
): void {
  const { paymentId, payoutReference, lineId, postings, effectiveAt, recordedAt } = entry;
  const times = { effectiveAt: new Date(effectiveAt), recordedAt: new Date(recordedAt) };
  const commit = position.commit.toString();
  const prepare = position.prepare.toString();
  const owner = { paymentId, payoutReference, lineId };
  view.insert(JournalEntryRow, { entryId, commit, prepare, ...owner, eventType, ...times });
  postings.forEach(({ account, amount: { minorUnits, currency } }, line) => {
    const amount = minorUnits.toString();
    view.insert(JournalPosting, { entryId, line, account, currency, amount, ...times });
    if (minorUnits > 0n) view.add(JournalAccount, { account, currency }, 'debits', minorUnits);
    else view.add(JournalAccount, { account, currency }, 'credits', -minorUnits);
  });
}
