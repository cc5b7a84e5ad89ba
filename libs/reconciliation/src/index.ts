export type { LineKind, SettlementLine } from '#provider-port';
export {
  adjustmentsBetween,
  adjustmentsOf,
  PURPOSES,
  type Adjustment,
  type Purpose,
} from './adjustments.js';
export {
  BANK_EVENT_TYPES,
  BANK_STREAM_PREFIX,
  bankStream,
  upcastBank,
  type BankEvent,
  type BankLine,
  type BankLineRecorded,
  type Day,
} from './bank-line.js';
export {
  MATCH_STATUSES,
  matchStatusOf,
  withLine,
  withTold,
  type Match,
  type MatchStatus,
  type ProviderLine,
} from './match.js';
export {
  sidesFromJson,
  sidesToJson,
  type MatchJson,
  type MovementJson,
  type ProviderLineJson,
} from './match-json.js';
export {
  evolveMovementContext,
  isTelling,
  toldBy,
  type MatchKey,
  type Movement,
  type MovementContext,
  type LedgerRecord,
} from './movement.js';
export {
  presentedOf,
  SETTLEMENT_STREAM_PREFIX,
  settlementStream,
  upcastSettlement,
  type SetAsideLine,
  type SettlementEvent,
  type SettlementLineRecorded,
  type SettlementLineSetAside,
} from './settlement.js';
export { totalsOf, type Totals } from './totals.js';
