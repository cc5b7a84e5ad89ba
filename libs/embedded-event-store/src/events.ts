import type { Json, Metadata, NewEvent, Position, RecordedEvent, StoredEvent } from '#event-store';
import type { LogEntry } from './engine/log-entry.js';
import type { ProposedEvent } from './engine/recorded-event.js';

/** The protocol counts time in units of 100 ns. */
const TICKS_PER_MS = 10_000n;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** @throws RangeError when the event's id is not a UUID or its type is empty. */
export function propose({ id, type, data, metadata }: NewEvent): ProposedEvent {
  if (!UUID.test(id)) throw new RangeError(`event id must be a UUID, got "${id}"`);
  if (type === '') throw new RangeError('event type must not be empty');
  return {
    id: id.toLowerCase(),
    type,
    contentType: 'application/json',
    data: JSON.stringify(data),
    metadata: JSON.stringify(metadata),
  };
}

export function toRecordedEvent({ fields }: LogEntry): RecordedEvent {
  const { id, stream, revision, position, type, createdMs } = fields;
  return {
    id,
    stream,
    revision: BigInt(revision),
    position: positionOf(position),
    type,
    data: fields.isJson ? parse(fields.data) : fields.data.toString('base64'),
    metadata: (fields.metadata.length === 0 ? {} : parse(fields.metadata)) as Metadata,
    recordedAt: new Date(createdMs).toISOString(),
  };
}

/** Its bytes lie in the database's memory: they hold until the next turn of the event loop. */
export function toStoredEvent({ fields }: LogEntry): StoredEvent {
  const { id, stream, revision, position, type, isJson, createdMs, data, metadata } = fields;
  return {
    id,
    stream,
    revision: BigInt(revision),
    position: positionOf(position),
    type,
    contentType: isJson ? 'application/json' : 'application/octet-stream',
    createdTicks: BigInt(createdMs) * TICKS_PER_MS,
    data,
    metadata,
  };
}

/** The engine counts positions; commit and prepare are always the same here. */
export function positionOf(position: number): Position {
  const both = BigInt(position);
  return { commit: both, prepare: both };
}

/** What another client wrote as JSON but is not comes as text, never as an error. */
function parse(bytes: Buffer): Json {
  const text = bytes.toString();
  try {
    return JSON.parse(text) as Json;
  } catch {
    return text;
  }
}
