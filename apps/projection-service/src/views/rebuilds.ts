import { Injectable } from '@nestjs/common';
import { EventStore, formatPosition, idOf, recordEvent } from '#event-store';
import { VIEWS_STREAM, type ViewAuditEvent } from '#audit';
import { Clock, Logger } from '#platform';
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
    private readonly store: EventStore,
    private readonly logger: Logger,
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
  async begin(name: string, waitMs: number, { swap = true } = {}): Promise<Rebuild> {
    const runner = this.views.runnerOf(name);
    if (this.#running.has(name)) throw new RebuildInProgress(`${name} is being rebuilt already`);
    const begun: Rebuild = { ...NOTHING_YET, name, startedAt: this.clock.nowIso };
    this.#last.set(name, begun);
    const rebuilding = runner
      .rebuild({ swap })
      .then(async (rebuilt) => {
        await this.#record(name, runner.projection.name, rebuilt).catch((err: unknown) => {
          this.logger.error({ view: name, err }, 'comparison of a view is not in the ledger');
        });
        this.#last.set(name, { ...begun, ...outcomeOf(rebuilt) });
      })
      .catch((error: unknown) => {
        const trouble = error instanceof Error ? error.message : String(error);
        this.#last.set(name, { ...begun, status: 'failed', trouble });
      })
      .then(() => void this.#running.delete(name));
    this.#running.set(name, rebuilding);
    await atMost(waitMs, rebuilding);
    return this.#last.get(name) ?? begun;
  }

  /** As an event, so that the next signed head of the log binds what was found. */
  async #record(view: string, projection: string, rebuilt: Rebuilt): Promise<void> {
    const { before, after, differing, position: at } = rebuilt;
    this.views.drift.set(view, differing.count);
    const rows = differing.rows.map(({ table, key, kind }) => ({ table, key, kind }));
    if (differing.count > 0) this.logger.error({ view, rows }, 'view is not what the events say');
    const position = formatPosition(at);
    const commandId = idOf(VIEWS_STREAM, projection, position, before.sha256, after.sha256);
    const place = { stream: VIEWS_STREAM, eventId: () => commandId };
    const { sha256, rows: count } = after;
    const data = { view, projection, position, sha256, rows: count, liveSha256: before.sha256 };
    const event = { type: 'ViewCompared', data: { ...data, differing: differing.count } } as const;
    await recordEvent<ViewAuditEvent>(this.store, place, { ...CAUSE, commandId }, event);
  }
}

const CAUSE = { client: 'projection-service', actor: 'projection-service' } as const;

const NOTHING_YET = {
  status: 'running',
  trouble: null,
  position: null,
  before: null,
  after: null,
  equal: null,
  differing: null,
  swapped: null,
  caughtUp: null,
  setAside: null,
  events: null,
  ms: null,
} as const;

function outcomeOf({ position, differing, ...rest }: Rebuilt): Partial<Rebuild> {
  const rows = differing.rows.map((row) => ({ ...row, columns: [...row.columns] }));
  const named = { count: differing.count, rows };
  return { ...rest, differing: named, status: 'done', position: formatPosition(position) };
}

async function atMost(ms: number, work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const timeUp = new Promise<void>((resolve) => (timer = setTimeout(resolve, ms)));
  await Promise.race([work, timeUp]);
  clearTimeout(timer);
}
