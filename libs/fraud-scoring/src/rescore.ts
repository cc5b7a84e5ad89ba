import { FraudModel, readRegistry } from '#fraud-model';
import type { Assessment } from '#payments';
import { featuresHashOf } from './scoring-engine.js';

/** A stored assessment does not hold what is needed to compute it again, or was changed. */
export class NotRescorable extends Error {
  override readonly name = 'NotRescorable';
}

/**
 * Computes a stored assessment's score again, from its own features and its own model: the same
 * bits, or the record or the model was tampered with.
 *
 * @throws NotRescorable when it was degraded, when its features do not have their recorded hash, or
 * when no model with its hash is in `modelsDir`.
 */
export async function rescore(assessment: Assessment, modelsDir: string): Promise<number> {
  const { assessmentId, features, featuresHash, modelHash } = assessment;
  if (features === null || modelHash === null) {
    throw new NotRescorable(`assessment ${assessmentId} was degraded: no model scored it`);
  }
  const vector = Float64Array.from(features);
  if (featuresHashOf(vector) !== featuresHash) {
    throw new NotRescorable(`the features of assessment ${assessmentId} do not have their hash`);
  }
  const { versions } = await readRegistry(modelsDir);
  const registered = versions.find(({ sha256 }) => sha256 === modelHash);
  if (!registered) throw new NotRescorable(`no model with hash ${modelHash} in ${modelsDir}`);
  const model = await FraudModel.load(modelsDir, registered.version);
  try {
    return model.score(vector);
  } finally {
    model.dispose();
  }
}
