export { featuresHashOf, ScoringEngine, type ScoringOptions } from './scoring-engine.js';
export type { ScoringLog } from './feature-feed.js';
export { NotRescorable, rescore } from './rescore.js';
export { ModelMissing, modelOf } from './model-feed.js';
