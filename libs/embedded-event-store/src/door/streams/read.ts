import type { ServerWritableStream } from '@grpc/grpc-js';
import type { Engine } from '../../engine/engine.js';
import type { Page } from '../../engine/page.js';
import { readAll } from '../../engine/read-all.js';
import {
  durableHead,
  firstVisible,
  readStream,
  type StreamReading,
} from '../../engine/read-stream.js';
import { inTurns } from '../../engine/turns.js';
import type { Decoded } from '#wire';
import type { Access } from '../access/access.js';
import { ALL, streamName } from '../conversions.js';
import type { OpenCalls } from '../open-calls.js';
import type { ReadOptions, ReadRequest } from '../protocol/streams.js';
import { invalidArgument, streamDeleted, toRpcError } from '../rpc-error.js';
import { filterOf, NO_FILTER } from './filter.js';
import { firstStreamPosition, lastStreamPosition, streamNotFound } from './read-response.js';
import { existing, type Reading, sendEvent, sendTogether } from './reading.js';
import { subscribeToAll, subscribeToStream } from './subscribe.js';

/** A client that sends this header reads any number of events in a message. */
const TOGETHER = 'assay-events-together';

type ReadCall = ServerWritableStream<Decoded<typeof ReadRequest>, Buffer>;

/** `Read`: streams and `$all`, once or as a subscription that never ends by itself. */
export function readHandler(engine: Engine, access: Access, calls: OpenCalls) {
  return (call: ReadCall): void => {
    const signal = calls.track(call);
    const options = call.request.options ?? {};
    const run = async () => {
      const user = await access.userOf(call);
      access.check(user, 'read', sourceOf(options));
      const mayRead = (stream: string) => access.may(user, 'read', stream);
      const isTogether = takesTogether(call);
      await read({ engine, options, signal, mayRead, isTogether, send: sender(call, signal) });
    };
    run().then(
      () => call.end(),
      (error: unknown) => {
        if (!signal.aborted) call.emit('error', toRpcError(error));
      },
    );
  };
}

/** By a header of our own, in a read of all as it is stored: without links or a filter. */
function takesTogether({ metadata, request: { options } }: ReadCall): boolean {
  const isPlain = options?.all && !options.filter && !options.resolveLinks;
  return Boolean(isPlain) && !options?.uuidOption?.structured && metadata.get(TOGETHER).length > 0;
}

async function read(reading: Reading): Promise<void> {
  const { stream, subscription } = reading.options;
  const { meters } = reading.engine;
  const source = stream ? 'stream' : 'all';
  if (!subscription) {
    meters.readFrom(source);
    return stream ? readOneStream(reading) : readEverything(reading);
  }
  const ended = meters.subscribed(source);
  try {
    await (stream ? subscribeToStream(reading) : subscribeToAll(reading));
  } finally {
    ended();
  }
}

function sourceOf({ stream, all }: ReadOptions): string {
  if (!stream && !all) throw invalidArgument('a read must name a stream or $all');
  return stream ? streamName(stream.streamIdentifier) : ALL;
}

async function readOneStream(reading: Reading): Promise<void> {
  const { engine, options, send } = reading;
  const stream = streamName(options.stream?.streamIdentifier);
  const range = rangeOf(options);
  const read = readStream(engine, stream, range);
  if (read.status === 'deleted') throw streamDeleted(stream);
  if (read.status === 'not-found') {
    await send(streamNotFound(stream));
    return;
  }
  const { first, last } = boundsOf(reading, stream);
  if (first !== undefined && startsBefore(first, range)) await send(firstStreamPosition(first));
  await sendPages(reading, read.pages);
  if (last !== undefined) await send(lastStreamPosition(last));
}

function rangeOf(options: ReadOptions): StreamReading {
  const { revision, start, end } = options.stream ?? {};
  return {
    from: revision === undefined ? startOrEnd(start, end, options) : Number(revision),
    direction: options.readDirection ?? 'forwards',
    limit: limitOf(options),
  };
}

function startsBefore(first: number, { from, direction }: StreamReading): boolean {
  return direction === 'forwards' && from !== 'end' && (from === 'start' ? 0 : from) < first;
}

/** What newer clients get of a stream beside its events; older ones do not know of it. */
function boundsOf(
  { engine, options }: Reading,
  stream: string,
): { readonly first?: number; readonly last?: number } {
  const state = options.controlOption?.compatibility ? engine.streams.find(stream) : undefined;
  if (!state) return {};
  const last = durableHead(engine, state);
  return { first: firstVisible(state, last), last };
}

async function readEverything(reading: Reading): Promise<void> {
  const { engine, options } = reading;
  const { position, start, end } = options.all ?? {};
  const direction = options.readDirection ?? 'forwards';
  // Backwards, EventStoreDB reads what is before a position, without the event there.
  const before = direction === 'backwards' ? 1 : 0;
  const pages = readAll(engine.log, {
    from: position
      ? existing(engine, position.commitPosition) - before
      : startOrEnd(start, end, options),
    direction,
    limit: limitOf(options),
    matches: (options.filter ? filterOf(options.filter) : NO_FILTER).matches,
  });
  await sendPages(reading, pages);
}

async function sendPages(reading: Reading, pages: Iterable<Page>): Promise<void> {
  // Of a client that is gone, nothing more is looked for: there may be no entry to send for long.
  const left = () => reading.signal.aborted;
  // Other calls get their turn between pages, however fast this client reads.
  for await (const { entries } of inTurns(pages)) {
    if (left()) return;
    if (reading.isTogether) {
      await sendTogether(reading, entries);
      continue;
    }
    for (const entry of entries) {
      const full = sendEvent(reading, entry);
      if (full) await full;
      if (left()) return;
    }
  }
}

function sender(call: ReadCall, signal: AbortSignal): Reading['send'] {
  return (response) => {
    if (signal.aborted || call.write(response)) return undefined;
    return new Promise((resolve) => {
      const finish = () => {
        call.off('drain', finish);
        signal.removeEventListener('abort', finish);
        resolve();
      };
      call.on('drain', finish);
      signal.addEventListener('abort', finish);
    });
  };
}

function startOrEnd(
  start: object | undefined,
  end: object | undefined,
  { readDirection }: ReadOptions,
): 'start' | 'end' {
  if (start) return 'start';
  if (end) return 'end';
  return readDirection === 'backwards' ? 'end' : 'start';
}

function limitOf({ count }: ReadOptions): number {
  return count === undefined ? Infinity : Number(count);
}
