import { type ServerDuplexStream, status } from '@grpc/grpc-js';
import type { ExpectedRevision } from '#event-store';
import { countedBytes } from '../../engine/append-size.js';
import type { Engine } from '../../engine/engine.js';
import type { ProposedEvent } from '../../engine/recorded-event.js';
import type { Access, User } from '../access/access.js';
import { positionMessage, proposedEvent, streamName } from '../conversions.js';
import type { OpenCalls } from '../open-calls.js';
import {
  type BatchAppendRequest,
  BatchAppendResponse,
  type BatchOptions,
} from '../protocol/streams.js';
import { RpcError, toRpcError } from '../rpc-error.js';
import { tooLarge } from './append.js';
import { beforeDeadline } from './batch-deadline.js';
import { batchStatus } from './batch-status.js';

type BatchCall = ServerDuplexStream<BatchAppendRequest, Buffer>;

/** One append whose frames are still coming in. */
type Batch = {
  readonly correlationId: BatchAppendRequest['correlationId'];
  readonly options: BatchOptions;
  readonly events: ProposedEvent[];
  bytes: number;
  refusal?: Error;
};

/** Where the appends of a call go, and whose they are. */
type Target = { readonly engine: Engine; readonly access: Access; readonly user: Promise<User> };

/** What one call may have under way; beyond it nothing more is read from its connection. */
const APPENDS_MAX = 2_048;
const HELD_BYTES_MAX = 64 * 1024 * 1024;
/** What an append and an event take in memory beside data and metadata, roughly. */
const APPEND_BYTES = 512;
const EVENT_BYTES = 256;

/** `BatchAppend`: many appends at once on one call, answered in any order. */
export function batchAppendHandler(engine: Engine, access: Access, calls: OpenCalls) {
  return (call: BatchCall): void => {
    const user = access.userOf(call);
    const appends = new BatchAppends(call, calls.track(call), { engine, access, user });
    user.catch((error: unknown) => appends.fail(error));
    call.on('data', (frame: BatchAppendRequest) => appends.take(frame));
    call.on('end', () => appends.finish());
    call.on('drain', () => appends.pace());
    call.on('error', () => undefined);
  };
}

/** The appends of one call. */
class BatchAppends {
  readonly #batches = new Map<string, Batch>();
  #unanswered = 0;
  #heldBytes = 0;
  #paused = false;
  #clientDone = false;

  constructor(
    private readonly call: BatchCall,
    private readonly ended: AbortSignal,
    private readonly target: Target,
  ) {}

  take(frame: BatchAppendRequest): void {
    const batch = this.#receive(frame);
    if (batch) {
      this.#unanswered += 1;
      this.#answer(batch).then(
        (response) => this.#answered(batch, response),
        () => undefined, // Only of an unknown user, for whom the whole call has failed.
      );
    }
    this.pace();
  }

  /** The client sends no more. */
  finish(): void {
    this.#clientDone = true;
    this.#endWhenDone();
  }

  fail(error: unknown): void {
    if (!this.ended.aborted) this.call.emit('error', toRpcError(error));
  }

  /** Reads on only while the client takes its answers and the disk keeps up. */
  pace(): void {
    const { call } = this;
    const unanswered = this.#unanswered;
    const tooMuch = this.#heldBytes > HELD_BYTES_MAX;
    if (tooMuch && unanswered === 0) this.fail(unfinishedAppends());
    // Answers that the client leaves unread wait in the call.
    const full = tooMuch || unanswered + call.writableLength >= APPENDS_MAX;
    if (full === this.#paused) return;
    this.#paused = full;
    if (full) call.pause();
    else call.resume();
  }

  #answered(batch: Batch, response: Buffer): void {
    this.#unanswered -= 1;
    this.#heldBytes -= heldBy(batch);
    if (!this.ended.aborted) this.call.write(response);
    this.pace();
    this.#endWhenDone();
  }

  #endWhenDone(): void {
    if (this.#clientDone && this.#unanswered === 0 && !this.ended.aborted) this.call.end();
  }

  /** Adds a frame to its append, and returns the append when that was the last. */
  #receive({
    correlationId,
    options,
    proposedMessages = [],
    isFinal,
  }: BatchAppendRequest): Batch | undefined {
    const key = correlationId?.string ?? JSON.stringify(correlationId?.structured, printBigInt);
    let batch = this.#batches.get(key);
    if (batch) this.#heldBytes -= heldBy(batch);
    else {
      batch = { correlationId, options: options ?? {}, events: [], bytes: 0 };
      this.#batches.set(key, batch);
    }
    addEvents(this.target.engine, batch, proposedMessages);
    this.#heldBytes += heldBy(batch);
    if (!isFinal) return undefined;
    this.#batches.delete(key);
    return batch;
  }

  async #answer({ correlationId, options, events, refusal }: Batch): Promise<Buffer> {
    const { engine, access } = this.target;
    const user = await this.target.user;
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
      const success = { ...written, position: positionMessage(placed) };
      return BatchAppendResponse.encode({ ...echo, success });
    } catch (error) {
      return BatchAppendResponse.encode({ ...echo, error: batchStatus(error) });
    }
  }
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
      batch.bytes += countedBytes(event);
      if (batch.bytes > engine.options.appendBytesMax) throw tooLarge(engine);
      batch.events.push(event);
    }
  } catch (refusal) {
    batch.refusal = refusal as Error;
    batch.events.length = 0;
  }
}

function heldBy({ bytes, events }: Batch): number {
  return APPEND_BYTES + bytes + events.length * EVENT_BYTES;
}

function unfinishedAppends(): RpcError {
  const text = `appends of ${HELD_BYTES_MAX} bytes were begun on this call and none is finished`;
  return new RpcError(status.RESOURCE_EXHAUSTED, text);
}

function expectedOf({ streamPosition, noStream, streamExists }: BatchOptions): ExpectedRevision {
  if (streamPosition !== undefined) return streamPosition;
  if (noStream) return 'no-stream';
  return streamExists ? 'stream-exists' : 'any';
}

function printBigInt(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? String(value) : value;
}
