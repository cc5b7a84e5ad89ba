export * from './score-request.js';
export * from './verdict.js';
export { eventScopedToClient, scopedToClient } from './client-scope.js';
export { euroOf } from './euro.js';
export { reasonMessageOf, type ReasonMessage } from './reason-texts.js';
export { countedAt } from './counted-at.js';
export { FEATURES, FOLD_VERSION, subjectOf, type Feature, type FeatureVector } from './features.js';
export {
  FEATURE_LIMITS,
  STATE_VERSION,
  FeatureState,
  type FeatureLimits,
  type FeatureRecord,
  type InitiatedPayment,
} from './feature-state.js';
export { LABEL_DELAY_SECONDS } from './merchant-features.js';
export { merchantPastOf } from './merchant-past.js';
export { vectorOf } from './feature-vector.js';
export { foldFeatures } from './feature-fold.js';
export {
  evidenceAfter,
  isFraud,
  LABEL_EVENTS,
  LABEL_VERSION,
  NO_EVIDENCE,
  type LabelEvidence,
} from './label.js';
export { instantOf, secondsOf } from './instant.js';
export { reasonsOf } from './reasons.js';
export * from './model-events.js';
export * from './model-state.js';
export * from './promotion.js';
export { SeededRandom } from './seeded-random.js';
export {
  HELD_OUT_FROM_DAY,
  heldOutWorld,
  syntheticPayments,
  type SyntheticFact,
  type SyntheticOptions,
} from './synthetic/index.js';
export { DEFAULT_MIX, HARD_MIX, moreOf, type FraudMix } from './synthetic/fraud-mix.js';
export { Oracle } from './synthetic/oracle.js';
export { OutcomeBook } from './outcome-book.js';
export { driftBandOf, psiOf, Reservoir, type DriftBand } from './drift.js';
