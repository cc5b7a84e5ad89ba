import {
  Injectable,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { CASE_STREAM_PREFIX } from '#cases';
import { comparePositions, EventStore, follow, followOn, type Position } from '#event-store';
import { PAYMENT_STREAM_PREFIX } from '#payments';
import { Logger } from '#platform';
import { Views } from '../views/views.js';
import { deskMessageOf, textOf } from './desk-message.js';

const STREAM_PREFIXES = [CASE_STREAM_PREFIX, PAYMENT_STREAM_PREFIX];

/** Events that are read again for a listener; after more it reads its lists again. */
const CATCH_UP_EVENTS_MAX = 10_000;

const VIEW_LOOK_MS = 1_000;

/** Takes a text in the form of server-sent events. */
export type Listener = (text: string) => void;

/** What happens at the desk, for all who listen: one subscription a process, however many. */
@Injectable()
export class DeskFeed implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #listeners = new Set<Listener>();
  readonly #enders = new Set<() => void>();
  readonly #stopping = new AbortController();
  #running: Promise<unknown> = Promise.resolve();
  #viewPosition: string | null = null;
  #timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly eventStore: EventStore,
    private readonly views: Views,
    private readonly logger: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.#running = followOn(
      this.#stopping.signal,
      () => this.#follow(),
      (error) => {
        this.logger.error({ err: error }, 'the desk cannot be followed, will try again');
      },
    );
    this.#timer = setInterval(() => void this.#lookAtView(), VIEW_LOOK_MS);
    this.#timer.unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.#timer);
    this.#stopping.abort();
    for (const end of this.#enders) end();
    await this.#running;
  }

  get size(): number {
    return this.#listeners.size;
  }

  /**
   * Tells a listener what happens from now on, and before that what happened since a position.
   *
   * @param end called when the process is about to end.
   * @returns ends it.
   */
  async listen(listener: Listener, since: Position | null, end: () => void): Promise<() => void> {
    let told = since;
    let missed: string[] | null = [];
    const live: Listener = (text) => {
      if (missed) missed.push(text);
      else listener(text);
    };
    this.#listeners.add(live);
    this.#enders.add(end);
    const stop = (): void => {
      this.#listeners.delete(live);
      this.#enders.delete(end);
    };
    try {
      if (told) told = await this.#catchUp(listener, told);
    } catch (error) {
      stop();
      throw error;
    }
    const waiting = missed;
    missed = null;
    for (const text of waiting) if (isAfter(text, told)) listener(text);
    return stop;
  }

  /** @returns the last position that the listener knows of. */
  async #catchUp(listener: Listener, since: Position): Promise<Position> {
    let told = since;
    let events = 0;
    const options = { from: since, streamPrefixes: STREAM_PREFIXES };
    for await (const recorded of this.eventStore.readAll(options)) {
      if (comparePositions(recorded.position, since) <= 0) continue;
      events += 1;
      if (events > CATCH_UP_EVENTS_MAX) {
        listener('event: missed\ndata: {}\n\n');
        return told;
      }
      told = recorded.position;
      const message = deskMessageOf(recorded);
      if (message) listener(textOf(message));
    }
    return told;
  }

  #follow(): Promise<void> {
    return follow(this.eventStore, {
      after: 'end',
      streamPrefixes: STREAM_PREFIXES,
      signal: this.#stopping.signal,
      onEvent: (recorded) => {
        if (this.#listeners.size === 0) return;
        const message = deskMessageOf(recorded);
        if (message) this.#tell(textOf(message));
      },
    });
  }

  /** Without an id: a view is behind the store, and what happened is not to be told twice. */
  async #lookAtView(): Promise<void> {
    if (this.#listeners.size === 0) return;
    try {
      const position = await this.views.reached('cases');
      if (position === this.#viewPosition) return;
      this.#viewPosition = position;
      this.#tell(`event: view-moved\ndata: ${JSON.stringify({ view: 'cases', position })}\n\n`);
    } catch {
      // The database is away; health says so.
    }
  }

  #tell(text: string): void {
    for (const listener of this.#listeners) listener(text);
  }
}

/** Whether a message is later than a position; those without an id always are. */
function isAfter(text: string, told: Position | null): boolean {
  const id = /^id: (\d+)\/(\d+)/.exec(text);
  if (!id || told === null) return true;
  const position = { commit: BigInt(id[1] ?? 0), prepare: BigInt(id[2] ?? 0) };
  return comparePositions(position, told) > 0;
}
