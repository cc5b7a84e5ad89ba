import type { ProviderName } from '#provider-port';
import type { Effect } from '../faults/faults.js';

/** One request as the sandbox saw it. */
export type SeenRequest = {
  /** Counts up from 1; ask for what came since. */
  readonly number: number;
  readonly at: string;
  readonly provider: ProviderName;
  readonly operation: string | null;
  readonly method: string;
  readonly path: string;
  readonly idempotencyKey: string | null;
  readonly fault: Effect | null;
  /** Null as long as no answer was sent. */
  status: number | null;
  /** Whether an earlier answer was sent again. */
  replayed: boolean;
};

/** The oldest are forgotten beyond this. */
const KEPT_MAX = 100_000;

/** The latest requests, for assertions such as "called once, under this key". */
export class RequestLog {
  readonly #seen: SeenRequest[] = [];
  #count = 0;

  add(request: Omit<SeenRequest, 'number' | 'status' | 'replayed'>): SeenRequest {
    this.#count += 1;
    const seen: SeenRequest = { number: this.#count, ...request, status: null, replayed: false };
    this.#seen.push(seen);
    // Forgetting in large steps keeps one addition cheap.
    if (this.#seen.length > KEPT_MAX * 1.25) this.#seen.splice(0, this.#seen.length - KEPT_MAX);
    return seen;
  }

  since(number: number): readonly SeenRequest[] {
    return this.#seen.filter((seen) => seen.number > number);
  }
}
