import type { Instant } from '#payments';
import type { Adjustment, SettlementLine } from '#reconciliation';
import { adjusting } from './adjusting.js';
import type { JournalEntry } from './entry.js';
import { bookPayoutLine, type PayoutState } from './payout-entry.js';
import { netOf, type Posting } from './posting.js';

export type BookedLine = {
  /** Null when our events had told everything that the line says. */
  readonly entry: JournalEntry | null;
  /** Of the line's payout, from here on; as before for a line that is no payout. */
  readonly payout: PayoutState;
};

/**
 * Books one line of a provider's books, as far as it says more than our events.
 *
 * @param adjustments that the line makes to its match.
 * @param payout what is known of the payout that the line belongs to.
 */
export function entryOfLine(
  line: SettlementLine,
  adjustments: readonly Adjustment[],
  {
    payout,
    paymentId,
    recordedAt,
  }: {
    readonly payout: PayoutState;
    /** Of the payment whose events the line meets. */
    readonly paymentId: string | null;
    readonly recordedAt: Instant;
  },
): BookedLine {
  const adjusted = adjusting(adjustments, line.provider);
  if (line.kind !== 'payout') {
    return { entry: entry(line, adjusted, { paymentId, recordedAt }), payout };
  }
  const { postings, unexplained, state } = bookPayoutLine(line.provider, line.amount, payout);
  const rest: Adjustment[] =
    unexplained === null ? [] : [{ purpose: 'suspense', amount: unexplained }];
  const all = [...postings, ...adjusting(rest, line.provider), ...adjusted];
  return { entry: entry(line, all, { paymentId: null, recordedAt }), payout: state };
}

function entry(
  { lineId, kind, reference, at: effectiveAt }: SettlementLine,
  postings: readonly Posting[],
  { paymentId, recordedAt }: { readonly paymentId: string | null; readonly recordedAt: Instant },
): JournalEntry | null {
  const moved = netOf(postings);
  if (moved.length === 0) return null;
  const payoutReference = kind === 'payout' ? reference : null;
  return { paymentId, payoutReference, lineId, postings: moved, effectiveAt, recordedAt };
}
