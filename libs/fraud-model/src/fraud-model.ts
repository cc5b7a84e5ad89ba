import type { FeatureVector, Thresholds } from '#fraud';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import { hashOf, ModelCorrupt, readArtefact, type Artefact } from './artefact.js';
import { startBackend } from './backend.js';
import type { Ensemble } from './ensemble.js';
import { assertSameFeatures, type ModelMeta } from './model-meta.js';
import { sigmoid } from './network.js';
import { readRegistry, registeredOf } from './registry.js';
import { BatchEnsemble, ensembleOf } from './tensor-ensemble.js';
import { loadModel, logitsOf } from './tensor-network.js';
import { Scaler } from './transform.js';

/** Most the inline path may differ from TensorFlow. */
export const PARITY_MAX = 1e-5;

/** Rows scored together: as many as stay in the cache from the first step to the last. */
const BATCH_ROWS = 1024;

/** A trained model, ready to score. It holds no state: same features, same score. */
export class FraudModel {
  readonly #ensemble: Ensemble;
  readonly #batches: BatchEnsemble;
  readonly #scaler: Scaler;
  readonly #reference: Float32Array;
  /** Overwritten by every batch. */
  readonly #batchRows: Float32Array;

  private constructor(
    readonly meta: ModelMeta,
    /** SHA-256 over the artefacts that decide a score. */
    readonly hash: string,
    readonly tensorModel: LayersModel,
  ) {
    this.#ensemble = ensembleOf(tensorModel);
    this.#batches = new BatchEnsemble(this.#ensemble);
    this.#scaler = new Scaler(meta.scaling);
    this.#batchRows = new Float32Array(BATCH_ROWS * this.#scaler.width);
    this.#reference = this.#inputs(meta.reference);
  }

  /**
   * Loads the champion, or one version, by the hash in the registry.
   *
   * @throws ModelCorrupt when the files are not those that were registered.
   * @throws FeatureMismatch when it was trained on other features.
   */
  static async load(modelsDir: string, version?: string): Promise<FraudModel> {
    const registry = await readRegistry(modelsDir);
    const registered = registeredOf(registry, version ?? registry.champion);
    const artefact = await readArtefact(modelsDir, registered.version);
    return FraudModel.from(artefact, registered.sha256);
  }

  /** @throws ModelCorrupt, FeatureMismatch as `load` does. */
  static async from(artefact: Artefact, expectedHash: string): Promise<FraudModel> {
    const hash = hashOf(artefact);
    if (hash !== expectedHash) {
      throw new ModelCorrupt(
        `model ${artefact.meta.version} has hash ${hash}, the registry says ${expectedHash}`,
      );
    }
    assertSameFeatures(artefact.meta);
    await startBackend();
    const model = new FraudModel(artefact.meta, hash, await loadModel(artefact));
    model.#assertGolden(artefact);
    return model;
  }

  get version(): string {
    return this.meta.version;
  }

  get thresholds(): Thresholds {
    return this.meta.thresholds;
  }

  /** The score of one payment, 0 to 1: some microseconds, and the same bits everywhere. */
  score(vector: ArrayLike<number>): number {
    return this.#scoreOf(this.#ensemble.logit(this.#inputs(vector)));
  }

  /** Scores of many payments, networks through TensorFlow, within PARITY_MAX of `score`. */
  scoreBatch(vectors: readonly ArrayLike<number>[]): Float64Array {
    const { width } = this.#scaler;
    const scores = new Float64Array(vectors.length);
    for (let from = 0; from < vectors.length; from += BATCH_ROWS) {
      const count = Math.min(BATCH_ROWS, vectors.length - from);
      const rows = this.#batchRows.subarray(0, count * width);
      for (let row = 0; row < count; row += 1) {
        this.#scaler.scale(vectors[from + row] ?? [], rows, row * width);
      }
      const logits = this.#batches.logits(rows, width);
      for (let row = 0; row < count; row += 1) scores[from + row] = this.#scoreOf(logits[row] ?? 0);
    }
    return scores;
  }

  /** How much each feature adds to the calibrated logit, compared with the usual payment. */
  explain(vector: FeatureVector): Float64Array {
    const parts = this.#ensemble.contributions(this.#inputs(vector), this.#reference);
    return parts.map((part) => part * this.meta.calibration.slope);
  }

  dispose(): void {
    this.#batches.dispose();
    this.tensorModel.dispose();
  }

  #inputs(vector: ArrayLike<number>): Float32Array {
    const inputs = new Float32Array(this.#scaler.width);
    this.#scaler.scale(vector, inputs, 0);
    return inputs;
  }

  #scoreOf(logit: number): number {
    const { slope, offset } = this.meta.calibration;
    return sigmoid(slope * logit + offset);
  }

  /** A model that no longer gives its own scores, on any path, never takes traffic. */
  #assertGolden({ golden: { vectors, scores } }: Artefact): void {
    const batch = this.scoreBatch(vectors);
    const rows = Float32Array.from(vectors.flatMap((vector) => Array.from(this.#inputs(vector))));
    const logits = logitsOf(this.tensorModel, rows, this.#scaler.width);
    vectors.forEach((vector, index) => {
      const wanted = scores[index] ?? NaN;
      const inline = this.score(vector);
      const others = [batch[index] ?? NaN, this.#scoreOf(logits[index] ?? NaN)];
      const apart = [inline, ...others].map((score) => Math.abs(score - wanted));
      if (apart.every((gap) => gap <= PARITY_MAX)) return;
      throw new ModelCorrupt(
        `model ${this.version} scores golden vector ${index} as ${inline} instead of ${wanted}`,
      );
    });
  }
}
