import type { Operation } from '#payments';

/** The boundaries of an operation: its promise is on disk; the provider answered; all recorded. */
export type Step = 'promised' | 'answered' | 'recorded';

/**
 * Ends this process, as kill -9 would, at one named boundary. Crash tests set it; without it
 * reaching a boundary does nothing.
 */
export class CrashPoints {
  constructor(private readonly crashAt: string | null) {}

  reach(operation: Operation, step: Step): void {
    this.#reach(`${operation}:${step}`);
  }

  /** The boundaries of an erasure: its promise is on disk; the keys are destroyed. */
  reachErasure(step: 'requested' | 'destroyed'): void {
    this.#reach(`erase:${step}`);
  }

  #reach(boundary: string): void {
    if (this.crashAt === boundary) process.kill(process.pid, 'SIGKILL');
  }
}
