import type { RecordedEvent } from '#event-store';
import { entryOfAdjustment, type AdjustmentEvent } from '#journal';
import type { Plain, View } from '#projections';
import { writeEntry } from './journal-entry.js';
import { JournalAdjustment } from './journal.entity.js';

type Row = Plain<JournalAdjustment>;

/** Books what people decided of one adjustment, and keeps where it stands. */
export function recordAdjustment(
  event: AdjustmentEvent,
  view: View,
  recorded: RecordedEvent,
): void {
  const { adjustmentId } = event.data;
  if (event.type === 'JournalAdjustmentBooked' || event.type === 'JournalAdjustmentReversed') {
    writeEntry(entryOfAdjustment(event, recorded.recordedAt), view, recorded, adjustmentId);
  }
  const known = view.find(JournalAdjustment, { adjustmentId });
  view.put(JournalAdjustment, rowAfter(known, event, recorded));
}

function rowAfter(known: Row | null, event: AdjustmentEvent, recorded: RecordedEvent): Row {
  const { type, data } = event;
  if (type === 'JournalAdjustmentProposed') {
    return { ...asked(data, data.proposedAt, recorded), status: 'proposed' };
  }
  if (type === 'JournalAdjustmentBooked') {
    const { approvedBy, bookedAt } = data;
    const row = known ?? asked(data, bookedAt, recorded);
    return { ...row, status: 'booked', approvedBy, bookedAt: new Date(bookedAt) };
  }
  if (!known) throw new RangeError(`${type} of adjustment ${data.adjustmentId} before its booking`);
  if (type === 'JournalProposalWithdrawn') {
    const { note, withdrawnBy, withdrawnAt } = data;
    const status = known.status === 'reversal-proposed' ? 'booked' : 'withdrawn';
    return { ...known, status, reversal: null, withdrawn: { note, withdrawnBy, withdrawnAt } };
  }
  const { effectiveAt, reason, proposedBy } = data;
  const reversal = { effectiveAt, reason, proposedBy };
  if (type === 'JournalReversalProposed') {
    const { proposedAt } = data;
    const waiting = { ...reversal, proposedAt, approvedBy: null, bookedAt: null };
    return { ...known, status: 'reversal-proposed', reversal: waiting };
  }
  const { approvedBy, bookedAt } = data;
  const proposedAt = known.reversal?.proposedAt ?? bookedAt;
  return {
    ...known,
    status: 'reversed',
    reversal: { ...reversal, proposedAt, approvedBy, bookedAt },
  };
}

function asked(
  data: Extract<
    AdjustmentEvent,
    { type: 'JournalAdjustmentProposed' | 'JournalAdjustmentBooked' }
  >['data'],
  proposedAt: string,
  { position }: RecordedEvent,
): Row {
  const { adjustmentId, effectiveAt, reason, about, paymentId, lines, proposedBy } = data;
  return {
    ...{ adjustmentId, reason, about, paymentId, lines, proposedBy },
    opened: position.commit.toString(),
    status: 'proposed',
    effectiveAt: new Date(effectiveAt),
    proposedAt: new Date(proposedAt),
    approvedBy: null,
    bookedAt: null,
    reversal: null,
    withdrawn: null,
  };
}
