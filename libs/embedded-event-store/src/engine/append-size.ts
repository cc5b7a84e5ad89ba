import { AppendTooLarge } from '#event-store';
import { contentLength } from '#wire';
import type { ProposedEvent } from './recorded-event.js';

/** A reader of an event is sent its stream's name and its type with it, so both are bounded. */
const STREAM_NAME_BYTES_MAX = 1_024;
/** Of streams that the system writes, whose names hold those of others. */
const SYSTEM_NAME_BYTES_MAX = 4_096;
const EVENT_TYPE_BYTES_MAX = 1_024;

const EVERY_STREAM = '$all';

/** What counts towards the limit of an append, as EventStoreDB counts it: a type by UTF-16. */
export function countedBytes({ type, data, metadata }: ProposedEvent): number {
  return contentLength(data) + contentLength(metadata) + type.length * 2;
}

/** Of all events. @throws AppendTooLarge, and RangeError for a type that is too long. */
export function sizeOfAppend(events: readonly ProposedEvent[], bytesMax: number): number {
  let bytes = 0;
  for (const event of events) {
    const typeBytes = Buffer.byteLength(event.type);
    if (typeBytes > EVENT_TYPE_BYTES_MAX) throw tooLong('event type', typeBytes);
    bytes += countedBytes(event);
  }
  if (bytes > bytesMax) throw new AppendTooLarge(bytesMax);
  return bytes;
}

/** @throws RangeError for a name under which nothing can be written. */
export function checkStreamName(stream: string): void {
  if (stream === EVERY_STREAM) {
    throw new RangeError('$all is all streams together and takes no events; name one stream');
  }
  const bytes = Buffer.byteLength(stream);
  const system = stream.startsWith('$');
  if (bytes > (system ? SYSTEM_NAME_BYTES_MAX : STREAM_NAME_BYTES_MAX)) {
    throw tooLong('stream name', bytes);
  }
}

function tooLong(what: 'stream name' | 'event type', bytes: number): RangeError {
  const bytesMax = what === 'stream name' ? STREAM_NAME_BYTES_MAX : EVENT_TYPE_BYTES_MAX;
  return new RangeError(`the ${what} has ${bytes} bytes; it may have ${bytesMax} at most`);
}
