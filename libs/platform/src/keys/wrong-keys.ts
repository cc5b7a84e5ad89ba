/** Attempts of one address, or on keys that begin alike. */
type Attempts = { count: number; readonly sinceMs: number };

export type WrongKeysOptions = {
  readonly attemptsMax?: number;
  readonly windowMs?: number;
  /** Addresses and beginnings of keys remembered each; beyond it the oldest are forgotten. */
  readonly rememberedMax?: number;
  readonly nowMs?: () => number;
};

const PREFIX_CHARS = 12;

/**
 * Counts wrong keys by the address they come from and by how they begin. A right key is never
 * refused for what others at its address try.
 */
export class WrongKeys {
  readonly #byAddress = new Map<string, Attempts>();
  readonly #byPrefix = new Map<string, Attempts>();
  readonly #options: Required<WrongKeysOptions>;

  constructor(options: WrongKeysOptions = {}) {
    this.#options = {
      attemptsMax: 100,
      windowMs: 60_000,
      rememberedMax: 10_000,
      nowMs: () => Date.now(),
      ...options,
    };
  }

  /** Counts one. @returns for how many seconds no more are answered; 0 while more may be tried. */
  note(address: string, key: string): number {
    const waits = [this.#count(this.#byAddress, address)];
    if (key !== '') waits.push(this.#count(this.#byPrefix, key.slice(0, PREFIX_CHARS)));
    return Math.ceil(Math.max(...waits) / 1000);
  }

  #count(attempts: Map<string, Attempts>, of: string): number {
    const { attemptsMax, windowMs, rememberedMax, nowMs } = this.#options;
    const now = nowMs();
    let known = attempts.get(of);
    if (!known || now - known.sinceMs >= windowMs) {
      attempts.delete(of);
      known = { count: 0, sinceMs: now };
      attempts.set(of, known);
      const [oldest] = attempts.keys();
      if (attempts.size > rememberedMax && oldest !== undefined) attempts.delete(oldest);
    }
    known.count += 1;
    return known.count > attemptsMax ? windowMs - (now - known.sinceMs) : 0;
  }
}
