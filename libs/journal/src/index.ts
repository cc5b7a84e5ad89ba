export {
  bankFrom,
  fees,
  isMemorandum,
  memoHeld,
  memoMerchant,
  merchantPayable,
  payoutInTransit,
  providerPending,
  type Account,
} from './account.js';
export { evolveContext, type JournalContext } from './context.js';
export { entryOf, type JournalEntry, type Posting } from './entry.js';
export { bookPayout, type BookedPayout, type PayoutPlace } from './payout-entry.js';
export { trialBalance } from './trial-balance.js';
