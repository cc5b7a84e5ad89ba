import {
  ConcurrencyConflict,
  EventDamaged,
  EventStoreUnavailable,
  type ExpectedRevision,
  StreamDeleted,
} from '#event-store';
import { checkStreamName, sizeOfAppend } from './append-size.js';
import { backUp } from './backup.js';
import { type Database, openDatabase } from './database.js';
import { type AppendDecision, decideAppend } from './decide-append.js';
import { damaged } from './errors.js';
import { GroupCommit } from './group-commit.js';
import { Indexer } from './indexer.js';
import { noteEvents, refuseLost } from './known-store.js';
import { Log } from './log.js';
import type { LogEntry } from './log-entry.js';
import { Meters } from './meters.js';
import { idOfRecorded, type ProposedEvent } from './recorded-event.js';
import { RecentIds, REMEMBERED_AT_OPEN } from './recent-ids.js';
import { replay } from './replay.js';
import { scavenge, type ScavengeReport } from './scavenge.js';
import { StreamIndex } from './stream-index.js';
import { describedBy, metastreamOf } from './stream-metadata.js';
import { Streams } from './streams.js';
import { type EventPlace, StreamWriter } from './stream-writer.js';
import { type Verification, verify } from './verify.js';
import { whyNotWritten } from './write-failure.js';
import { makeFolder } from './owner-only.js';
import { lockForWriting } from './writer-lock.js';

export type EngineOptions = {
  /** Folder of the store; created when missing. */
  readonly path: string;
  /** Largest sum of data, metadata and types of one append, in bytes. */
  readonly appendBytesMax: number;
};

/** Events for one stream. */
export type Append = {
  readonly stream: string;
  readonly events: readonly ProposedEvent[];
  readonly expected: ExpectedRevision;
};

/** What an append wrote; nothing when it was a repeat. */
type WrittenAppend = EventPlace & { readonly events: number; readonly bytes: number };
type Outcomes = readonly (WrittenAppend | Error)[];

/**
 * The store itself, in bytes and numbers: decides on appends in memory, one after the other, and
 * commits many at once. The port and the gRPC door are two faces of it.
 */
export class Engine {
  readonly log: Log;
  readonly streams: Streams;
  readonly index: StreamIndex;
  readonly commits: GroupCommit;
  readonly meters = new Meters();
  readonly #ids = new RecentIds();
  readonly #indexer: Indexer;
  readonly #writer: StreamWriter;
  #closing: Promise<void> | undefined;

  private constructor(
    private readonly db: Database,
    readonly options: EngineOptions,
    private readonly unlock: () => Promise<void>,
  ) {
    this.log = new Log(db.log);
    this.streams = new Streams(db.streams, 1);
    this.index = new StreamIndex(db.index);
    this.#indexer = new Indexer(db, this.streams, this.index);
    this.commits = new GroupCommit(
      db,
      this.log,
      this.#indexer,
      () => this.#recover(),
      (cause) => whyNotWritten(options.path, cause),
    );
    this.commits.measured = (ms, events) => this.meters.committed(ms, events);
    this.#writer = new StreamWriter(this.log, this.streams, this.index, this.#ids);
    refuseLost(options.path, this.log.last);
    replay(this, db, { ids: this.#ids, remember: REMEMBERED_AT_OPEN });
    this.#noteEvents();
  }

  /** @throws StoreNotOpened when the folder is in use, of another format, or not writable. */
  static async open(options: EngineOptions): Promise<Engine> {
    makeFolder(options.path);
    const unlock = await lockForWriting(options.path);
    let db: Database | undefined;
    try {
      db = await openDatabase(options.path);
      return new Engine(db, options, unlock);
    } catch (error) {
      await db?.reserve.close();
      await db?.root.close();
      await unlock();
      throw error instanceof EventDamaged ? damaged(options.path, error.message, error) : error;
    }
  }

  /**
   * Writes all events or none, and resolves once they are on disk.
   *
   * @throws ConcurrencyConflict, StreamDeleted, AppendTooLarge, RangeError: nothing was written.
   * @throws EventStoreUnavailable when the disk refused; repeat with the same ids.
   */
  async append(
    stream: string,
    events: readonly ProposedEvent[],
    expected: ExpectedRevision,
  ): Promise<EventPlace> {
    const outcomes = await this.appendEach([{ stream, events, expected }]);
    const outcome = outcomes[0] as EventPlace | Error;
    if (outcome instanceof Error) throw outcome;
    return outcome;
  }

  /** Several appends, each by itself; what `append` would throw of one is in its place. */
  appendEach(appends: readonly Append[]): Promise<readonly (EventPlace | Error)[]> {
    // The wait knows nothing of the events, so that they can go.
    const outcomes = appends.map((append) => this.#place(append));
    return this.#settle(outcomes, this.log.durable);
  }

  /**
   * Hides a stream's events until the next append to it, or ends it `forGood`.
   *
   * @throws ConcurrencyConflict, StreamDeleted, EventStoreUnavailable as append does.
   */
  async delete(stream: string, expected: ExpectedRevision, forGood: boolean): Promise<EventPlace> {
    try {
      checkStreamName(stream);
      this.#decide(stream, [], expected);
      const nothingThere = !this.streams.find(stream) && !this.streams.find(metastreamOf(stream));
      if (nothingThere && !forGood) throw new ConcurrencyConflict(stream, expected, null);
      const placed = forGood ? this.#writer.tombstone(stream) : this.#writer.softDelete(stream);
      await this.commits.durable(placed.position);
      this.meters.appended(1, 0);
      return placed;
    } catch (error) {
      throw this.#refused(error);
    }
  }

  /** The events at these positions, without those that were scavenged. */
  entriesAt(positions: readonly number[]): readonly LogEntry[] {
    const entries: LogEntry[] = [];
    for (const position of positions) {
      const entry = this.log.at(position);
      if (entry !== undefined) entries.push(entry);
    }
    return entries;
  }

  /** See `backUp`. */
  async backup(folder: string): Promise<void> {
    await backUp(this.db, folder);
  }

  /** Compares every index with the events; see `Verification`. */
  async verify(): Promise<Verification> {
    await this.commits.indexAll();
    return verify(this, this.db);
  }

  /**
   * Removes for good what metadata and deletion hide.
   *
   * @throws EventStoreUnavailable when the disk refused; what was removed by then stays removed.
   */
  async scavenge(): Promise<ScavengeReport> {
    await this.commits.indexAll();
    try {
      return await scavenge(this.db, this.log);
    } catch (error) {
      throw new EventStoreUnavailable(whyNotWritten(this.options.path, error), { cause: error });
    }
  }

  /** Refuses new appends, writes what waits, and gives the folder free. */
  close(): Promise<void> {
    this.#closing ??= this.#finish();
    return this.#closing;
  }

  /** Decides and writes in memory. */
  #place({ stream, events, expected }: Append): WrittenAppend | Error {
    try {
      checkStreamName(stream);
      const bytes = sizeOfAppend(events, this.options.appendBytesMax);
      const ids = events.map(({ id }) => id);
      const decision = this.#decide(stream, ids, expected);
      if (decision !== 'write') {
        return { ...this.#placeOf(stream, decision.repeatOf), events: 0, bytes: 0 };
      }
      const { revision, position } = this.#writer.write(stream, events);
      return { revision, position, events: events.length, bytes };
    } catch (error) {
      return this.#refused(error);
    }
  }

  async #settle(outcomes: Outcomes, durable: number): Promise<Outcomes> {
    let last = durable;
    for (const each of outcomes) if (!(each instanceof Error)) last = Math.max(last, each.position);
    try {
      if (last > durable) await this.commits.durable(last);
    } catch (error) {
      return outcomes.map((placed) =>
        placed instanceof Error || placed.position <= durable ? placed : this.#refused(error),
      );
    }
    for (const placed of outcomes) {
      if (!(placed instanceof Error)) this.meters.appended(placed.events, placed.bytes);
    }
    return outcomes;
  }

  #refused(error: unknown): Error {
    this.meters.refused(error);
    return error instanceof Error ? error : new Error(String(error));
  }

  #decide(stream: string, ids: readonly string[], expected: ExpectedRevision): AppendDecision {
    if (this.#closing) throw new EventStoreUnavailable('the event store is closing');
    const described = describedBy(stream);
    if (described !== undefined && this.streams.find(described)?.tombstoned) {
      throw new StreamDeleted(stream);
    }
    return decideAppend({
      stream,
      state: this.streams.find(stream),
      ids,
      expected,
      hasMetadata:
        expected === 'stream-exists' && this.streams.find(metastreamOf(stream)) !== undefined,
      idAt: (revision) => this.#idAt(stream, revision),
      revisionOf: (id) => this.#revisionOf(stream, id),
    });
  }

  #placeOf(stream: string, revision: number): EventPlace {
    return { revision, position: this.#positionOf(stream, revision) ?? this.log.durable };
  }

  #positionOf(stream: string, revision: number): number | undefined {
    const state = this.streams.find(stream);
    return state && this.index.forwards(state, revision, revision, 1).positions[0];
  }

  #idAt(stream: string, revision: number): string | undefined {
    const position = this.#positionOf(stream, revision);
    const entry = position === undefined ? undefined : this.log.at(position);
    return entry && idOfRecorded(entry.bytes);
  }

  #revisionOf(stream: string, id: string): number | undefined {
    const position = this.#ids.positionOf(id);
    const entry = position === undefined ? undefined : this.log.at(position);
    // After a commit that failed, another event may have the position that was remembered.
    if (entry === undefined || idOfRecorded(entry.bytes) !== id) return undefined;
    return entry.fields.stream === stream ? entry.fields.revision : undefined;
  }

  #noteEvents(): void {
    const note = () => this.log.durable > 0 && noteEvents(this.options.path);
    if (note()) return;
    const stop = this.commits.onCommit(() => {
      if (note()) stop();
    });
  }

  #recover(): void {
    this.db.root.resetReadTxn();
    this.log.recover();
    this.#indexer.recover();
    replay(this, this.db, { ids: this.#ids, remember: 0 });
  }

  async #finish(): Promise<void> {
    try {
      await this.commits.drain();
      await this.db.reserve.close();
      await this.db.root.close();
    } finally {
      await this.unlock();
    }
  }
}
