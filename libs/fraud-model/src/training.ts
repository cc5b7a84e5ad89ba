import { FEATURES, FOLD_VERSION, instantOf, SeededRandom } from '#fraud';
import * as tf from '@tensorflow/tfjs-core';
import type { LayersModel, Sequential } from '@tensorflow/tfjs-layers';
import { hashOf, sha256, type Artefact, type GoldenScore } from './artefact.js';
import { startBackend, type BackendName } from './backend.js';
import { fitCalibration } from './calibration.js';
import type { Dataset } from './dataset.js';
import { lossOf, signedWeightOf, weightedLossOf } from './loss.js';
import { averagePrecisionOf } from './metrics.js';
import type { ModelMeta } from './model-meta.js';
import { ensembleOf, joined } from './tensor-ensemble.js';
import { createModel, logitsOf, saveModel } from './tensor-network.js';
import { sigmoid } from './network.js';
import { thresholdsOf } from './thresholds.js';
import { boost } from './trees/boosting.js';
import { fitScaling, Scaler, transformsOf, type Scaling } from './transform.js';

export type TrainingOptions = {
  readonly version: string;
  /** At least 1. */
  readonly seed: number;
  readonly epochs: number;
  /** Networks to train, each from a seed of its own, and trees to grow beside them. */
  readonly networks?: number;
  readonly trees?: number;
  /** Where the data came from, for the model card. */
  readonly source: string;
  readonly backend?: BackendName;
  readonly onEpoch?: (epoch: number, averagePrecision: number) => void;
};

export type TrainingResult = {
  readonly artefact: Artefact;
  readonly hash: string;
  readonly weightsHash: string;
};

const BATCH_ROWS = 512;
const LEARNING_RATE = 2e-3;
const LEARNING_DECAY = 0.7;
const GOLDEN_ROWS = 24;
const NETWORKS = 1;
/** Seeds of one training's networks do not meet those of the next. */
const NETWORKS_MAX = 100;

/** Small trees, many of them; each sees half of the inputs, so that they differ. */
const TREES = {
  count: 200,
  depth: 4,
  learningRate: 0.07,
  ridge: 1,
  curveMin: 1,
  columnShare: 0.5,
};

/** Takes smaller steps every epoch, so that late epochs settle instead of wandering. */
class DecayingAdam extends tf.AdamOptimizer {
  constructor(rate: number) {
    super(rate, 0.9, 0.999);
  }

  decay(): void {
    this.learningRate *= LEARNING_DECAY;
  }
}

/**
 * Trains networks and trees. Same data, seed and backend: same weights, to the bit, in any process.
 *
 * `validation` must be later than `train`: it chooses the epoch, the calibration and thresholds.
 */
export async function train(
  { train: data, validation }: { readonly train: Dataset; readonly validation: Dataset },
  options: TrainingOptions,
): Promise<TrainingResult> {
  const backend = await startBackend(options.backend ? [options.backend] : ['wasm', 'cpu']);
  const scaling = fitScaling(data.rows, transformsOf());
  const { model, epochs } = await fitAll({ data, validation, scaling }, options);

  const frauds = fraudsOf(validation);
  const logits = logitsOf(model, inputsOf(validation, scaling), validation.width);
  const calibration = fitCalibration(logits, frauds, validation.weights);
  const scores = Float64Array.from(logits, (logit) =>
    sigmoid(calibration.slope * logit + calibration.offset),
  );
  const meta: ModelMeta = {
    version: options.version,
    features: FEATURES,
    foldVersion: FOLD_VERSION,
    scaling,
    calibration,
    thresholds: thresholdsOf(scores, frauds),
    reference: referenceOf(data),
    training: {
      source: options.source,
      seed: options.seed,
      dataHash: data.hash(),
      rows: data.length,
      frauds: data.fraudCount,
      from: instantOf(data.origins[0]?.at ?? 0),
      to: instantOf(data.origins.at(-1)?.at ?? 0),
      epochs,
      networks: options.networks ?? NETWORKS,
      trees: options.trees ?? TREES.count,
      backend,
      tensorflow: tf.version_core,
    },
  };
  const files = await saveModel(model);
  const golden = goldenOf(model, meta, validation);
  model.dispose();
  const artefact = { ...files, meta, golden };
  return { artefact, hash: hashOf(artefact), weightsHash: sha256(files.weights) };
}

export function fraudsOf(data: Dataset): boolean[] {
  return data.origins.map(({ fraud }) => fraud);
}

/** Trains every network, grows the trees and makes one model of them; gives the epochs chosen. */
async function fitAll(
  data: Data,
  options: TrainingOptions,
): Promise<{ model: LayersModel; epochs: number[] }> {
  const networks: Sequential[] = [];
  const epochs: number[] = [];
  for (let index = 0; index < (options.networks ?? NETWORKS); index += 1) {
    const seed = options.seed * NETWORKS_MAX + index;
    const network = createModel(FEATURES.length, seed);
    epochs.push(await fit(network, data, { ...options, seed }));
    networks.push(network);
  }
  const growth = { ...TREES, count: options.trees ?? TREES.count, seed: options.seed };
  const { weights } = data.data;
  const trees = boost(inputsOf(data.data, data.scaling), fraudsOf(data.data), growth, weights);
  const model = joined(networks, trees);
  for (const network of networks) network.dispose();
  return { model, epochs };
}

type Data = { readonly data: Dataset; readonly validation: Dataset; readonly scaling: Scaling };

/** Leaves the weights of the epoch that did best on the validation rows; gives its number. */
async function fit(
  model: Sequential,
  { data, validation, scaling }: Data,
  { seed, epochs, onEpoch }: TrainingOptions,
): Promise<number> {
  const optimizer = new DecayingAdam(LEARNING_RATE);
  model.compile({ optimizer, loss: data.weights ? weightedLossOf : lossOf });
  const random = new SeededRandom(seed);
  const inputs = inputsOf(data, scaling);
  const checks = inputsOf(validation, scaling);
  const frauds = fraudsOf(validation);
  let best = { epoch: 0, quality: -1, weights: [] as tf.Tensor[] };

  for (let epoch = 1; epoch <= epochs; epoch += 1) {
    await fitEpoch(model, { inputs, data, order: random.permutation(data.length) });
    optimizer.decay();
    const quality = averagePrecisionOf(logitsOf(model, checks, data.width), frauds);
    onEpoch?.(epoch, quality);
    if (quality <= best.quality) continue;
    tf.dispose(best.weights);
    best = { epoch, quality, weights: model.getWeights().map((weight) => weight.clone()) };
  }
  if (best.weights.length > 0) model.setWeights(best.weights);
  tf.dispose(best.weights);
  optimizer.dispose();
  return best.epoch;
}

type Epoch = { readonly inputs: Float32Array; readonly data: Dataset; readonly order: Uint32Array };

async function fitEpoch(model: Sequential, { inputs, data, order }: Epoch): Promise<void> {
  const { width, origins } = data;
  const weighted = data.weights !== null;
  for (let from = 0; from < order.length; from += BATCH_ROWS) {
    const rows = order.subarray(from, from + BATCH_ROWS);
    const batch = new Float32Array(rows.length * width);
    const truth = new Float32Array(rows.length);
    rows.forEach((row, index) => {
      batch.set(inputs.subarray(row * width, (row + 1) * width), index * width);
      truth[index] = weighted ? signedWeightOf(origins[row]) : Number(origins[row]?.fraud);
    });
    const xs = tf.tensor2d(batch, [rows.length, width]);
    const ys = tf.tensor2d(truth, [rows.length, 1]);
    await model.trainOnBatch(xs, ys);
    tf.dispose([xs, ys]);
  }
}

function inputsOf(data: Dataset, scaling: Scaling): Float32Array {
  return new Scaler(scaling).inputsOf(data.rows);
}

/** The median of every feature over honest payments. */
function referenceOf(data: Dataset): number[] {
  const honest = data.origins.flatMap(({ fraud }, row) => (fraud ? [] : [row]));
  const step = Math.max(1, Math.floor(honest.length / 20_000));
  const sample = honest.filter((_, index) => index % step === 0);
  return FEATURES.map((_, column) => {
    const values = sample.map((row) => data.row(row)[column] ?? 0).sort((a, b) => a - b);
    return values[Math.floor(values.length / 2)] ?? 0;
  });
}

/** Every fraud and honest payment in turn, spread over the validation rows. */
function goldenOf(model: LayersModel, meta: ModelMeta, validation: Dataset): GoldenScore {
  const rows = [true, false].flatMap((wanted) => {
    const fitting = validation.origins.flatMap(({ fraud }, row) => (fraud === wanted ? [row] : []));
    const step = Math.max(1, Math.floor(fitting.length / (GOLDEN_ROWS / 2)));
    return fitting.filter((_, index) => index % step === 0).slice(0, GOLDEN_ROWS / 2);
  });
  const ensemble = ensembleOf(model);
  const { slope, offset } = meta.calibration;
  const vectors = rows.map((row) => Array.from(validation.row(row)));
  const scaler = new Scaler(meta.scaling);
  const scores = vectors.map((vector) => {
    const inputs = new Float32Array(vector.length);
    scaler.scale(vector, inputs, 0);
    return sigmoid(slope * ensemble.logit(inputs) + offset);
  });
  return { vectors, scores };
}
