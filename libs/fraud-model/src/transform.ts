import { FEATURES, type Feature } from '#fraud';

/** How a raw feature becomes a network input, before scaling. */
export type Transform = 'log' | 'none';

/** Everything needed to turn a feature vector into network inputs; stored with the model. */
export type Scaling = {
  readonly transforms: readonly Transform[];
  readonly means: readonly number[];
  /** Never 0: a feature without variation has 1. */
  readonly deviations: readonly number[];
};

/** Inputs are cut off here, in deviations, so that nothing unheard of overrules everything else. */
const INPUT_MAX = 8;

const SHARES = /Rate|Share|ZScore|LogOdds|New|Absent|Mismatch|Foreign|weekend|night|paypal/;

/** Amounts, counts and times span decades; flags, shares and scores do not. */
export function transformsOf(features: readonly Feature[] = FEATURES): Transform[] {
  return features.map((feature) =>
    SHARES.test(feature) && !feature.endsWith('MeanRatio') ? 'none' : 'log',
  );
}

/** Most features of most payments are flags and counts below this: their inputs are looked up. */
const SMALL = 32;

/** Turns raw features into inputs in single precision, as TensorFlow has them. */
export class Scaler {
  readonly #isLog: Uint8Array;
  readonly #means: Float64Array;
  readonly #deviations: Float64Array;
  /** One row at a time: the loop reads one kind of array, whichever kind the row came in. */
  readonly #raw: Float64Array;
  /** The inputs of the whole numbers from 0 on, feature after feature. */
  readonly #small: Float32Array;

  constructor({ transforms, means, deviations }: Scaling) {
    this.#isLog = new Uint8Array(transforms.map((transform) => Number(transform === 'log')));
    this.#means = new Float64Array(means);
    this.#deviations = new Float64Array(deviations);
    this.#raw = new Float64Array(transforms.length);
    this.#small = Float32Array.from({ length: transforms.length * SMALL }, (_, at) =>
      this.#inputOf(at % SMALL, Math.floor(at / SMALL)),
    );
  }

  get width(): number {
    return this.#raw.length;
  }

  /** The inputs of rows stored one after another. */
  inputsOf(rows: Float32Array): Float32Array {
    const inputs = new Float32Array(rows.length);
    for (let from = 0; from < rows.length; from += this.width) {
      this.scale(rows.subarray(from, from + this.width), inputs, from);
    }
    return inputs;
  }

  /**
   * Writes the inputs of one row from a place on.
   *
   * @throws RangeError for a vector of another length.
   */
  scale(vector: ArrayLike<number>, inputs: Float32Array, from: number): void {
    const raw = this.#raw;
    if (vector.length !== raw.length) {
      throw new RangeError(`a vector has ${raw.length} features, this one ${vector.length}`);
    }
    raw.set(vector);
    const small = this.#small;
    for (let index = 0; index < raw.length; index += 1) {
      const value = raw[index] ?? 0;
      const whole = value | 0;
      inputs[from + index] =
        whole === value && whole >= 0 && whole < SMALL
          ? (small[index * SMALL + whole] ?? 0)
          : this.#inputOf(value, index);
    }
  }

  #inputOf(value: number, index: number): number {
    const scalable = this.#isLog[index] === 1 ? Math.log1p(value) : value;
    const input = (scalable - (this.#means[index] ?? 0)) / (this.#deviations[index] ?? 1);
    if (input > INPUT_MAX) return INPUT_MAX;
    return input < -INPUT_MAX ? -INPUT_MAX : input;
  }
}

/** Learns the scaling from rows stored one after another. */
export function fitScaling(rows: Float32Array, transforms: readonly Transform[]): Scaling {
  const width = transforms.length;
  const count = Math.max(1, rows.length / width);
  const means = new Array<number>(width).fill(0);
  const squares = new Array<number>(width).fill(0);
  for (let index = 0; index < rows.length; index += 1) {
    const column = index % width;
    const value = transformed(rows[index] ?? 0, transforms[column]);
    means[column] = (means[column] ?? 0) + value / count;
    squares[column] = (squares[column] ?? 0) + (value * value) / count;
  }
  const deviations = squares.map((square, column) => {
    const deviation = Math.sqrt(Math.max(0, square - (means[column] ?? 0) ** 2));
    return deviation < 1e-4 ? 1 : deviation;
  });
  return { transforms, means, deviations };
}

function transformed(raw: number, transform: Transform | undefined): number {
  return transform === 'log' ? Math.log1p(raw) : raw;
}
