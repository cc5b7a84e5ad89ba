export {
  bankFrom,
  exchangeAt,
  fees,
  isMemorandum,
  memoHeld,
  memoMerchant,
  merchantPayable,
  payoutInTransit,
  providerPending,
  reserveAt,
  suspenseAt,
  type Account,
} from './account.js';
export { evolveContext, type JournalContext } from './context.js';
export { BOOKED_EVENTS, entryOf, type JournalEntry } from './entry.js';
export { entryOfLine, type BookedLine } from './line-entry.js';
export {
  bookPayout,
  UNKNOWN_PAYOUT,
  type BookedPayout,
  type PayoutPlace,
  type PayoutState,
} from './payout-entry.js';
export type { Posting } from './posting.js';
export { trialBalance } from './trial-balance.js';
