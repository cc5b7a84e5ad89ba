export * from './score-request.js';
export * from './verdict.js';
export { euroOf } from './euro.js';
export { FEATURES, FOLD_VERSION, subjectOf, type Feature, type FeatureVector } from './features.js';
export {
  FEATURE_LIMITS,
  FeatureState,
  type FeatureLimits,
  type FeatureRecord,
  type PaymentFacts,
} from './feature-state.js';
export { LABEL_DELAY_SECONDS, vectorOf } from './feature-vector.js';
export { foldFeatures, labelOf } from './feature-fold.js';
export { instantOf, secondsOf } from './instant.js';
export { reasonsOf } from './reasons.js';
export { MODEL_STREAM, type ChallengerProposed, type ModelQuality } from './model-events.js';
export { SeededRandom } from './seeded-random.js';
export { syntheticPayments, type SyntheticFact, type SyntheticOptions } from './synthetic/index.js';
