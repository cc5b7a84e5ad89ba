import type { Labels } from '../samples/series.js';

export type Element = { readonly labels: Labels; readonly value: number };

/** A number, or one for each set of labels. */
export type Value = number | readonly Element[];
