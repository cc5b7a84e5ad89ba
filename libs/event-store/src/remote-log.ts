import { setImmediate as nextTurn } from 'node:timers/promises';
import type { EventStoreDBClient } from '@eventstore/db-client';
import { type ClientReadableStream, makeGenericClientConstructor } from '@grpc/grpc-js';
import type { StoredEvent } from './event-log.js';
import type { Position } from './event-store.js';
import { decodeReadResponse, encodeReadRequest } from './read-response.js';
import { isSystemEvent } from './remote-events.js';

/** Events that are handed over at once. */
const BATCH_MAX = 512;

/**
 * The protocol's own call, over the official client's connection: the client itself decodes JSON
 * and rounds times, so that what it answers cannot be hashed.
 */
const RawStreams = makeGenericClientConstructor(
  {
    read: {
      path: '/event_store.client.streams.Streams/Read',
      requestStream: false,
      responseStream: true,
      requestSerialize: encodeReadRequest,
      requestDeserialize: notServed,
      responseSerialize: notServed,
      responseDeserialize: decodeReadResponse,
    },
  },
  'RawStreams',
);

type Read = (...args: unknown[]) => ClientReadableStream<readonly StoredEvent[]>;

/**
 * Asks the embedded store's door for many events a message: a message each costs both sides more
 * than all else that is done with an event. EventStoreDB does not know it and sends one.
 */
const TOGETHER = 'assay-events-together';

/** All events from a position to the end, as they are stored, without the system's. */
export async function* readStoredEvents(
  client: EventStoreDBClient,
  from: Position | 'start',
): AsyncGenerator<readonly StoredEvent[]> {
  const begin = client['GRPCStreamCreator'](RawStreams, 'readStored', (streams) => {
    const [metadata, options] = client['callArguments']({}, { deadline: Infinity });
    metadata.set(TOGETHER, 'true');
    return (streams['read'] as unknown as Read).call(streams, from, metadata, options);
  });
  const call = await begin();
  try {
    for await (const batch of batchesOf(call)) {
      const events = batch.filter((event) => !isSystemEvent(event));
      if (events.length > 0) yield events;
    }
  } finally {
    call.cancel();
    call.resume();
  }
}

/** Takes messages as they come, several a turn: one at a time would take longer than to read it. */
async function* batchesOf<T>(
  call: ClientReadableStream<readonly T[]>,
): AsyncGenerator<readonly T[]> {
  const come: { batch: T[]; end: 'failed' | 'whole' | null; failure: Error | null; wake(): void } =
    {
      batch: [],
      end: null,
      failure: null,
      wake: () => undefined,
    };
  const finish = (failure: Error | null) => {
    Object.assign(come, { failure, end: failure ? 'failed' : 'whole' });
    come.wake();
  };
  call.on('data', (message: readonly T[]) => {
    if (come.batch.push(...message) >= BATCH_MAX) call.pause();
    come.wake();
  });
  call.on('end', () => finish(come.failure));
  call.on('error', finish);
  while (come.batch.length > 0 || come.end === null) {
    if (come.batch.length === 0) {
      await new Promise<void>((resolve) => (come.wake = resolve));
      await nextTurn();
    }
    const { batch } = come;
    come.batch = [];
    call.resume();
    if (batch.length > 0) yield batch;
  }
  if (come.failure) throw come.failure;
}

function notServed(): never {
  throw new Error('this process only calls');
}
