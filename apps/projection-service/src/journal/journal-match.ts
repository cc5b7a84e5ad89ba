import type { Plain, View } from '#projections';
import {
  adjustmentsBetween,
  sidesFromJson,
  sidesToJson,
  withLine,
  withTold,
  type Adjustment,
  type LineKind,
  type Match,
  type SettlementLine,
  type LedgerRecord,
} from '#reconciliation';
import { disputeOf, paymentOfLine } from '../match-reads.js';
import { JournalMatch } from './journal.entity.js';

/** Notes what an event of ours says. @returns what it changes beside the event's own postings. */
export function noteTold(told: LedgerRecord, paymentId: string, view: View): readonly Adjustment[] {
  const row = view.find(JournalMatch, { ...told.key, paymentId }) ?? empty(told.key);
  const before = matchOf(row);
  const after = withTold(before, told);
  view.put(JournalMatch, { ...row, paymentId, ...sidesToJson(after) });
  const dispute = disputeOf(told, view, JournalMatch);
  if (dispute) view.put(JournalMatch, { ...dispute, paymentId });
  return adjustmentsBetween(before, after);
}

/** Notes what a line says; null for a line that was noted before. */
export function noteLine(
  line: SettlementLine,
  view: View,
): { readonly adjustments: readonly Adjustment[]; readonly paymentId: string | null } | null {
  const { provider, kind, reference } = line;
  const key = { provider, kind, reference };
  const row = view.find(JournalMatch, key) ?? empty(key);
  const before = matchOf(row);
  const after = withLine(before, line);
  if (after === before) return null;
  const paymentId = row.paymentId ?? paymentOfLine(line, view, JournalMatch);
  view.put(JournalMatch, { ...row, paymentId, ...sidesToJson(after) });
  return { adjustments: adjustmentsBetween(before, after), paymentId };
}

function empty(
  key: Pick<Plain<JournalMatch>, 'provider' | 'kind' | 'reference'>,
): Plain<JournalMatch> {
  return { ...key, paymentId: null, ours: [], theirs: [] };
}

function matchOf({ kind, ours, theirs }: Plain<JournalMatch>): Match {
  return { kind: kind as LineKind, ...sidesFromJson({ ours, theirs }) };
}
