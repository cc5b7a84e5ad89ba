import type { RecordedEvent } from '#event-store';
import type { JournalEntry } from '#journal';
import type { View } from '#projections';
import { JournalAccount, JournalDay, JournalEntryRow, JournalPosting } from './journal.entity.js';

/** Writes an entry, its postings and what they do to the accounts. */
export function writeEntry(
  entry: JournalEntry,
  view: View,
  { id: entryId, type: eventType, position }: RecordedEvent,
  adjustmentId: string | null = null,
): void {
  const { paymentId, payoutReference, lineId, postings, effectiveAt, recordedAt } = entry;
  const times = { effectiveAt: new Date(effectiveAt), recordedAt: new Date(recordedAt) };
  const commit = position.commit.toString();
  const prepare = position.prepare.toString();
  const owner = { paymentId, payoutReference, lineId, adjustmentId };
  view.insert(JournalEntryRow, { entryId, commit, prepare, ...owner, eventType, ...times });
  const days = { effectiveDay: dayOf(times.effectiveAt), recordedDay: dayOf(times.recordedAt) };
  postings.forEach(({ account, amount: { minorUnits, currency } }, line) => {
    const amount = minorUnits.toString();
    view.insert(JournalPosting, { entryId, line, account, currency, amount, ...times });
    const side = minorUnits > 0n ? 'debits' : 'credits';
    const moved = minorUnits > 0n ? minorUnits : -minorUnits;
    view.add(JournalAccount, { account, currency }, side, moved);
    const day = { account, currency, ...days, eventType };
    view.add(JournalDay, day, side, moved);
    view.add(JournalDay, day, 'postings', 1n);
  });
}

function dayOf(time: Date): string {
  return time.toISOString().slice(0, 10);
}
