import { isDeepStrictEqual } from 'node:util';
import { EventDamaged } from '#event-store';
import type { Database } from './database.js';
import type { Readable } from './readable.js';
import type { LogEntry } from './log-entry.js';
import { DELETED_REVISION } from './recorded-event.js';
import { chunksOf } from './stream-index.js';
import { METADATA_EVENT, metastreamOf } from './stream-metadata.js';
import { streamRecords } from './stream-records.js';
import { parseStreamMetadata, type StreamMetadata, type StreamState } from './stream-state.js';
import { nextTurn } from './turns.js';

/** What a store was found to be; sound when there is no problem. */
export type Verification = {
  readonly events: number;
  readonly streams: number;
  /** Of these events, those without a checksum: a version before checksums wrote them. */
  readonly withoutChecksum: number;
  /** The first of them, in words. */
  readonly problems: readonly string[];
};

const PAGE = 512;
const PROBLEMS_MAX = 20;

/**
 * Reads every event again, derives from it what the index and the streams' records must hold, and
 * compares. Other work goes on meanwhile; events appended after the start are not looked at.
 */
export async function verify(engine: Readable, db: Database): Promise<Verification> {
  const problems: string[] = [];
  const report = (problem: string) => {
    if (problems.length < PROBLEMS_MAX) problems.push(problem);
  };
  const log = await verifyLog(engine, report);
  const streams = await verifyIndex(engine, db, report);
  return { ...log, streams, problems };
}

type Report = (problem: string) => void;

async function verifyLog(
  engine: Readable,
  report: Report,
): Promise<Pick<Verification, 'events' | 'withoutChecksum'>> {
  const end = engine.log.durable;
  let events = 0;
  let withoutChecksum = 0;
  for (let next = 1; next <= end;) {
    const page = engine.log.forwards(next, PAGE);
    for (const entry of page.entries) {
      if (entry.position > end) break;
      undamaged(() => verifyEvent(engine, entry, report), report);
      events += 1;
      if (!entry.hasChecksum) withoutChecksum += 1;
    }
    next = page.next;
    await nextTurn();
  }
  return { events, withoutChecksum };
}

/** Goes on behind an event that cannot be read. */
function undamaged(check: () => void, report: Report): void {
  try {
    check();
  } catch (error) {
    if (!(error instanceof EventDamaged)) throw error;
    report(error.message);
  }
}

function verifyEvent({ streams, index }: Readable, entry: LogEntry, report: Report): void {
  const { position } = entry;
  const { stream, revision } = entry.fields;
  const state = streams.find(stream);
  if (!state) {
    report(`stream ${stream} of the event at ${position} is unknown`);
    return;
  }
  if (revision === DELETED_REVISION) {
    if (state.tombstone !== position) report(`stream ${stream} does not know its tombstone`);
    return;
  }
  const [indexed] = index.forwards(state, revision, revision, 1).positions;
  if (indexed !== position) {
    report(`revision ${revision} of ${stream} is at ${position}, the index says ${indexed}`);
  }
}

/** Every entry must follow the one before it, and reach up to its stream's head. */
async function verifyIndex(engine: Readable, db: Database, report: Report): Promise<number> {
  let streams = 0;
  for await (const record of streamRecords(db)) {
    const { name, number, head, tombstoned } = record;
    streams += 1;
    let last = -1;
    let lastPosition = 0;
    for (const { first, positions } of chunksOf(db.index, number)) {
      if (first <= last) report(`stream ${name} has revision ${first} in two index entries`);
      for (const position of positions) {
        if (position <= lastPosition) report(`stream ${name} goes back to position ${position}`);
        lastPosition = position;
      }
      last = first + positions.length - 1;
    }
    const scavenged = last === -1 && tombstoned;
    if (last !== head && !scavenged) {
      report(`stream ${name} ends at revision ${head}, its index at ${last}`);
    }
    undamaged(() => verifyRecord(engine, record, report), report);
  }
  return streams;
}

/** What a record says beside the head must be what the log says. */
function verifyRecord(engine: Readable, { name, number }: StreamState, report: Report): void {
  if (number >= engine.streams.nextNumber) {
    report(`stream ${name} has number ${number}, which would be given again`);
  }
  const state = engine.streams.find(name);
  if (!state) return; // Its key is the hash of a long name.
  if (state.tombstoned) {
    const ended = engine.log.at(state.tombstone)?.fields;
    if (ended?.stream !== name || ended.revision !== DELETED_REVISION) {
      report(`stream ${name} has no tombstone at ${state.tombstone}`);
    }
    return;
  }
  const written = lastMetadata(engine, name);
  if (written !== undefined && !isDeepStrictEqual(written, state.metadata)) {
    report(`stream ${name} has metadata ${JSON.stringify(state.metadata)}, not what was written`);
  }
}

/** Undefined when the metadata stream does not end with metadata. */
function lastMetadata({ streams, index, log }: Readable, name: string): StreamMetadata | undefined {
  const state = streams.find(metastreamOf(name));
  if (!state) return {};
  const [position = 0] = index.forwards(state, state.head, state.head, 1).positions;
  const fields = log.at(position)?.fields;
  return fields?.type === METADATA_EVENT ? parseStreamMetadata(fields.data) : undefined;
}
