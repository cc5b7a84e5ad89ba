import { FEATURES, FOLD_VERSION, type Thresholds } from '#fraud';
import type { Calibration } from './calibration.js';
import type { Scaling } from './transform.js';

/** Everything a model needs beside its weights; `meta.json`. */
export type ModelMeta = {
  /** Training month, as in `models/2026-01`. */
  readonly version: string;
  readonly features: readonly string[];
  readonly foldVersion: number;
  readonly scaling: Scaling;
  readonly calibration: Calibration;
  readonly thresholds: Thresholds;
  /** The usual honest payment, which reasons are measured against. */
  readonly reference: readonly number[];
  readonly training: TrainingFacts;
};

/** How to get the same weights again. */
export type TrainingFacts = {
  readonly source: string;
  readonly seed: number;
  readonly dataHash: string;
  readonly rows: number;
  readonly frauds: number;
  /** First and last payment learnt from. */
  readonly from: string;
  readonly to: string;
  /** Best epoch of each network. */
  readonly epochs: readonly number[];
  readonly networks: number;
  readonly trees: number;
  readonly backend: string;
  readonly tensorflow: string;
};

/** Thrown when a model was trained on other features: deploy the app and the model together. */
export class FeatureMismatch extends Error {
  override readonly name = 'FeatureMismatch';
}

/** @throws FeatureMismatch naming the first difference. */
export function assertSameFeatures({ version, features, foldVersion }: ModelMeta): void {
  if (foldVersion !== FOLD_VERSION) {
    throw new FeatureMismatch(
      `model ${version} needs features of fold ${foldVersion}, this app computes fold ${FOLD_VERSION}`,
    );
  }
  const length = Math.max(features.length, FEATURES.length);
  for (let index = 0; index < length; index += 1) {
    if (features[index] === FEATURES[index]) continue;
    const [theirs, ours] = [features[index] ?? 'nothing', FEATURES[index] ?? 'nothing'];
    throw new FeatureMismatch(
      `model ${version} expects ${theirs} as feature ${index}, this app computes ${ours}`,
    );
  }
}
