/** The only source of the present time for decisions, so that a test can set it. */
export class Clock {
  /** @param now default: the time of this machine. */
  constructor(readonly now: () => Date = () => new Date()) {}

  get nowMs(): number {
    return this.now().getTime();
  }

  get nowIso(): string {
    return this.now().toISOString();
  }
}
