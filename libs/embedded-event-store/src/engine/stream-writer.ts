import type { Log } from './log.js';
import { encodeRecordedEvent, type ProposedEvent } from './recorded-event.js';
import type { RecentIds } from './recent-ids.js';
import { parseStreamMetadata, type StreamState } from './stream-state.js';
import type { Streams } from './streams.js';

/** Where the last event of an append went. */
export type Placed = { readonly revision: number; readonly position: number };

/** Type of the events in a metadata stream `$$stream`. */
export const METADATA_EVENT = '$metadata';

/** Gives decided events their places in stream and log. Memory only: the commit follows. */
export class StreamWriter {
  constructor(
    private readonly log: Log,
    private readonly streams: Streams,
    private readonly ids: RecentIds,
  ) {}

  write(stream: string, events: readonly ProposedEvent[]): Placed {
    if (events.length === 0) return this.nothing(stream);
    const state = this.streams.obtain(stream);
    const createdMs = Date.now();
    for (const event of events) {
      const revision = state.head + 1;
      const position = this.log.last + 1;
      this.log.add(encodeRecordedEvent(event, { stream, revision, position, createdMs }));
      state.head = revision;
      state.tail.push(position);
      this.ids.add(event.id, position);
      if (event.type === METADATA_EVENT && stream.startsWith('$$')) {
        describeStream(this.streams, stream, Buffer.from(event.data));
      }
    }
    state.changes += 1;
    return { revision: state.head, position: this.log.last };
  }

  private nothing(stream: string): Placed {
    const revision = this.streams.find(stream)?.head ?? -1;
    return { revision, position: this.log.durable };
  }
}

/** Applies a `$metadata` event of `$$stream` to the stream it describes. */
export function describeStream(streams: Streams, metastream: string, data: Buffer): StreamState {
  const described = streams.obtain(metastream.slice('$$'.length));
  described.metadata = parseStreamMetadata(data);
  described.changes += 1;
  return described;
}
