export * from './policy.js';
export { matchRules, strictest, type RuleMatch } from './rules.js';
export {
  expectedCosts,
  reviewPriceOf,
  verdictByCost,
  type ExpectedCosts,
  type Scored,
} from './costs.js';
export { judge, type Judged, type Judgement, type Lot } from './decide.js';
export { readPolicy, type PolicyFault } from './read-policy.js';
export type { Pile } from './pile.js';
export {
  simulate,
  type Band,
  type PastPayment,
  type Simulation,
  type SimulationTerms,
} from './simulate.js';
export {
  activatePolicy,
  endPolicyTrial,
  evolvePolicy,
  NO_POLICY,
  POLICY_ERRORS,
  POLICY_STREAM,
  PolicyError,
  proposePolicy,
  startPolicyTrial,
  type PolicyActivated,
  type PolicyErrorCode,
  type PolicyEvent,
  type PolicyProposed,
  type PolicyState,
  type PolicyTrialEnded,
  type PolicyTrialStarted,
  type Proposal,
} from './policy-events.js';
