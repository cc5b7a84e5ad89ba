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

const SHARES = /Rate|Share|ZScore|New|Absent|Mismatch|Foreign|weekend|night|paypal/;

/** Amounts, counts and times span decades; flags, shares and scores do not. */
export function transformsOf(features: readonly Feature[] = FEATURES): Transform[] {
  return features.map((feature) =>
    SHARES.test(feature) && !feature.endsWith('MeanRatio') ? 'none' : 'log',
  );
}

export function scaled(raw: number, index: number, scaling: Scaling): number {
  const value = transformed(raw, scaling.transforms[index]);
  const input = (value - (scaling.means[index] ?? 0)) / (scaling.deviations[index] ?? 1);
  return Math.max(-INPUT_MAX, Math.min(INPUT_MAX, input));
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
