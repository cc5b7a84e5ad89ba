import type { Rate } from './rate.js';

type Bucket = { tokens: number; atMs: number };

/** How it stands after something was asked for. */
export type Taken = {
  readonly isTaken: boolean;
  /** Whole ones that are left. */
  readonly left: number;
  /** Until as many are there as were asked for, when they were refused. */
  readonly waitSeconds: number;
  /** Until the bucket is full again. */
  readonly fullSeconds: number;
};

export type TokenBucketsOptions = {
  /** Buckets remembered; beyond it the one that was begun the longest ago is forgotten. */
  readonly bucketsMax?: number;
  /** Of a clock that is never set back. */
  readonly nowMs?: () => number;
};

/**
 * A bucket for each name, which fills by `count` in `seconds` and holds no more than that. A token
 * bucket has no edges of windows at which twice the rate could pass.
 */
export class TokenBuckets {
  readonly #buckets = new Map<string, Bucket>();
  readonly #bucketsMax: number;
  readonly #nowMs: () => number;

  constructor({ bucketsMax = 10_000, nowMs = () => performance.now() }: TokenBucketsOptions = {}) {
    this.#bucketsMax = bucketsMax;
    this.#nowMs = nowMs;
  }

  /** @param tokens what it costs; more than a full bucket holds costs a full one. */
  take(name: string, { count, seconds }: Rate, tokens = 1): Taken {
    const perMs = count / (seconds * 1_000);
    const bucket = this.#filled(name, count, perMs);
    const cost = Math.min(tokens, count);
    const isTaken = bucket.tokens >= cost;
    if (isTaken) bucket.tokens -= cost;
    return {
      isTaken,
      left: Math.floor(bucket.tokens),
      waitSeconds: isTaken ? 0 : secondsUntil(cost - bucket.tokens, perMs),
      fullSeconds: secondsUntil(count - bucket.tokens, perMs),
    };
  }

  #filled(name: string, count: number, perMs: number): Bucket {
    const now = this.#nowMs();
    const known = this.#buckets.get(name);
    if (known) {
      known.tokens = Math.min(count, known.tokens + (now - known.atMs) * perMs);
      known.atMs = now;
      return known;
    }
    const fresh = { tokens: count, atMs: now };
    this.#buckets.set(name, fresh);
    const [oldest] = this.#buckets.keys();
    if (this.#buckets.size > this.#bucketsMax && oldest !== undefined) this.#buckets.delete(oldest);
    return fresh;
  }
}

/** At least one: a wait of nothing would be no wait. */
function secondsUntil(tokens: number, perMs: number): number {
  return tokens <= 0 ? 0 : Math.max(1, Math.ceil(tokens / perMs / 1_000));
}
