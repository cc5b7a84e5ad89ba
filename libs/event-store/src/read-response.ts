import { bool, empty, field, message, uint64, WireReader } from '#wire';
import type { StoredEvent } from './event-log.js';
import type { Position } from './event-store.js';

/** The part of the protocol's `ReadReq` that asks for all events. */
const ReadRequest = message({
  options: field(
    1,
    message({
      all: field(
        2,
        message({
          position: field(
            1,
            message({ commitPosition: field(1, uint64), preparePosition: field(2, uint64) }),
          ),
          start: field(2, empty),
        }),
      ),
      resolveLinks: field(4, bool),
      count: field(5, uint64),
      noFilter: field(8, empty),
      uuidOption: field(9, message({ string: field(2, empty) })),
    }),
  ),
});

const COUNT_MAX = 2n ** 53n - 1n;
const NOTHING = Buffer.alloc(0);

export function encodeReadRequest(from: Position | 'start'): Buffer {
  const all =
    from === 'start'
      ? { start: {} }
      : { position: { commitPosition: from.commit, preparePosition: from.prepare } };
  return ReadRequest.encode({
    options: {
      all,
      resolveLinks: false,
      count: COUNT_MAX,
      noFilter: {},
      uuidOption: { string: {} },
    },
  });
}

/** What is found of an event while its message is read. */
type Found = {
  -readonly [Name in keyof Omit<StoredEvent, 'position'>]: StoredEvent[Name];
} & { commit: bigint; prepare: bigint };

const EVENT = 0x0a;
const TEXT_FORM = 0x12;
const STREAM_NAME = 0x1a;
const ENTRY_KEY = 0x0a;

/**
 * The fields of a `RecordedEvent` by their tags. Read by hand: an audit decodes every event, and
 * the codec of messages takes five times as long for one of so many parts.
 */
const FIELDS: Readonly<Record<number, (reader: WireReader, found: Found) => void>> = {
  0x0a: (reader, found) => (found.id = textWithin(reader, TEXT_FORM)),
  0x12: (reader, found) => (found.stream = textWithin(reader, STREAM_NAME)),
  0x18: (reader, found) => (found.revision = reader.varintBig()),
  0x20: (reader, found) => (found.prepare = reader.varintBig()),
  0x28: (reader, found) => (found.commit = reader.varintBig()),
  0x32: readFact,
  0x3a: (reader, found) => (found.metadata = reader.chunk()),
  0x42: (reader, found) => (found.data = reader.chunk()),
};

/**
 * The events in a `ReadResp`: one of EventStoreDB, several of a door that sends them together, none
 * in one that says something else, as where the log ends.
 */
export function decodeReadResponse(response: Buffer): readonly StoredEvent[] {
  const reader = new WireReader(response);
  const whole = reader.end;
  const events: StoredEvent[] = [];
  while (!reader.done) {
    const tag = reader.varint();
    if (tag !== EVENT) {
      reader.skip(tag & 7);
      continue;
    }
    const end = reader.lengthEnd();
    reader.end = end;
    if (end > reader.offset && reader.varint() === EVENT) {
      reader.end = reader.lengthEnd();
      events.push(storedEvent(reader));
    }
    reader.offset = end;
    reader.end = whole;
  }
  return events;
}

/** Up to the reader's end. */
function storedEvent(reader: WireReader): StoredEvent {
  const found: Found = {
    id: '',
    stream: '',
    type: '',
    revision: 0n,
    contentType: '',
    createdTicks: 0n,
    data: NOTHING,
    metadata: NOTHING,
    commit: 0n,
    prepare: 0n,
  };
  while (!reader.done) {
    const tag = reader.varint();
    const read = FIELDS[tag];
    if (read) read(reader, found);
    else reader.skip(tag & 7);
  }
  const { commit, prepare, ...event } = found;
  return { ...event, position: { commit, prepare } };
}

/** One text field of a message of its own. */
function textWithin(reader: WireReader, wanted: number): string {
  const end = reader.lengthEnd();
  let text = '';
  while (reader.offset < end) {
    const tag = reader.varint();
    if (tag === wanted) text = reader.text();
    else reader.skip(tag & 7);
  }
  return text;
}

/** An entry of the map that says type, content type and time. */
function readFact(reader: WireReader, found: Found): void {
  const end = reader.lengthEnd();
  let [key, value] = ['', ''];
  while (reader.offset < end) {
    if (reader.varint() === ENTRY_KEY) key = reader.text();
    else value = reader.text();
  }
  if (key === 'type') found.type = value;
  else if (key === 'content-type') found.contentType = value;
  else if (key === 'created') found.createdTicks = BigInt(value);
}
