export { FraudModel, PARITY_MAX } from './fraud-model.js';
export { startBackend, type BackendName } from './backend.js';
export { FeatureMismatch, type ModelMeta } from './model-meta.js';
export { ModelCorrupt, saveArtefact, type Artefact } from './artefact.js';
export {
  nextVersion,
  readRegistry,
  registeredOf,
  writeRegistry,
  type RegisteredVersion,
  type Registry,
} from './registry.js';
export { Dataset, type RowOrigin } from './dataset.js';
export { train, type TrainingResult, type TrainingOptions } from './training.js';
export { compare, evaluate, type Comparison, type Evaluation } from './comparison.js';
export { gateOf, type Contest } from './promotion-gate.js';
export { modelCardOf } from './model-card.js';
export {
  aucOf,
  averagePrecisionOf,
  calibrationErrorOf,
  cardPrecisionOf,
  detectionAt,
} from './metrics.js';
export { syntheticDataset } from './synthetic-dataset.js';
