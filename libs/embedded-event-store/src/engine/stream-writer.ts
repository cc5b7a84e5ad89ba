import { randomUUID } from 'node:crypto';
import type { Log } from './log.js';
import { DELETED_REVISION, encodeRecordedEvent, type ProposedEvent } from './recorded-event.js';
import type { RecentIds } from './recent-ids.js';
import type { StreamIndex } from './stream-index.js';
import {
  describedBy,
  describeStream,
  METADATA_EVENT,
  metadataEvent,
  type MetadataJson,
  metastreamOf,
  readMetadata,
  SOFT_DELETE,
} from './stream-metadata.js';
import type { Streams } from './streams.js';

/** Where the last event of an append went. */
export type EventPlace = { readonly revision: number; readonly position: number };

type Revival = {
  readonly stream: string;
  /** First revision that is visible again. */
  readonly from: number;
  readonly metadata: MetadataJson;
};

/** Type of the event that ends a stream for good. */
const TOMBSTONE_EVENT = '$streamDeleted';

/** Gives decided events their places in stream and log. Memory only: the commit follows. */
export class StreamWriter {
  constructor(
    private readonly log: Log,
    private readonly streams: Streams,
    private readonly index: StreamIndex,
    private readonly ids: RecentIds,
  ) {}

  /** Writing to a softly deleted stream, or to its metadata, revives it with the next revision. */
  write(stream: string, events: readonly ProposedEvent[]): EventPlace {
    if (events.length === 0) return this.#nothing(stream);
    const revival = this.#revivalBy(stream, events);
    const placed = this.#add(stream, events);
    if (revival) {
      const data = JSON.stringify({ ...revival.metadata, $tb: revival.from });
      this.#add(metastreamOf(revival.stream), [metadataEvent(data)]);
    }
    return placed;
  }

  /** Hides all events of a stream until the next append to it. */
  softDelete(stream: string): EventPlace {
    return this.#add(metastreamOf(stream), [metadataEvent(SOFT_DELETE)]);
  }

  /** Ends a stream for good. */
  tombstone(stream: string): EventPlace {
    const state = this.streams.obtain(stream);
    const position = this.log.last + 1;
    const bytes = encodeRecordedEvent(
      {
        id: randomUUID(),
        type: TOMBSTONE_EVENT,
        contentType: 'application/json',
        data: '{}',
        metadata: '',
      },
      { stream, revision: DELETED_REVISION, position, createdMs: Date.now() },
    );
    this.log.add(bytes);
    state.tombstone = position;
    state.changes += 1;
    return { revision: DELETED_REVISION, position };
  }

  #add(stream: string, events: readonly ProposedEvent[]): EventPlace {
    const state = this.streams.obtain(stream);
    const described = describedBy(stream);
    const createdMs = Date.now();
    for (const event of events) {
      const revision = state.head + 1;
      const position = this.log.last + 1;
      this.log.add(encodeRecordedEvent(event, { stream, revision, position, createdMs }));
      state.head = revision;
      state.tail.push(position);
      this.ids.add(event.id, position);
      if (described !== undefined && event.type === METADATA_EVENT) {
        describeStream(this.streams, described, Buffer.from(event.data));
      }
    }
    state.changes += 1;
    return { revision: state.head, position: this.log.last };
  }

  #revivalBy(stream: string, events: readonly ProposedEvent[]): Revival | undefined {
    const described = describedBy(stream);
    const state = this.streams.find(described ?? stream);
    if (!state?.softDeleted) return undefined;
    const { name, head } = state;
    if (described === undefined)
      return { stream: name, from: head + 1, metadata: this.#metadata(name) };
    const metadata = readMetadata(Buffer.from(events.at(-1)?.data ?? ''));
    // Truncating it again, perhaps deleting it once more, is not reviving it.
    return '$tb' in metadata ? undefined : { stream: name, from: head + 1, metadata };
  }

  #metadata(stream: string): MetadataJson {
    const state = this.streams.find(metastreamOf(stream));
    const [position] = state ? this.index.forwards(state, state.head, state.head, 1).positions : [];
    const entry = position === undefined ? undefined : this.log.at(position);
    return entry ? readMetadata(entry.fields.data) : {};
  }

  #nothing(stream: string): EventPlace {
    const revision = this.streams.find(stream)?.head ?? -1;
    return { revision, position: this.log.durable };
  }
}
