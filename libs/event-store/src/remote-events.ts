import type { RecordedEvent as ClientEvent } from '@eventstore/db-client';
import type { Json, Metadata, RecordedEvent } from './event-store.js';
import { POSITION_START } from './position.js';

export function toRecordedEvent(event: ClientEvent): RecordedEvent {
  const { id, type, streamId, revision, created, position = POSITION_START } = event;
  return {
    id,
    type,
    stream: streamId,
    revision,
    position: { commit: position.commit, prepare: position.prepare },
    data: toJson(event.data),
    metadata: (event.metadata ?? {}) as Metadata,
    recordedAt: created.toISOString(),
  };
}

/** Whether the server wrote it for its own use. */
export function isSystemEvent({ stream, type }: Pick<RecordedEvent, 'stream' | 'type'>): boolean {
  return stream.startsWith('$') || type.startsWith('$');
}

/** Bytes that another writer stored come as base64. */
function toJson(data: unknown): Json {
  return data instanceof Uint8Array ? Buffer.from(data).toString('base64') : (data as Json);
}
