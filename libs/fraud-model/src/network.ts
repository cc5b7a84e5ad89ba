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
  constructor(readonly layers: readonly Layer[]) {}

  get inputCount(): number {
    return this.layers[0]?.inputs ?? 0;
  }

  logit(inputs: ArrayLike<number>): number {
    return this.#forward(inputs).at(-1)?.[0] ?? 0;
  }

  /** How the logit changes with each input. */
  gradient(inputs: ArrayLike<number>): Float64Array {
    const outputs = this.#forward(inputs);
    let gradient: Float64Array = Float64Array.of(1);
    for (let index = this.layers.length - 1; index >= 0; index -= 1) {
      const layer = this.layers[index];
      if (!layer) break;
      gradient = backwards(layer, gradient);
      const below = index === 0 ? null : outputs[index - 1];
      if (below) quieten(gradient, below);
    }
    return gradient;
  }

  /** The output of every layer, rectified except for the last. */
  #forward(inputs: ArrayLike<number>): Float64Array[] {
    const outputs: Float64Array[] = [];
    let values = inputs;
    this.layers.forEach((layer, index) => {
      const output = forwards(layer, values);
      if (index < this.layers.length - 1) rectify(output);
      outputs.push(output);
      values = output;
    });
    return outputs;
  }
}

export function sigmoid(logit: number): number {
  return 1 / (1 + Math.exp(-logit));
}

function forwards({ inputs, outputs, kernel, bias }: Layer, values: ArrayLike<number>) {
  const sums = Float64Array.from(bias);
  for (let input = 0; input < inputs; input += 1) {
    const value = values[input] ?? 0;
    if (value === 0) continue;
    const row = input * outputs;
    for (let unit = 0; unit < outputs; unit += 1) {
      sums[unit] = (sums[unit] ?? 0) + value * (kernel[row + unit] ?? 0);
    }
  }
  return sums;
}

function backwards({ inputs, outputs, kernel }: Layer, gradient: Float64Array): Float64Array {
  const slopes = new Float64Array(inputs);
  for (let input = 0; input < inputs; input += 1) {
    const row = input * outputs;
    let slope = 0;
    for (let unit = 0; unit < outputs; unit += 1) {
      slope += (kernel[row + unit] ?? 0) * (gradient[unit] ?? 0);
    }
    slopes[input] = slope;
  }
  return slopes;
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
