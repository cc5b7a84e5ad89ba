import { EventStoreUnavailable } from '#event-store';
import type { Database } from './database.js';
import type { Indexer } from './indexer.js';
import type { Log } from './log.js';
import { WriteBatch } from './write-batch.js';

type Waiting = {
  readonly resolve: () => void;
  readonly reject: (error: Error) => void;
};

/**
 * Takes all appends that arrive while a commit is on its way to the disk into the next one.
 * LMDB writes and flushes on a thread of its own, so the event loop goes on meanwhile.
 */
export class GroupCommit {
  /** Called after each commit that succeeded: how long it took, and of how many events it was. */
  measured: (ms: number, events: number) => void = () => undefined;
  #waiting: Waiting[] = [];
  #running: Promise<void> | undefined;
  readonly #listeners = new Set<() => void>();

  constructor(
    private readonly db: Database,
    private readonly log: Log,
    private readonly indexer: Indexer,
    /** Puts memory back to what is on disk, after a commit that failed. */
    private readonly recover: () => void,
    /** What an operator should know about a failed write, from the system's reason. */
    private readonly explain: (cause: unknown) => string,
  ) {}

  /**
   * Resolves once everything up to `position` is on disk.
   *
   * @throws EventStoreUnavailable when it could not be written.
   */
  durable(position: number): Promise<void> {
    return position <= this.log.durable ? Promise.resolve() : this.#nextCommit();
  }

  /** Calls `listener` after each commit, until the returned function is called. */
  onCommit(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /**
   * Resolves once the index of all that was appended until now is on disk, however much is appended
   * meanwhile. What a disk refuses is left to the next opening; its append fails.
   */
  async indexAll(): Promise<void> {
    const upTo = this.log.last;
    try {
      while (this.indexer.indexedTo < upTo) {
        this.indexer.collect(this.log.last, true);
        await this.#nextCommit();
      }
    } catch (error) {
      if (!(error instanceof EventStoreUnavailable)) throw error;
    }
  }

  /** Writes all that waits, and the whole index. Ends only when no append is under way any more. */
  async drain(): Promise<void> {
    await this.indexAll();
    await this.#running;
  }

  /** @throws EventStoreUnavailable when it failed. */
  #nextCommit(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ resolve, reject });
      this.#start();
    });
  }

  #start(): void {
    this.#running ??= this.#run();
  }

  /** Over in the same moment in which nothing waits, or what comes next would wait for ever. */
  async #run(): Promise<void> {
    try {
      await microtasksDone();
      while (this.#waiting.length > 0 || this.log.last > this.log.durable || this.indexer.busy) {
        await this.#commitWaiting();
        await microtasksDone();
      }
    } finally {
      this.#running = undefined;
    }
  }

  async #commitWaiting(): Promise<void> {
    const waiting = this.#waiting;
    this.#waiting = [];
    try {
      await this.#commit();
    } catch (error) {
      this.#fail([...waiting, ...this.#waiting], error);
      return;
    }
    for (const { resolve } of waiting) resolve();
    for (const listener of this.#listeners) listener();
  }

  async #commit(): Promise<void> {
    const { log, indexer } = this;
    const to = log.last;
    const events = to - log.durable;
    const startedAt = performance.now();
    const batch = new WriteBatch();
    log.write(batch, to);
    indexer.collect(to, false);
    const indexWritten = indexer.write(batch, events);
    await batch.commit(this.db);
    log.durable = to;
    indexWritten?.();
    this.measured(performance.now() - startedAt, events);
  }

  #fail(waiting: readonly Waiting[], cause: unknown): void {
    this.#waiting = [];
    this.recover();
    const error = new EventStoreUnavailable(this.explain(cause), { cause });
    for (const { reject } of waiting) reject(error);
  }
}

/**
 * Resolves after all microtasks: callers that append at the answer to an append then share the next
 * commit, instead of the first one having it alone.
 */
function microtasksDone(): Promise<void> {
  return new Promise((resolve) => process.nextTick(resolve));
}
