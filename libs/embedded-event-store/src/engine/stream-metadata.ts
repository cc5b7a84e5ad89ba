import { randomUUID } from 'node:crypto';
import type { ProposedEvent } from './recorded-event.js';
import { parseStreamMetadata, type StreamState } from './stream-state.js';
import type { Streams } from './streams.js';

/** Type of the events in a metadata stream `$$stream`; the last one counts. */
export const METADATA_EVENT = '$metadata';

/** The metadata that hides all events of a stream: 2^63 - 1, which no double can say. */
export const SOFT_DELETE = '{"$tb":9223372036854775807}';

const PREFIX = '$$';

export type MetadataJson = Readonly<Record<string, unknown>>;

export function metastreamOf(stream: string): string {
  return PREFIX + stream;
}

/** The stream that a metadata stream describes; undefined for any other stream. */
export function describedBy(stream: string): string | undefined {
  return stream.startsWith(PREFIX) ? stream.slice(PREFIX.length) : undefined;
}

export function metadataEvent(data: string): ProposedEvent {
  const contentType = 'application/json';
  return { id: randomUUID(), type: METADATA_EVENT, contentType, data, metadata: '' };
}

/** Applies a `$metadata` event to the stream it describes. */
export function describeStream(streams: Streams, described: string, data: Buffer): StreamState {
  const state = streams.obtain(described);
  state.metadata = parseStreamMetadata(data);
  state.changes += 1;
  return state;
}

/** The members of a `$metadata` event; none when its data is not a JSON object. */
export function readMetadata(data: Buffer): MetadataJson {
  try {
    const json: unknown = JSON.parse(data.toString());
    return typeof json === 'object' && json !== null ? (json as MetadataJson) : {};
  } catch {
    return {};
  }
}
