import { Injectable } from '@nestjs/common';
import { formatPosition } from '#event-store';
import { Clock } from '#platform';
import { RebuildInProgress, type Plain, type Rebuilt } from '#projections';
import { Views } from './views.js';
import type { RebuildResponse } from './views.response.js';

type Rebuild = Plain<RebuildResponse>;

/** Rebuilds of this process, the last one of each view. They go on when nobody waits for them. */
@Injectable()
export class Rebuilds {
  readonly #last = new Map<string, Rebuild>();
  readonly #running = new Map<string, Promise<void>>();

  constructor(
    private readonly views: Views,
    private readonly clock: Clock,
  ) {}

  lastOf(name: string): Rebuild | null {
    return this.#last.get(name) ?? null;
  }

  /**
   * Begins a rebuild and waits for its end, but no longer than `waitMs`.
   *
   * @throws Problem `not-found` unless this process builds the view.
   * @throws RebuildInProgress when it is at it already.
   */
  async begin(name: string, waitMs: number): Promise<Rebuild> {
    const runner = this.views.runnerOf(name);
    if (this.#running.has(name)) throw new RebuildInProgress(`${name} is being rebuilt already`);
    const begun: Rebuild = { ...NOTHING_YET, name, startedAt: this.clock.nowIso };
    this.#last.set(name, begun);
    const rebuilding = runner
      .rebuild()
      .then((rebuilt) => this.#last.set(name, { ...begun, ...outcomeOf(rebuilt) }))
      .catch((error: unknown) => {
        const trouble = error instanceof Error ? error.message : String(error);
        this.#last.set(name, { ...begun, status: 'failed', trouble });
      })
      .then(() => void this.#running.delete(name));
    this.#running.set(name, rebuilding);
    await atMost(waitMs, rebuilding);
    return this.#last.get(name) ?? begun;
  }
}

const NOTHING_YET = {
  status: 'running',
  trouble: null,
  position: null,
  before: null,
  after: null,
  equal: null,
  caughtUp: null,
  setAside: null,
  events: null,
  ms: null,
} as const;

function outcomeOf({ position, ...rest }: Rebuilt): Partial<Rebuild> {
  return { ...rest, status: 'done', position: formatPosition(position) };
}

async function atMost(ms: number, work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const timeUp = new Promise<void>((resolve) => (timer = setTimeout(resolve, ms)));
  await Promise.race([work, timeUp]);
  clearTimeout(timer);
}
