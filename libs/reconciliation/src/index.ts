export {
  MATCH_STATUSES,
  matchStatusOf,
  type Match,
  type MatchStatus,
  type Movement,
  type ProviderLine,
} from './match.js';
export {
  SETTLEMENT_STREAM_PREFIX,
  settlementStream,
  upcastSettlement,
  type SettlementEvent,
  type SettlementLine,
  type SettlementLineRecorded,
} from './settlement.js';
export { totalsOf, type Totals } from './totals.js';
