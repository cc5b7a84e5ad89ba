export {
  fees,
  isMemorandum,
  memoHeld,
  memoMerchant,
  merchantPayable,
  providerPending,
  type Account,
} from './account.js';
export { evolveContext, type JournalContext } from './context.js';
export { entryOf, type JournalEntry, type Posting } from './entry.js';
export { trialBalance } from './trial-balance.js';
