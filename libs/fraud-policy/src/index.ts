export * from './policy.js';
export { matchRules, strictest, type RuleMatch } from './rules.js';
export {
  expectedCosts,
  reviewPriceOf,
  thresholdsByCost,
  verdictByCost,
  type ExpectedCosts,
  type ScoredPayment,
  type ScoreThresholds,
} from './costs.js';
export {
  judge,
  withoutScores,
  type JudgedPayment,
  type Judgement,
  type VerdictContext,
} from './decide.js';
export {
  RANDOM_APPROVALS,
  randomApprovalStream,
  type RandomApprovalGranted,
} from './random-approval-events.js';
export { readPolicy, type PolicyFault } from './read-policy.js';
export type { PastPayment } from './past-payment.js';
export type { PaymentTotals } from './payment-totals.js';
export { UnscoredApprovals } from './unscored-approvals.js';
export type { UnscoredBefore, UnscoredLoad } from './unscored-load.js';
export {
  boundedShareOf,
  firstRoomOf,
  reviewed,
  roomAfter,
  type NewPayment,
  type ReviewRoom,
} from './review-capacity.js';
export { ReviewRooms } from './review-rooms.js';
export { DeskLoad } from './desk-load.js';
export type { DayExpectation } from './day-tally.js';
export type { Band, SimulatedSums, VerdictSums } from './simulation-tally.js';
export {
  Rejudging,
  simulate,
  Simulator,
  type PolicyVerdict,
  type Simulation,
  type SimulationTerms,
} from './simulate.js';
export {
  activatePolicy,
  endPolicyTrial,
  POLICY_ERRORS,
  PolicyError,
  proposePolicy,
  rollBackPolicy,
  startPolicyTrial,
  withdrawPolicy,
  type PolicyErrorCode,
} from './policy-life.js';
export { evolvePolicy, NO_POLICY, POLICY_STREAM_TYPE, type PolicyState } from './policy-state.js';
export {
  POLICY_STREAM,
  type PolicyActivated,
  type PolicyEvent,
  type PolicyProposed,
  type PolicyTrialEnded,
  type PolicyTrialStarted,
  type PolicyWithdrawn,
  type Proposal,
} from './policy-events.js';
