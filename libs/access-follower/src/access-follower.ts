import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import {
  OpenSessions,
  RIGHTS_STREAM,
  RIGHTS_STREAM_TYPE,
  SESSION_STREAM,
  upcastSession,
} from '#access';
import {
  EventStore,
  EventStoreUnavailable,
  follow,
  followOn,
  lastMark,
  StoreDiverged,
  type Mark,
  type RecordedEvent,
} from '#event-store';
import { ApiKeys, Logger, Metrics } from '#platform';

const STREAMS: readonly string[] = [RIGHTS_STREAM, SESSION_STREAM];

/**
 * Follows who may do what, so that a key that is made or revoked counts here within moments. While
 * the event store is away, what was read last goes on counting, and keys expire by the clock.
 */
@Injectable()
export class AccessFollower implements OnApplicationBootstrap, OnModuleDestroy {
  #rights = RIGHTS_STREAM_TYPE.initial;
  readonly #sessions = new OpenSessions();
  readonly #revisions = new Map<string, bigint>();
  #mark: Mark | null | undefined;
  /** Null: it is followed. Before the first reading: since the start. */
  #lostSinceMs: number | null = performance.now();
  #following: Promise<void> = Promise.resolve();
  readonly #stopping = new AbortController();

  constructor(
    private readonly store: EventStore,
    private readonly keys: ApiKeys,
    private readonly logger: Logger,
    metrics: Metrics,
  ) {
    metrics.add({
      name: 'access_rights_unfollowed_seconds',
      help: 'For how long keys that were made or revoked have not been heard of here.',
      type: 'gauge',
      read: () => [{ value: this.unfollowedMs / 1000 }],
    });
  }

  get unfollowedMs(): number {
    return this.#lostSinceMs === null ? 0 : performance.now() - this.#lostSinceMs;
  }

  /** The first reading is waited for where the store answers; an absent one holds up nothing. */
  async onApplicationBootstrap(): Promise<void> {
    const { signal } = this.#stopping;
    const first = this.#read().catch((error: unknown) => this.#lost(error));
    await first;
    this.#following = followOn(
      signal,
      () => this.#follow(signal),
      (error) => this.#lost(error),
    );
  }

  async onModuleDestroy(): Promise<void> {
    this.#stopping.abort();
    await this.#following;
  }

  async #read(): Promise<void> {
    // The end is noted first, so that nothing falls between reading and following.
    const mark = await lastMark(this.store);
    for (const stream of STREAMS) {
      for await (const event of this.store.read(stream)) this.#apply(event);
    }
    this.#tell();
    this.#mark = mark;
    this.#lostSinceMs = null;
  }

  async #follow(signal: AbortSignal): Promise<void> {
    if (this.#mark === undefined) await this.#read();
    await follow(this.store, {
      after: this.#mark ?? 'start',
      streamPrefixes: STREAMS,
      signal,
      onEvent: (event) => {
        this.#apply(event);
        this.#tell();
      },
      onCaughtUp: () => {
        this.#lostSinceMs = null;
      },
      onLost: (error) => this.#lost(error),
    });
  }

  #apply({ stream, revision, type, data }: RecordedEvent): void {
    if (!STREAMS.includes(stream) || revision <= (this.#revisions.get(stream) ?? -1n)) return;
    if (stream === SESSION_STREAM) this.#sessions.take(upcastSession(type, data));
    else
      this.#rights = RIGHTS_STREAM_TYPE.evolve(this.#rights, RIGHTS_STREAM_TYPE.upcast(type, data));
    this.#revisions.set(stream, revision);
  }

  #tell(): void {
    this.keys.know({ ...this.#rights, sessions: this.#sessions });
  }

  #lost(error: unknown): void {
    this.#lostSinceMs ??= performance.now();
    if (error instanceof StoreDiverged) {
      this.#rights = RIGHTS_STREAM_TYPE.initial;
      this.#sessions.clear();
      this.#revisions.clear();
      this.#mark = undefined;
    }
    if (error instanceof EventStoreUnavailable) {
      this.logger.warn({ err: error }, 'keys that are made or revoked are not heard of for now');
    } else {
      this.logger.error({ err: error }, 'keys that are made or revoked are not heard of');
    }
  }
}
