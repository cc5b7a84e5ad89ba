import type { ReadMetric } from '../metrics/metrics.js';
import { HTTP_PROBLEMS } from './problem.js';

/** Counts what was answered with a problem, by its code: codes are a closed list. */
export class Refusals {
  readonly #counts = new Map<string, number>(Object.keys(HTTP_PROBLEMS).map((code) => [code, 0]));

  note(code: string): void {
    this.#counts.set(code, (this.#counts.get(code) ?? 0) + 1);
  }

  get metric(): ReadMetric {
    return {
      name: 'assay_http_problems_total',
      help: 'Requests answered with a problem, by its code.',
      type: 'counter',
      read: () => [...this.#counts].map(([code, value]) => ({ value, labels: { code } })),
    };
  }
}
