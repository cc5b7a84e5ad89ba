/** Logistic regression with the usual ridge penalty (C = 1) on standardised inputs, by Newton. */
export class LogisticRegression {
  private constructor(
    private readonly means: readonly number[],
    private readonly deviations: readonly number[],
    /** The intercept is last. */
    private readonly weights: readonly number[],
  ) {}

  static fit(rows: readonly Float32Array[], frauds: readonly boolean[]): LogisticRegression {
    const width = rows[0]?.length ?? 0;
    const columns = Array.from({ length: width }, (_, column) => column);
    const mean = (value: (row: Float32Array) => number) =>
      rows.reduce((sum, row) => sum + value(row), 0) / rows.length;
    const means = columns.map((column) => mean((row) => row[column] ?? 0));
    const deviations = columns.map((column) => {
      const variance = mean((row) => ((row[column] ?? 0) - (means[column] ?? 0)) ** 2);
      return Math.sqrt(variance) || 1;
    });
    let model = new LogisticRegression(means, deviations, Array<number>(width + 1).fill(0));
    for (let step = 0; step < 25; step += 1) {
      const { gradient, curvature } = model.#slopes(rows, frauds);
      const change = solve(curvature, gradient);
      const weights = model.weights.map((weight, index) => weight - (change[index] ?? 0));
      model = new LogisticRegression(means, deviations, weights);
      if (Math.max(...change.map(Math.abs)) < 1e-8) break;
    }
    return model;
  }

  score(row: Float32Array): number {
    const inputs = this.#inputs(row);
    const logit = inputs.reduce((sum, input, index) => sum + input * (this.weights[index] ?? 0), 0);
    return 1 / (1 + Math.exp(-logit));
  }

  #inputs(row: Float32Array): number[] {
    const inputs = Array.from(
      row,
      (value, column) => (value - (this.means[column] ?? 0)) / (this.deviations[column] ?? 1),
    );
    inputs.push(1);
    return inputs;
  }

  #slopes(rows: readonly Float32Array[], frauds: readonly boolean[]) {
    const size = this.weights.length;
    const penalised = (index: number) => index < size - 1;
    const gradient = this.weights.map((weight, index) => (penalised(index) ? weight : 0));
    const curvature: number[][] = gradient.map((_, i) =>
      gradient.map((__, j) => (i === j && penalised(i) ? 1 : 0)),
    );
    rows.forEach((row, index) => {
      const inputs = this.#inputs(row);
      const probability = this.score(row);
      const error = probability - (frauds[index] ? 1 : 0);
      const weight = probability * (1 - probability);
      inputs.forEach((input, i) => {
        gradient[i] = (gradient[i] ?? 0) + error * input;
        const line = curvature[i] ?? [];
        inputs.forEach((other, j) => {
          line[j] = (line[j] ?? 0) + weight * input * other;
        });
      });
    });
    return { gradient, curvature };
  }
}

/** Solves a symmetric positive system by elimination. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const lines = matrix.map((line, index) => [...line, right[index] ?? 0]);
  lines.forEach((pivot, index) => {
    for (const line of lines.slice(index + 1)) {
      const factor = (line[index] ?? 0) / (pivot[index] ?? 1);
      line.forEach((value, column) => {
        line[column] = value - factor * (pivot[column] ?? 0);
      });
    }
  });
  const solution = right.map(() => 0);
  for (let index = right.length - 1; index >= 0; index -= 1) {
    const line = lines[index] ?? [];
    const known = solution.reduce((sum, value, column) => sum + value * (line[column] ?? 0), 0);
    solution[index] = ((line.at(-1) ?? 0) - known) / (line[index] ?? 1);
  }
  return solution;
}
