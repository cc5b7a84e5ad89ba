/** Wrong passwords of one login from one host before the next ones are refused unchecked. */
const FAILURES_MAX = 10;
/** After which one more is checked. */
const REFILL_MS = 1_000;
/** Hosts and logins remembered; beyond it those whose failures are longest ago are forgotten. */
const REMEMBERED_MAX = 10_000;

/** Too many wrong passwords: nothing was checked. */
export class TooManyFailures extends Error {
  override readonly name = 'TooManyFailures';
}

type Waiting = { readonly start: () => Promise<void> };
type Failures = { readonly count: number; readonly atMs: number };

/**
 * Runs password checks one at a time, because each takes a thread that commits need, and lets hosts
 * take turns, so that guesses from one do not keep another out.
 */
export class PasswordChecks {
  readonly #waiting = new Map<string, Waiting[]>();
  readonly #failures = new Map<string, Failures>();
  #running = false;

  constructor(private readonly nowMs: () => number = Date.now) {}

  /**
   * @param check resolves to whether the password was right.
   * @throws TooManyFailures when the login failed too often from this host.
   */
  run(host: string, login: string, check: () => Promise<boolean>): Promise<boolean> {
    return new Promise((resolve, reject) => {
      const start = () => this.#checked(`${host} ${login}`, check).then(resolve, reject);
      this.#waiting.set(host, [...(this.#waiting.get(host) ?? []), { start }]);
      if (!this.#running) void this.#work();
    });
  }

  async #work(): Promise<void> {
    this.#running = true;
    for (let next = this.#take(); next; next = this.#take()) await next.start();
    this.#running = false;
  }

  /** The oldest of the host whose turn it is; the host goes to the end of the line. */
  #take(): Waiting | undefined {
    for (const [host, [first, ...others]] of this.#waiting) {
      this.#waiting.delete(host);
      if (others.length > 0) this.#waiting.set(host, others);
      return first;
    }
    return undefined;
  }

  async #checked(key: string, check: () => Promise<boolean>): Promise<boolean> {
    const count = this.#failuresOf(key);
    if (count >= FAILURES_MAX) throw new TooManyFailures();
    const isRight = await check();
    this.#failures.delete(key);
    if (isRight) return true;
    this.#failures.set(key, { count: count + 1, atMs: this.nowMs() });
    const [oldest] = this.#failures.keys();
    if (this.#failures.size > REMEMBERED_MAX && oldest !== undefined) this.#failures.delete(oldest);
    return false;
  }

  #failuresOf(key: string): number {
    const { count, atMs } = this.#failures.get(key) ?? { count: 0, atMs: 0 };
    return Math.max(0, count - Math.floor((this.nowMs() - atMs) / REFILL_MS));
  }
}
