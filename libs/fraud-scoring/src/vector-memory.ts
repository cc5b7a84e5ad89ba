import { parsePosition, formatPosition, type Position } from '#event-store';
import type { FeatureVector } from '#fraud';

/** The features of a payment as they were before it was folded. */
export type FoldedVector = {
  readonly vector: FeatureVector;
  /** Of the last event folded before the payment; null when it was the first. */
  readonly position: Position | null;
};

/** A vector as stored: the position as text, then the features. */
export type VectorJson = readonly [position: string | null, ...features: number[]];

const UNASSESSED_MAX = 100_000;
const ASSESSED_MAX = 10_000;

/**
 * Remembers the vectors of folded payments until they were scored for good: a payment may be scored
 * before or after its own event is folded, and again later when no score came in time.
 */
export class VectorMemory {
  readonly #unassessed = new Map<string, FoldedVector>();
  readonly #assessed = new Map<string, FoldedVector>();
  readonly #changed = new Set<string>();
  /** Of the snapshot being written. */
  readonly #pending = new Map<string, FoldedVector | null>();

  remember(paymentId: string, folded: FoldedVector): void {
    this.#unassessed.set(paymentId, folded);
    this.#changed.add(paymentId);
    const forgotten = trim(this.#unassessed, UNASSESSED_MAX);
    if (forgotten !== null) this.#changed.add(forgotten);
  }

  find(paymentId: string): FoldedVector | undefined {
    return this.#unassessed.get(paymentId) ?? this.#assessed.get(paymentId);
  }

  /** The payment has its score, so the vector is kept only for a repeated request. */
  markAssessed(paymentId: string): void {
    const folded = this.#unassessed.get(paymentId);
    if (!folded) return;
    this.#unassessed.delete(paymentId);
    this.#changed.add(paymentId);
    this.#assessed.set(paymentId, folded);
    trim(this.#assessed, ASSESSED_MAX);
  }

  /** Fixes what changed until now, to be taken in slices while more is remembered. */
  beginChanges(): void {
    for (const id of this.#changed) this.#pending.set(id, this.#unassessed.get(id) ?? null);
    this.#changed.clear();
  }

  /** Stored vectors that `beginChanges` fixed; null for those not needed any more. */
  takeSlice(vectorsMax: number): [paymentId: string, value: VectorJson | null][] {
    const slice: [string, VectorJson | null][] = [];
    for (const [id, folded] of this.#pending) {
      if (slice.length >= vectorsMax) break;
      this.#pending.delete(id);
      slice.push([id, folded ? toJson(folded) : null]);
    }
    return slice;
  }

  restore(paymentId: string, [position, ...features]: VectorJson): void {
    this.#unassessed.set(paymentId, {
      vector: Float64Array.from(features),
      position: position === null ? null : parsePosition(position),
    });
  }
}

function toJson({ vector, position }: FoldedVector): VectorJson {
  return [position === null ? null : formatPosition(position), ...vector];
}

/** Drops the oldest entry beyond the bound and names it. */
function trim(vectors: Map<string, FoldedVector>, max: number): string | null {
  if (vectors.size <= max) return null;
  for (const oldest of vectors.keys()) {
    vectors.delete(oldest);
    return oldest;
  }
  return null;
}
