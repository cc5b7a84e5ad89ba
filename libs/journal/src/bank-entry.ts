import type { Money } from '#money';
import type { ProviderName } from '#payments';
import { bankFrom, payoutInTransit } from './account.js';
import type { JournalEntry } from './entry.js';
import { transfer, type Posting } from './posting.js';

/**
 * What a line of the bank that names a payout of a provider moves: it was on its way until then.
 * The bank's amount counts, and not the payout's; what is left is still on its way.
 */
export function bankPostings(provider: ProviderName, amount: Money): Posting[] {
  return transfer(amount, payoutInTransit(provider), bankFrom(provider));
}

/** An entry of the bank's lines alone; null when they move nothing. */
export function entryOfBankLine(
  postings: readonly Posting[],
  times: Pick<JournalEntry, 'effectiveAt' | 'recordedAt'>,
  payoutReference: string | null,
): JournalEntry | null {
  if (postings.length === 0) return null;
  return { paymentId: null, payoutReference, lineId: null, postings, ...times };
}
