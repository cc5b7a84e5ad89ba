import { setImmediate as turn } from 'node:timers/promises';
import { idOf, newEvents, type EventStore, type NewEvent } from '#event-store';
import type { Clock } from '#platform';
import { readStatement, type Reading, type Source } from '#statements';
import {
  importStream,
  type Counts,
  type ImportEvent,
  type ImportFinished,
  type ImportStarted,
} from './import-events.js';
import { LineStreams, type LineItem } from './line-streams.js';
import { masked } from './masked.js';

/** Lines of one step; each step is recorded before the next begins. */
const BATCH_MAX = 500;

export type ImportRun = {
  readonly store: EventStore;
  readonly clock: Clock;
  readonly started: ImportStarted['data'];
  readonly source: Source;
  readonly reading: Reading;
  readonly onProgress: (linesDone: number) => void;
  readonly stopping: AbortSignal;
};

/**
 * Records what a file holds. It may be killed anywhere and run again: each event has an id that
 * follows from the file, and is stored once.
 */
export async function recordImport(run: ImportRun): Promise<ImportFinished['data']> {
  const { importId } = run.started;
  const recorder = new Recorder(run);
  let lines: LineItem[] = [];
  let at = 0;
  for await (const item of readStatement(run.source, run.reading)) {
    const kept = masked(item);
    at += 1;
    if (kept.kind === 'refused') {
      const { row, reason, raw } = kept;
      recorder.add({ type: 'ImportLineRefused', data: { importId, item: at, row, reason, raw } });
    } else if (kept.kind === 'settlement-line' || kept.kind === 'bank-line') {
      lines.push({ ...kept, item: at });
    }
    if (lines.length < BATCH_MAX && recorder.waiting < BATCH_MAX) continue;
    await recorder.record(lines);
    lines = [];
    run.stopping.throwIfAborted();
    await turn();
  }
  await recorder.record(lines);
  return recorder.finish();
}

class Recorder {
  #events: ImportEvent[] = [];
  #counts: Counts = { recorded: 0, known: 0, differing: 0 };
  #batch = 0;
  readonly #lines: LineStreams;

  constructor(private readonly run: ImportRun) {
    this.#lines = new LineStreams(run.store, run.started.importId);
  }

  get waiting(): number {
    return this.#events.length;
  }

  add(event: ImportEvent): void {
    this.#events.push(event);
  }

  /** Lines first: what says that they are recorded must be true. */
  async record(lines: readonly LineItem[]): Promise<void> {
    if (lines.length === 0 && this.#events.length === 0) return;
    const { differed, ...counts } = await this.#lines.record(lines);
    const { importId } = this.run.started;
    this.#batch += 1;
    const data = { importId, batch: this.#batch, ...counts };
    this.#events.push(...differed, { type: 'ImportLinesRecorded', data });
    await this.#append();
    this.#counts = sumOf(this.#counts, counts);
    this.run.onProgress(this.#counts.recorded + this.#counts.known);
  }

  async finish(): Promise<ImportFinished['data']> {
    const { importId } = this.run.started;
    const data = { importId, finishedAt: this.run.clock.nowIso, ...this.#counts };
    this.add({ type: 'ImportFinished', data });
    await this.#append();
    return data;
  }

  async #append(): Promise<void> {
    const { started, store } = this.run;
    await appendImport(store, started, this.#events);
    this.#events = [];
  }
}

function sumOf(one: Counts, other: Counts): Counts {
  return {
    recorded: one.recorded + other.recorded,
    known: one.known + other.known,
    differing: one.differing + other.differing,
  };
}

/** Bytes of one append, far below what a store takes. */
const APPEND_BYTES_MAX = 512 * 1024;

/** Safe to repeat: what the events are is their id. */
export async function appendImport(
  store: EventStore,
  { importId, startedBy }: Pick<ImportStarted['data'], 'importId' | 'startedBy'>,
  events: readonly ImportEvent[],
): Promise<void> {
  const cause = {
    client: startedBy,
    actor: `import:${importId}`,
    commandId: idOf('import', importId),
  };
  const all = newEvents({ eventId: (_cause, event) => importEventId(event) }, cause, events, 0);
  for (const part of partsOf(all)) await store.append(importStream(importId), part, 'any');
}

function importEventId({ type, data }: ImportEvent): string {
  const place = 'item' in data ? data.item : 'batch' in data ? data.batch : 0;
  return idOf(type, data.importId, String(place));
}

function* partsOf(events: readonly NewEvent[]): Generator<NewEvent[]> {
  let part: NewEvent[] = [];
  let bytes = 0;
  for (const event of events) {
    const size = JSON.stringify(event.data).length * 3;
    if (part.length > 0 && bytes + size > APPEND_BYTES_MAX) {
      yield part;
      part = [];
      bytes = 0;
    }
    part.push(event);
    bytes += size;
  }
  if (part.length > 0) yield part;
}
