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
export { simulate, type PastPayment, type Pile, type Simulation } from './simulate.js';
export {
  activatePolicy,
  evolvePolicy,
  NO_POLICY,
  POLICY_ERRORS,
  POLICY_STREAM,
  PolicyError,
  proposePolicy,
  type PolicyActivated,
  type PolicyErrorCode,
  type PolicyEvent,
  type PolicyProposed,
  type PolicyState,
  type Proposal,
} from './policy-events.js';
