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
  PERSONAL_OF_BANKS,
  upcastBank,
  type BankEvent,
  type BankLine,
  type BankLineRecorded,
  type Day,
} from './bank-line.js';
export { bankReferenceOf, bankReferencesOf } from './bank-references.js';
export {
  addEvidence,
  approveResolution,
  assignException,
  escalateException,
  investigateException,
  noteException,
  refuseResolution,
  reopenException,
  resolveException,
  type Acting,
  type OtherSide,
} from './exceptions/decide.js';
export { EXCEPTION_ERRORS, ExceptionError, type ExceptionErrorCode } from './exceptions/errors.js';
export {
  RESOLUTION_REASONS,
  type ExceptionEvent,
  type ExceptionReopened,
  type ExceptionResolved,
  type Resolution,
  type ResolutionReason,
} from './exceptions/events.js';
export {
  EXCEPTION_STATES,
  evolveWork,
  NO_WORK,
  type Evidence,
  type ExceptionState,
  type ExceptionWork,
} from './exceptions/exception.js';
export {
  AGE_BUCKETS,
  ageBucketOf,
  dueAfterMs,
  SEVERITIES,
  SEVERITY_STEPS,
  severityOf,
  wholeUnits,
  type AgeBucket,
  type Severity,
} from './exceptions/severity.js';
export {
  EXCEPTION_EVENT_TYPES,
  EXCEPTION_STREAM_PREFIX,
  exceptionIdOf,
  exceptionKeyOf,
  exceptionStream,
  isExceptionEventType,
  isExceptionId,
  upcastException,
  type ExceptionKey,
} from './exceptions/stream.js';
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
  balanceDays,
  type BalanceDay,
  type BalanceMovement,
  type ReportedBalance,
} from './matching/balances.js';
export {
  EXCEPTION_KINDS,
  isException,
  SETTLED_STATUSES,
  type Certificate,
  type ExceptionKind,
  type Finding,
  type FindingStatus,
  type Leg,
  type Rejected,
  type Suggestion,
} from './matching/finding.js';
export type { LedgerItem, ProviderItem } from './matching/item.js';
export { shapeOf, type Judging } from './matching/judge.js';
export { matchCluster } from './matching/match-cluster.js';
export { matchPayouts } from './matching/match-payouts.js';
export type { Sides } from './matching/meet.js';
export type { BankItem, PayoutItem, PayoutSides } from './matching/payout-item.js';
export { sumCheckOf, type SumCheck } from './matching/payout-sum.js';
export { reconcile, type ReadableBooks } from './matching/reconcile.js';
export { MATCH_RULES, RULE_SET, type MatchRule, type RuleSet } from './matching/rule-set.js';
export { scoreOf } from './matching/suggest.js';
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
  PERSONAL_OF_PROVIDER_BALANCES,
  PROVIDER_BALANCE_STREAM_PREFIX,
  providerBalanceStream,
  upcastProviderBalance,
  type ProviderBalanceReported,
} from './provider-balance.js';
export {
  presentedOf,
  SETTLEMENT_STREAM_PREFIX,
  PERSONAL_OF_SETTLEMENTS,
  settlementStream,
  upcastSettlement,
  type SetAsideLine,
  type SettlementEvent,
  type SettlementLineRecorded,
  type SettlementLineSetAside,
} from './settlement.js';
export { totalsOf, type Totals } from './totals.js';
