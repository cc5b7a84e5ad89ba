/** What time it is for everything that ages: outcomes, deliveries, searches. */
export class Clock {
  now(): Date {
    return new Date();
  }

  get nowMs(): number {
    return this.now().getTime();
  }

  get nowIso(): string {
    return this.now().toISOString();
  }
}
