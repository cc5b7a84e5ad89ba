import { randomUUID } from 'node:crypto';
import type { ServerWritableStream } from '@grpc/grpc-js';
import { catchUp, type CatchUpStep } from '../../engine/catch-up.js';
import { catchUpStream, type StreamStep } from '../../engine/catch-up-stream.js';
import type { Engine } from '../../engine/engine.js';
import type { LogEntry } from '../../engine/log-entry.js';
import { readAll } from '../../engine/read-all.js';
import { readStream } from '../../engine/read-stream.js';
import type { Decoded } from '../../wire/message.js';
import type { Access } from '../access/access.js';
import { ALL, streamName } from '../conversions.js';
import type { OpenCalls } from '../open-calls.js';
import type { ReadOptions, ReadRequest } from '../protocol/streams.js';
import { invalidArgument, streamDeleted, toRpcError } from '../rpc-error.js';
import { filterOf, NO_FILTER } from './filter.js';
import {
  CAUGHT_UP,
  checkpoint,
  confirmation,
  eventResponse,
  streamNotFound,
} from './read-response.js';
import { resolveLink } from './resolve-link.js';

type ReadCall = ServerWritableStream<Decoded<typeof ReadRequest>, Buffer>;

/** What a read needs beside its options. */
type Reading = {
  readonly engine: Engine;
  readonly options: ReadOptions;
  readonly signal: AbortSignal;
  /** Links lead only to streams that the user may read. */
  readonly mayRead: (stream: string) => boolean;
  /** Resolves when the client can take more, or is gone. */
  readonly send: (response: Buffer) => Promise<void> | undefined;
};

/** `Read`: streams and `$all`, once or as a subscription that never ends by itself. */
export function readHandler(engine: Engine, access: Access, calls: OpenCalls) {
  return (call: ReadCall): void => {
    const signal = calls.track(call);
    const options = call.request.options ?? {};
    const run = async () => {
      const user = await access.userOf(call.metadata);
      access.check(user, 'read', sourceOf(options));
      const mayRead = (stream: string) => access.may(user, 'read', stream);
      await read({ engine, options, signal, mayRead, send: sender(call, signal) });
    };
    run().then(
      () => call.end(),
      (error: unknown) => {
        if (!signal.aborted) call.emit('error', toRpcError(error));
      },
    );
  };
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
  const { revision, start, end } = options.stream ?? {};
  const stream = streamName(options.stream?.streamIdentifier);
  const read = readStream(engine, stream, {
    from: revision === undefined ? startOrEnd(start, end, options) : Number(revision),
    direction: options.readDirection ?? 'forwards',
    limit: limitOf(options),
  });
  if (read.status === 'deleted') throw streamDeleted(stream);
  if (read.status === 'not-found') await send(streamNotFound(stream));
  else await sendPages(reading, read.pages);
}

async function readEverything(reading: Reading): Promise<void> {
  const { engine, options } = reading;
  const { position, start, end } = options.all ?? {};
  const pages = readAll(engine.log, {
    from: position ? existing(engine, position.commitPosition) : startOrEnd(start, end, options),
    direction: options.readDirection ?? 'forwards',
    limit: limitOf(options),
    matches: (options.filter ? filterOf(options.filter) : NO_FILTER).matches,
  });
  await sendPages(reading, pages);
}

async function subscribeToStream(reading: Reading): Promise<void> {
  const { engine, options, signal } = reading;
  const { revision, end } = options.stream ?? {};
  const stream = streamName(options.stream?.streamIdentifier);
  const head = engine.streams.find(stream)?.head ?? -1;
  const after = end ? head : revision === undefined ? -1 : Number(revision);
  await reading.send(confirmation(randomUUID()));
  for await (const step of catchUpStream(engine, stream, after, signal)) {
    if (step.kind === 'deleted') throw streamDeleted(stream);
    await sendStep(reading, step);
  }
}

async function subscribeToAll(reading: Reading): Promise<void> {
  const { engine, options, signal } = reading;
  const { position, end } = options.all ?? {};
  const filter = options.filter ? filterOf(options.filter) : NO_FILTER;
  const { log, commits } = engine;
  const after = end ? log.durable : position ? existing(engine, position.commitPosition) : 0;
  await reading.send(confirmation(randomUUID()));
  for await (const step of catchUp(log, commits, { after, signal, ...filter })) {
    // Without a filter every event is delivered, and tells its own position.
    if (step.kind !== 'checkpoint' || options.filter) await sendStep(reading, step);
  }
}

async function sendStep(reading: Reading, step: CatchUpStep | StreamStep): Promise<void> {
  if (step.kind === 'event') await sendEvent(reading, step.entry);
  else if (step.kind === 'checkpoint') await reading.send(checkpoint(step.position));
  else if (step.kind === 'caught-up') await reading.send(CAUGHT_UP);
}

async function sendPages(reading: Reading, pages: Iterable<readonly LogEntry[]>): Promise<void> {
  for (const page of pages) {
    for (const entry of page) {
      const full = sendEvent(reading, entry);
      if (full) await full;
      if (reading.signal.aborted) return;
    }
    // Other calls get their turn between pages, however fast this client reads.
    await nextTurn();
  }
}

function sendEvent(
  { engine, options: { resolveLinks = false, uuidOption }, mayRead, send }: Reading,
  entry: LogEntry,
): Promise<void> | undefined {
  engine.meters.readEvents += 1;
  const resolved = resolveLinks
    ? resolveLink(engine, entry, mayRead)
    : { event: entry, link: undefined };
  return send(eventResponse(resolved, uuidOption?.structured ? 'structured' : 'string'));
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

/** @throws RpcError for a position the log has not reached. */
function existing({ log }: Engine, commit = 0n): number {
  if (commit > BigInt(log.durable)) {
    throw invalidArgument('Trying to read from an invalid position.');
  }
  return Number(commit);
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
