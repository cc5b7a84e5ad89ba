import type { ServerDuplexStream } from '@grpc/grpc-js';
import type { ExpectedRevision } from '#event-store';
import type { Engine } from '../../engine/engine.js';
import type { ProposedEvent } from '../../engine/recorded-event.js';
import { contentLength } from '../../wire/slab-writer.js';
import type { Access, User } from '../access/access.js';
import { positionMessage, proposedEvent, streamName } from '../conversions.js';
import type { OpenCalls } from '../open-calls.js';
import {
  type BatchAppendRequest,
  BatchAppendResponse,
  type BatchOptions,
} from '../protocol/streams.js';
import { toRpcError } from '../rpc-error.js';
import { tooLarge } from './append.js';
import { batchStatus, DeadlinePassed } from './batch-status.js';

type BatchCall = ServerDuplexStream<BatchAppendRequest, Buffer>;

/** One append whose frames are still coming in. */
type Batch = {
  readonly correlationId: BatchAppendRequest['correlationId'];
  readonly options: BatchOptions;
  readonly events: ProposedEvent[];
  bytes: number;
  refusal?: Error;
};

/** Whose appends these are. */
type Writer = { readonly access: Access; readonly user: User };

/** Longest time the server gives an append, in milliseconds, whatever its client allows. */
const DEADLINE_MS_MAX = 24 * 60 * 60 * 1000;

/** `BatchAppend`: many appends at once on one call, answered in any order. */
export function batchAppendHandler(engine: Engine, access: Access, calls: OpenCalls) {
  return (call: BatchCall): void => {
    const batches = new Map<string, Batch>();
    const ended = calls.track(call);
    const user = access.userOf(call.metadata);
    user.catch((error: unknown) => {
      if (!ended.aborted) call.emit('error', toRpcError(error));
    });
    const append = async (batch: Batch) => answer(engine, { access, user: await user }, batch);
    let unanswered = 0;
    let clientDone = false;
    const finish = () => {
      if (clientDone && unanswered === 0 && !ended.aborted) call.end();
    };
    call.on('data', (frame: BatchAppendRequest) => {
      const batch = receive(engine, batches, frame);
      if (!batch) return;
      unanswered += 1;
      append(batch).then(
        (response) => {
          unanswered -= 1;
          if (!ended.aborted) call.write(response);
          finish();
        },
        () => undefined, // Only of an unknown user, for whom the whole call has failed.
      );
    });
    call.on('end', () => {
      clientDone = true;
      finish();
    });
    call.on('error', () => undefined);
  };
}

/** Adds a frame to its append, and returns the append when that was the last. */
function receive(
  engine: Engine,
  batches: Map<string, Batch>,
  { correlationId, options, proposedMessages = [], isFinal }: BatchAppendRequest,
): Batch | undefined {
  const key = correlationId?.string ?? JSON.stringify(correlationId?.structured, printBigInt);
  let batch = batches.get(key);
  if (!batch) {
    batch = { correlationId, options: options ?? {}, events: [], bytes: 0 };
    batches.set(key, batch);
  }
  addEvents(engine, batch, proposedMessages);
  if (!isFinal) return undefined;
  batches.delete(key);
  return batch;
}

function addEvents(
  engine: Engine,
  batch: Batch,
  messages: NonNullable<BatchAppendRequest['proposedMessages']>,
): void {
  if (batch.refusal) return;
  try {
    for (const message of messages) {
      const event = proposedEvent(message);
      batch.bytes += contentLength(event.data) + contentLength(event.metadata);
      if (batch.bytes > engine.options.appendBytesMax) throw tooLarge(engine);
      batch.events.push(event);
    }
  } catch (refusal) {
    batch.refusal = refusal as Error;
    batch.events.length = 0;
  }
}

async function answer(engine: Engine, { access, user }: Writer, batch: Batch): Promise<Buffer> {
  const { correlationId, options, events, refusal } = batch;
  const { streamIdentifier, streamPosition, noStream, any, streamExists } = options;
  const echo = { correlationId, streamIdentifier, streamPosition, noStream, any, streamExists };
  try {
    if (refusal) throw refusal;
    const stream = streamName(streamIdentifier);
    access.check(user, 'write', stream);
    const placed = await beforeDeadline(options, () =>
      engine.append(stream, events, expectedOf(options)),
    );
    const written =
      placed.revision < 0 ? { noStream: {} } : { currentRevision: BigInt(placed.revision) };
    return BatchAppendResponse.encode({
      ...echo,
      success: { ...written, position: positionMessage(placed) },
    });
  } catch (error) {
    return BatchAppendResponse.encode({ ...echo, error: batchStatus(error) });
  }
}

/** @throws DeadlinePassed when the outcome is not known in time; it may still be written. */
async function beforeDeadline<T>(options: BatchOptions, append: () => Promise<T>): Promise<T> {
  const leftMs = msUntilDeadline(options);
  if (leftMs <= 0) throw new DeadlinePassed();
  let timer: NodeJS.Timeout | undefined;
  const passed = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new DeadlinePassed()), leftMs);
  });
  try {
    return await Promise.race([append(), passed]);
  } finally {
    clearTimeout(timer);
  }
}

function msUntilDeadline({ deadline, deadlineDuration }: BatchOptions): number {
  const span = deadline ?? deadlineDuration;
  if (!span) return DEADLINE_MS_MAX;
  const ms = Number(span.seconds ?? 0n) * 1000 + (span.nanos ?? 0) / 1e6;
  return Math.min(deadline ? ms - Date.now() : ms, DEADLINE_MS_MAX);
}

function expectedOf({ streamPosition, noStream, streamExists }: BatchOptions): ExpectedRevision {
  if (streamPosition !== undefined) return streamPosition;
  if (noStream) return 'no-stream';
  return streamExists ? 'stream-exists' : 'any';
}

function printBigInt(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? String(value) : value;
}
