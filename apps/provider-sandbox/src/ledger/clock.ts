import type { Draft, Shelf } from './shelf.js';

/** Real time plus an offset that only grows, so that later records also sort later. */
export class Clock {
  #offsetMs: number;

  constructor(shelf: Shelf) {
    this.#offsetMs = shelf.get('clock', 'offset-ms') ?? 0;
  }

  get offsetMs(): number {
    return this.#offsetMs;
  }

  now(): number {
    return Date.now() + this.#offsetMs;
  }

  /** Unix seconds, as Stripe counts. */
  seconds(): number {
    return Math.floor(this.now() / 1000);
  }

  /** ISO 8601 without fractions, as PayPal writes it. */
  iso(atMs = this.now()): string {
    return `${new Date(atMs).toISOString().slice(0, 19)}Z`;
  }

  advance(ms: number, draft: Draft): void {
    this.#offsetMs += ms;
    draft.put('clock', 'offset-ms', this.#offsetMs);
  }
}
