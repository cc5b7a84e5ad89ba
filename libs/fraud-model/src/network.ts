/** One fully connected layer; the kernel is stored by input, as TensorFlow stores it. */
export type Layer = {
  readonly inputs: number;
  readonly outputs: number;
  readonly kernel: Float32Array;
  readonly bias: Float32Array;
};

/**
 * A network of fully connected layers with rectifiers between them and one output, the logit.
 *
 * The inline path: microseconds a row, no TensorFlow, and the same bits on every machine and
 * backend. A test and every start of a model compare it with TensorFlow.
 */
export class Network {
  readonly #layers: readonly UnitLayer[];
  /** The way back: what each input gets of the slopes of the outputs. */
  readonly #transposed: readonly UnitLayer[];
  /** What goes into the first layer, then what comes out of each; overwritten by every row. */
  readonly #values: readonly Float64Array[];
  /** How the logit changes with each of the values. */
  readonly #slopes: readonly Float64Array[];

  constructor(readonly layers: readonly Layer[]) {
    const widths = [layers[0]?.inputs ?? 0, ...layers.map(({ outputs }) => outputs)];
    this.#layers = layers.map(byUnit);
    this.#transposed = layers.map(transposed);
    this.#values = widths.map((width) => new Float64Array(width));
    this.#slopes = widths.map((width) => new Float64Array(width).fill(1));
  }

  get inputCount(): number {
    return this.layers[0]?.inputs ?? 0;
  }

  logit(inputs: ArrayLike<number>): number {
    return this.#forward(inputs).at(-1)?.[0] ?? 0;
  }

  /** How the logit changes with each input. */
  gradient(inputs: ArrayLike<number>): Float64Array {
    this.#forward(inputs);
    return this.#throughFirst(this.#backwardToFirst());
  }

  /**
   * The mean of the gradients at the middles of equal steps on the straight way between two points.
   * On it the first layer's sums change evenly, so that its weights are needed three times in all
   * and not twice a step.
   */
  meanGradient(from: ArrayLike<number>, to: ArrayLike<number>, steps: number): Float64Array {
    const sums = this.#valuesAt(1);
    const begin = this.#firstSums(from).slice();
    const end = this.#firstSums(to).slice();
    const mean = new Float64Array(begin.length);
    for (let step = 0; step < steps; step += 1) {
      const share = (step + 0.5) / steps;
      for (let unit = 0; unit < sums.length; unit += 1) {
        sums[unit] = at(begin, unit) + share * (at(end, unit) - at(begin, unit));
      }
      this.#forwardFromFirst();
      const slopes = this.#backwardToFirst();
      for (let unit = 0; unit < mean.length; unit += 1) {
        mean[unit] = at(mean, unit) + at(slopes, unit) / steps;
      }
    }
    return this.#throughFirst(mean);
  }

  /** The inputs, and the output of every layer, rectified except for the last. */
  #forward(inputs: ArrayLike<number>): readonly Float64Array[] {
    this.#firstSums(inputs);
    this.#forwardFromFirst();
    return this.#values;
  }

  /** The first layer's sums, before they are rectified. */
  #firstSums(inputs: ArrayLike<number>): Float64Array {
    const [values, sums] = [this.#valuesAt(0), this.#valuesAt(1)];
    values.set(inputs);
    const first = this.#layers[0];
    if (first) forwards(first, values, sums);
    return sums;
  }

  #forwardFromFirst(): void {
    for (let index = 1; index < this.#layers.length; index += 1) {
      const layer = this.#layers[index];
      const below = this.#valuesAt(index);
      rectify(below);
      if (layer) forwards(layer, below, this.#valuesAt(index + 1));
    }
  }

  /** How the logit changes with each of the first layer's sums, at the values of the last row. */
  #backwardToFirst(): Float64Array {
    for (let index = this.layers.length - 1; index >= 1; index -= 1) {
      const layer = this.#transposed[index];
      const slopes = this.#slopesAt(index);
      if (layer) forwards(layer, this.#slopesAt(index + 1), slopes);
      quieten(slopes, this.#valuesAt(index));
    }
    return this.#slopesAt(1);
  }

  #throughFirst(slopes: Float64Array): Float64Array {
    const first = this.#transposed[0];
    if (!first) return slopes;
    const through = new Float64Array(first.outputs);
    forwards(first, slopes, through);
    return through;
  }

  #valuesAt(index: number): Float64Array {
    return this.#values[index] ?? NO_VALUES;
  }

  #slopesAt(index: number): Float64Array {
    return this.#slopes[index] ?? NO_VALUES;
  }
}

const NO_VALUES = new Float64Array(0);

export function sigmoid(logit: number): number {
  return 1 / (1 + Math.exp(-logit));
}

/** A layer with the weights of each output together, in double precision. */
type UnitLayer = {
  readonly inputs: number;
  readonly outputs: number;
  readonly weights: Float64Array;
  readonly bias: Float64Array;
};

function byUnit({ inputs, outputs, kernel, bias }: Layer): UnitLayer {
  const weights = new Float64Array(kernel.length);
  for (let at = 0; at < kernel.length; at += 1) {
    weights[(at % outputs) * inputs + Math.floor(at / outputs)] = kernel[at] ?? 0;
  }
  return { inputs, outputs, weights, bias: new Float64Array(bias) };
}

/** From outputs to inputs: weights stored by input are those of each output together. */
function transposed({ inputs, outputs, kernel }: Layer): UnitLayer {
  const bias = new Float64Array(inputs);
  return { inputs: outputs, outputs: inputs, weights: new Float64Array(kernel), bias };
}

/**
 * Four outputs at once, so that a sum need not wait for the one before it. Each adds up in the
 * order of the inputs: any other order gives other last bits.
 */
function forwards(
  { inputs, outputs, weights, bias }: UnitLayer,
  values: Float64Array,
  sums: Float64Array,
): void {
  let unit = 0;
  for (; unit + 4 <= outputs; unit += 4) {
    const first = unit * inputs;
    let a = at(bias, unit);
    let b = at(bias, unit + 1);
    let c = at(bias, unit + 2);
    let d = at(bias, unit + 3);
    for (let input = 0; input < inputs; input += 1) {
      const value = at(values, input);
      a += value * at(weights, first + input);
      b += value * at(weights, first + inputs + input);
      c += value * at(weights, first + 2 * inputs + input);
      d += value * at(weights, first + 3 * inputs + input);
    }
    sums[unit] = a;
    sums[unit + 1] = b;
    sums[unit + 2] = c;
    sums[unit + 3] = d;
  }
  for (; unit < outputs; unit += 1) {
    let sum = at(bias, unit);
    for (let input = 0; input < inputs; input += 1) {
      sum += at(values, input) * at(weights, unit * inputs + input);
    }
    sums[unit] = sum;
  }
}

function at(values: Float64Array, index: number): number {
  return values[index] ?? 0;
}

/** Nothing comes back through a unit that was at rest. */
function quieten(slopes: Float64Array, outputs: Float64Array): void {
  for (let unit = 0; unit < slopes.length; unit += 1) {
    if (!((outputs[unit] ?? 0) > 0)) slopes[unit] = 0;
  }
}

function rectify(values: Float64Array): void {
  for (let unit = 0; unit < values.length; unit += 1) {
    if ((values[unit] ?? 0) < 0) values[unit] = 0;
  }
}
