import type { FeatureVector, Thresholds } from '#fraud';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import { hashOf, ModelCorrupt, readArtefact, type Artefact } from './artefact.js';
import { startBackend } from './backend.js';
import { contributionsOf } from './explain.js';
import { assertSameFeatures, type ModelMeta } from './model-meta.js';
import { sigmoid, type Network } from './network.js';
import { readRegistry, registeredOf } from './registry.js';
import { loadModel, logitsOf, networkOf } from './tensor-network.js';
import { scaled } from './transform.js';

/** Most the inline path may differ from TensorFlow. */
export const PARITY_MAX = 1e-5;

/** A trained model, ready to score. It holds no state: same features, same score. */
export class FraudModel {
  readonly #network: Network;
  readonly #reference: Float64Array;

  private constructor(
    readonly meta: ModelMeta,
    /** SHA-256 over the artefacts that decide a score. */
    readonly hash: string,
    readonly tensorModel: LayersModel,
  ) {
    this.#network = networkOf(tensorModel);
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
    return this.#scoreOf(this.#network.logit(this.#inputs(vector)));
  }

  /** Scores of many payments through TensorFlow, within PARITY_MAX of `score`; for analysis. */
  scoreBatch(vectors: readonly ArrayLike<number>[]): Float64Array {
    const width = this.meta.features.length;
    const rows = new Float32Array(vectors.length * width);
    vectors.forEach((vector, index) => {
      rows.set(this.#inputs(vector), index * width);
    });
    const logits = logitsOf(this.tensorModel, rows, width);
    return Float64Array.from(logits, (logit) => this.#scoreOf(logit));
  }

  /** How much each feature adds to the calibrated logit, compared with the usual payment. */
  explain(vector: FeatureVector): Float64Array {
    const parts = contributionsOf(this.#network, this.#inputs(vector), this.#reference);
    return parts.map((part) => part * this.meta.calibration.slope);
  }

  dispose(): void {
    this.tensorModel.dispose();
  }

  #inputs(vector: ArrayLike<number>): Float64Array {
    const inputs = new Float64Array(vector.length);
    for (let index = 0; index < inputs.length; index += 1) {
      inputs[index] = scaled(vector[index] ?? 0, index, this.meta.scaling);
    }
    return inputs;
  }

  #scoreOf(logit: number): number {
    const { slope, offset } = this.meta.calibration;
    return sigmoid(slope * logit + offset);
  }

  /** A model that no longer gives its own scores, on either path, never takes traffic. */
  #assertGolden({ golden: { vectors, scores } }: Artefact): void {
    const batch = this.scoreBatch(vectors);
    vectors.forEach((vector, index) => {
      const wanted = scores[index] ?? NaN;
      const inline = this.score(vector);
      const apart = Math.max(Math.abs(inline - wanted), Math.abs((batch[index] ?? NaN) - wanted));
      if (apart <= PARITY_MAX) return;
      throw new ModelCorrupt(
        `model ${this.version} scores golden vector ${index} as ${inline} instead of ${wanted}`,
      );
    });
  }
}
