import { setTimeout as sleep } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { follow, StoreDiverged, type EventStore, type Mark } from '#event-store';
import { PoisonEvent } from './apply.js';
import { disown, own } from './ownership.js';
import { schemaOf, type CheckedProjection } from './projection.js';
import { rebuild, type Rebuilt } from './rebuild.js';
import { Session } from './session.js';
import { reasonOf, type SetAside } from './set-aside.js';

const RETRY_MS_MIN = 50;
const RETRY_MS_MAX = 2_000;
/** How often a view looks whether the event store it was built from is back. */
const DIVERGED_RETRY_MS = 5_000;

const DIVERGED_ADVICE =
  'Bring back the event store that this view was built from, or rebuild the view to follow this one';

export type RunnerStatus =
  /** Another process builds this view; this one takes over when that one goes. */
  | 'standing-by'
  | 'catching-up'
  | 'live'
  /** The event store or the database is away; tried again within seconds. */
  | 'waiting'
  /** It cannot go on by itself: see the trouble. The view stays where it is. */
  | 'stopped';

export type RunnerState = {
  readonly status: RunnerStatus;
  /** Why it waits or is stopped, in one sentence. */
  readonly trouble: string | null;
};

export type RunnerOptions = {
  readonly dataSource: DataSource;
  readonly store: EventStore;
  readonly onState?: (state: RunnerState) => void;
  /** An event cannot be applied; the view goes on without it and its stream. */
  readonly onSetAside?: (aside: SetAside) => void;
};

/** This process does not build the view now, so it cannot rebuild it. */
export class NotRunningHere extends Error {
  override readonly name = 'NotRunningHere';
}

/**
 * Builds one view from the event store, alone among all processes, until it is stopped. Trouble of
 * one view touches no other.
 */
export class ProjectionRunner {
  readonly #schema: string;
  readonly #stopping = new AbortController();
  #state: RunnerState = { status: 'waiting', trouble: 'not started' };
  #session: Session | null = null;
  /** Under way. */
  #rebuilds = 0;
  #running: Promise<void> = Promise.resolve();

  constructor(
    readonly projection: CheckedProjection,
    private readonly options: RunnerOptions,
  ) {
    this.#schema = schemaOf(projection.name);
  }

  get state(): RunnerState {
    return this.#state;
  }

  start(): void {
    this.#running = this.#run(this.#stopping.signal);
  }

  /** Finishes the transaction at hand. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#running;
  }

  /**
   * Builds the view again beside the live one, compares both and swaps them.
   *
   * @throws NotRunningHere when another process builds this view.
   * @throws PoisonEvent when too many events cannot be applied; the live view stays.
   */
  async rebuild({ swap = true }: { readonly swap?: boolean } = {}): Promise<Rebuilt> {
    const session = this.#session;
    if (!session) throw new NotRunningHere(`${this.projection.name} is not being built here`);
    const { dataSource, store } = this.options;
    this.#rebuilds += 1;
    try {
      return await rebuild({ dataSource, store, projection: this.projection, session, swap });
    } finally {
      this.#rebuilds -= 1;
    }
  }

  /** Begins again from the checkpoint, for a view that makes no progress. */
  restart(): void {
    this.#session?.end();
  }

  async #run(stopping: AbortSignal): Promise<void> {
    let retryMs = RETRY_MS_MIN;
    while (!stopping.aborted) {
      const startedMs = performance.now();
      try {
        await this.#takeTurn(stopping);
      } catch (error) {
        this.#enter('waiting', reasonOf(error));
      }
      // A turn that went well for a while is no reason to wait long.
      const lasted = performance.now() - startedMs > RETRY_MS_MAX;
      retryMs = lasted ? RETRY_MS_MIN : Math.min(retryMs * 2, RETRY_MS_MAX);
      await sleep(retryMs, undefined, { signal: stopping }).catch(() => undefined);
    }
  }

  async #takeTurn(stopping: AbortSignal): Promise<void> {
    const connection = await own(this.options.dataSource, this.#schema);
    if (!connection) {
      this.#enter('standing-by');
      return;
    }
    const { store, onSetAside = () => undefined } = this.options;
    try {
      const target = { connection, schema: this.#schema, projection: this.projection };
      const session = await Session.open(target, store, onSetAside);
      this.#session = session;
      await this.#goOn(session, stopping);
    } finally {
      this.#session = null;
      await disown(connection, this.#schema);
    }
  }

  async #goOn(session: Session, stopping: AbortSignal): Promise<void> {
    try {
      const after = await session.start();
      this.#enter('catching-up');
      await this.#build(session, after, stopping);
    } catch (error) {
      if (!(error instanceof StoreDiverged)) throw error;
      this.#enter('stopped', `${error.message}. ${DIVERGED_ADVICE}`);
      const end = (): void => session.end();
      stopping.addEventListener('abort', end);
      if (stopping.aborted) end();
      try {
        // A rebuild replays for longer than that, and then needs this session for the swap.
        while ((await session.idle(DIVERGED_RETRY_MS)) && this.#rebuilds > 0);
      } finally {
        end();
        stopping.removeEventListener('abort', end);
      }
    }
  }

  /** Reads and applies side by side until stopped or until one of them fails. */
  async #build(session: Session, after: Mark | 'start', stopping: AbortSignal): Promise<void> {
    const ending = new AbortController();
    const end = (): void => {
      ending.abort();
      session.end();
    };
    stopping.addEventListener('abort', end);
    if (stopping.aborted) end();
    const reading = this.#read(session, after, ending.signal).catch((error: unknown) => {
      end();
      throw error;
    });
    try {
      await Promise.all([reading, this.#apply(session, () => ending.abort())]);
    } finally {
      end();
      stopping.removeEventListener('abort', end);
      await reading.catch(() => undefined);
    }
  }

  async #read(session: Session, after: Mark | 'start', signal: AbortSignal): Promise<void> {
    await follow(this.options.store, {
      after,
      streamPrefixes: this.projection.streamPrefixes,
      signal,
      onEvent: (event) => session.arrive({ kind: 'event', event }),
      onCheckpoint: (position) => session.arrive({ kind: 'checkpoint', position }),
      onCaughtUp: () => session.arrive({ kind: 'caught-up', announce: () => this.#enter('live') }),
      onLost: (error) => this.#enter('waiting', error.message),
    });
  }

  async #apply(session: Session, stopReading: () => void): Promise<void> {
    try {
      await session.work();
    } catch (error) {
      if (!(error instanceof PoisonEvent)) throw error;
      stopReading();
      this.#enter('stopped', error.message);
      // The view stays owned, so that no other process stumbles over the same event, and so that a
      // rebuild can be asked for. After one, the next turn tries the event again.
      await session.idle();
    } finally {
      stopReading();
    }
  }

  #enter(status: RunnerStatus, trouble: string | null = null): void {
    const changed = this.#state.status !== status || this.#state.trouble !== trouble;
    this.#state = { status, trouble };
    if (changed) this.options.onState?.(this.#state);
  }
}
