import { driftBandOf, FEATURES, psiOf, Reservoir } from '#fraud';
import type { Drift } from './fraud-measures.js';

/** Enough that ten bins tell a shift of a few percent from chance. */
const SAMPLE_MAX = 5_000;

type Row = { readonly score: number; readonly features: readonly number[] };

/** Samples of features and scores of two times, to tell whether they have moved. */
export class Distributions {
  readonly #reference = new Reservoir<Row>(SAMPLE_MAX, 1);
  readonly #current = new Reservoir<Row>(SAMPLE_MAX, 2);

  add(time: 'reference' | 'current', row: Row): void {
    if (row.features.length !== FEATURES.length) return; // Of another feature list.
    (time === 'reference' ? this.#reference : this.#current).add(row);
  }

  get referencePayments(): number {
    return this.#reference.seen;
  }

  get score(): Drift {
    return this.#driftOf('score', ({ score }) => score);
  }

  /** The most moved one first. */
  get features(): Drift[] {
    return FEATURES.map((name, index) =>
      this.#driftOf(name, ({ features }) => features[index] ?? 0),
    ).sort((a, b) => (b.psi ?? 0) - (a.psi ?? 0));
  }

  #driftOf(name: string, valueOf: (row: Row) => number): Drift {
    const psi = psiOf(this.#reference.items.map(valueOf), this.#current.items.map(valueOf));
    if (psi === null) return { name, psi, band: null };
    return { name, psi: Math.round(psi * 1e4) / 1e4, band: driftBandOf(psi) };
  }
}
