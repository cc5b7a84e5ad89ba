import { createHash } from 'node:crypto';
import type { FeatureVector } from '#fraud';

/** Where a row comes from, for measures that look at days and cards. */
export type RowOrigin = {
  /** Seconds since 1970. */
  readonly at: number;
  readonly customer: string;
  readonly fraud: boolean;
  /** How many such rows it stands for in training; absent: itself alone. */
  readonly weight?: number;
};

/** Feature vectors in order of time, stored one after another so that memory stays small. */
export class Dataset {
  #rows: Float32Array;
  readonly #origins: RowOrigin[] = [];

  constructor(readonly width: number) {
    this.#rows = new Float32Array(width * 1024);
  }

  add(vector: FeatureVector, origin: RowOrigin): void {
    const offset = this.#origins.length * this.width;
    if (offset + this.width > this.#rows.length) {
      const larger = new Float32Array(this.#rows.length * 2);
      larger.set(this.#rows);
      this.#rows = larger;
    }
    this.#rows.set(vector, offset);
    this.#origins.push(origin);
  }

  get length(): number {
    return this.#origins.length;
  }

  get rows(): Float32Array {
    return this.#rows.subarray(0, this.length * this.width);
  }

  get origins(): readonly RowOrigin[] {
    return this.#origins;
  }

  get fraudCount(): number {
    return this.#origins.filter(({ fraud }) => fraud).length;
  }

  /** What every row counts; null where each counts once. */
  get weights(): Float64Array | null {
    if (this.#origins.every(({ weight = 1 }) => weight === 1)) return null;
    return Float64Array.from(this.#origins, ({ weight = 1 }) => weight);
  }

  row(index: number): Float32Array {
    return this.#rows.subarray(index * this.width, (index + 1) * this.width);
  }

  /** The rows whose origin fits, in the same order. */
  filter(fits: (origin: RowOrigin, index: number) => boolean): Dataset {
    const part = new Dataset(this.width);
    this.#origins.forEach((origin, index) => {
      if (fits(origin, index)) part.add(Float64Array.from(this.row(index)), origin);
    });
    return part;
  }

  append(other: Dataset): void {
    other.origins.forEach((origin, index) => {
      this.add(Float64Array.from(other.row(index)), origin);
    });
  }

  /** SHA-256 over rows, times, labels and weights: the same data, the same hash. */
  hash(): string {
    const { rows } = this;
    const hash = createHash('sha256');
    hash.update(new Uint8Array(rows.buffer, rows.byteOffset, rows.byteLength));
    for (const { at, fraud, weight = 1 } of this.#origins) {
      hash.update(`${at}${fraud ? '!' : '.'}${weight === 1 ? '' : weight}`);
    }
    return hash.digest('hex');
  }
}
