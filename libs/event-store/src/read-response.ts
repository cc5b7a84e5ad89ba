import { bool, bytes, type Decoded, empty, field, message, text, textMap, uint64 } from '#wire';
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

const RecordedMessage = message({
  id: field(1, message({ string: field(2, text) })),
  streamIdentifier: field(2, message({ streamName: field(3, text) })),
  revision: field(3, uint64),
  preparePosition: field(4, uint64),
  commitPosition: field(5, uint64),
  facts: textMap(6),
  metadata: field(7, bytes),
  data: field(8, bytes),
});

type Recorded = Decoded<typeof RecordedMessage>;

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

const ReadResponse = message({ event: field(1, message({ event: field(1, RecordedMessage) })) });

/** The event in a `ReadResp`; null in one that says something else, as where the log ends. */
export function decodeReadResponse(response: Buffer): StoredEvent | null {
  const recorded = ReadResponse.decode(response).event?.event;
  if (recorded === undefined) return null;
  const { revision = 0n, facts, data, metadata } = recorded;
  return {
    ...namesOf(recorded),
    revision,
    position: positionOf(recorded),
    ...factsOf(facts ?? new Map<string, string>()),
    data: data ?? NOTHING,
    metadata: metadata ?? NOTHING,
  };
}

function namesOf({ id, streamIdentifier }: Recorded) {
  return { id: id?.string ?? '', stream: streamIdentifier?.streamName ?? '' };
}

function positionOf({ commitPosition = 0n, preparePosition = 0n }: Recorded): Position {
  return { commit: commitPosition, prepare: preparePosition };
}

function factsOf(facts: ReadonlyMap<string, string>) {
  return {
    type: facts.get('type') ?? '',
    contentType: facts.get('content-type') ?? '',
    createdTicks: BigInt(facts.get('created') ?? 0),
  };
}
