/**
 * Complete binary trees of one depth, each giving a part of the logit. Stored by node, then tree:
 * the children of node `n` are `2n + 1` (input at most the threshold) and `2n + 2` (above it).
 */
export type Trees = {
  readonly depth: number;
  readonly count: number;
  /** Input that each node looks at. */
  readonly features: Float32Array;
  readonly thresholds: Float32Array;
  /** In logits, from the leftmost leaf to the rightmost. */
  readonly leaves: Float32Array;
};
