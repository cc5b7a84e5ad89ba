import type { Bins } from './bins.js';

/** What a tree grows on: the rows by bins, and the slope and curve of the loss at each. */
export type GrowthData = {
  readonly bins: Bins;
  /** Inputs to choose from. */
  readonly columns: Uint32Array;
  readonly gradients: Float64Array;
  readonly curves: Float64Array;
};
