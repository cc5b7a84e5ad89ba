import type { ReadMetric } from '../metrics/metrics.js';
import { RATE_CLASSES } from './route-class.js';

/** Counts what was refused because there was too much of it. */
export class RateLimited {
  readonly #counts = new Map<string, number>(RATE_CLASSES.map((name) => [name, 0]));

  /** A class that is there from the start, so that the first refusal is a step. */
  begin(name: string): void {
    this.#counts.set(name, 0);
  }

  note(name: string): void {
    this.#counts.set(name, (this.#counts.get(name) ?? 0) + 1);
  }

  get metric(): ReadMetric {
    return {
      name: 'assay_rate_limited_total',
      help: 'Requests that were refused because their class had too many.',
      type: 'counter',
      read: () => [...this.#counts].map(([name, value]) => ({ value, labels: { class: name } })),
    };
  }
}
