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
export {
  CHART,
  placeInChart,
  type AccountClass,
  type AccountKind,
  type ChartPlace,
} from './chart.js';
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
export { plainTextAccount } from './text/account-name.js';
export { BEANCOUNT } from './text/beancount.js';
export { LEDGER } from './text/ledger.js';
export type { BookFormat, BookHead, TextEntry } from './text/text-entry.js';
