import type { Money } from '#money';
import type { Instant, ProviderName } from '#payments';
import { exceptionKeyOf, type ExceptionReopened, type ExceptionResolved } from '#reconciliation';
import { payoutInTransit, providerPending, suspenseAt, writtenOffAt } from './account.js';
import type { JournalEntry } from './entry.js';
import { transfer, type Posting } from './posting.js';

/**
 * Books what a person wrote off, and what was reopened back; null for any other resolution. Money
 * that only the provider's books tell of leaves suspense; what only our events tell of, the
 * provider will not pay.
 */
export function entryOfWriteOff(
  { type, data }: ExceptionResolved | ExceptionReopened,
  recordedAt: Instant,
): JournalEntry | null {
  const { amount, from } = data.resolution;
  if (amount === null || from === null) return null;
  const provider = exceptionKeyOf(data.exceptionId).provider as ProviderName;
  const moved = type === 'ExceptionResolved' ? amount : amount.negated();
  const postings = leaving(from, moved, provider);
  const effectiveAt = type === 'ExceptionResolved' ? data.resolvedAt : data.reopenedAt;
  const owner = { paymentId: null, payoutReference: null, lineId: null };
  return { ...owner, postings, effectiveAt, recordedAt };
}

type From = NonNullable<ExceptionResolved['data']['resolution']['from']>;

/** Differences are theirs less ours, so that a bank which got too little got a negative amount. */
function leaving(from: From, moved: Money, provider: ProviderName): Posting[] {
  const lost = writtenOffAt(provider);
  switch (from) {
    case 'suspense':
      return transfer(moved, lost, suspenseAt(provider));
    case 'bank-difference':
      return transfer(moved, lost, payoutInTransit(provider));
    case 'in-transit':
      return transfer(moved, payoutInTransit(provider), lost);
    case 'pending':
      return transfer(moved, providerPending(provider), lost);
  }
}
