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
export { bankPostings, entryOfBankLine } from './bank-entry.js';
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
export { entryOfWriteOff } from './write-off-entry.js';
export { plainTextAccount } from './text/account-name.js';
export { BEANCOUNT } from './text/beancount.js';
export { LEDGER } from './text/ledger.js';
export type { BookFormat, BookHead, TextEntry } from './text/text-entry.js';
export {
  approveAdjustment,
  proposeAdjustment,
  reverseAdjustment,
  withdrawAdjustment,
} from './adjustment/decide.js';
export type { AdjustmentLimits, AdjustmentRules, Reversal } from './adjustment/decide.js';
export { entryOfAdjustment } from './adjustment/adjustment-entry.js';
export {
  ADJUSTMENT_ERRORS,
  AdjustmentError,
  type AdjustmentErrorCode,
} from './adjustment/adjustment-error.js';
export {
  ADJUSTMENT_STREAM_PREFIX,
  adjustmentStream,
  upcastAdjustment,
  type AdjustmentEvent,
  type ManualAdjustment,
  type StoredLine,
} from './adjustment/adjustment-events.js';
export {
  ADJUSTMENT_STATUSES,
  adjustmentTarget,
  evolveAdjustment,
  NO_ADJUSTMENT,
  type AdjustmentState,
  type AdjustmentStatus,
} from './adjustment/adjustment-state.js';
export {
  approveReopening,
  closePeriod,
  proposeReopening,
  withdrawReopening,
} from './period/decide.js';
export {
  endOf,
  isClosed,
  MONTH,
  monthAfter,
  monthBefore,
  monthOf,
  startOf,
  type Month,
} from './period/month.js';
export { PERIOD_ERRORS, PeriodError, type PeriodErrorCode } from './period/period-error.js';
export {
  CHECKLIST_ITEMS,
  PERIODS_STREAM,
  type ChecklistItem,
  type ChecklistItemName,
  type ChecklistStatus,
  type ClosedBalance,
  type ClosedBooks,
  type PeriodClosed,
  type PeriodEvent,
} from './period/period-events.js';
export {
  closingsOf,
  evolvePeriods,
  lateFor,
  NO_PERIODS,
  PERIODS_STREAM_TYPE,
  stretchesLateFor,
  type Closing,
  type PeriodsState,
  type Stretch,
} from './period/period-state.js';
export { isBehind, readPlace, type Place } from './period/place.js';
