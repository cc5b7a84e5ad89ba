const LINES_MAX = 10;
const WINDOW_MS = 60_000;

/** Warnings that others can cause at will: so many a minute, the rest is counted. */
export class BoundedLog {
  #sinceMs = -Infinity;
  #lines = 0;
  #left = 0;

  constructor(
    private readonly logger: { warn(fields: object, message: string): void },
    private readonly nowMs: () => number = () => Date.now(),
  ) {}

  warn(fields: object, message: string): void {
    const now = this.nowMs();
    if (now - this.#sinceMs >= WINDOW_MS) {
      this.#sinceMs = now;
      this.#lines = 0;
    }
    if (this.#lines >= LINES_MAX) {
      this.#left += 1;
      return;
    }
    this.#lines += 1;
    this.logger.warn({ ...fields, ...(this.#left > 0 && { notLogged: this.#left }) }, message);
    this.#left = 0;
  }
}
