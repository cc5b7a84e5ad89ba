import type { sendUnaryData, ServerReadableStream } from '@grpc/grpc-js';
import { AppendTooLarge, ConcurrencyConflict, type ExpectedRevision } from '#event-store';
import { countedBytes } from '../../engine/append-size.js';
import type { Engine } from '../../engine/engine.js';
import type { ProposedEvent } from '../../engine/recorded-event.js';
import type { Decoded } from '#wire';
import type { Access } from '../access/access.js';
import { expectedRevision, positionMessage, proposedEvent, streamName } from '../conversions.js';
import { type AppendRequest, AppendResponse } from '../protocol/streams.js';
import { invalidArgument, toRpcError } from '../rpc-error.js';

type AppendCall = ServerReadableStream<Decoded<typeof AppendRequest>, Buffer>;

/** `Append`: the options, then one event per message. */
export function appendHandler(engine: Engine, access: Access) {
  return (call: AppendCall, answer: sendUnaryData<Buffer>): void => {
    append(engine, access, call).then(
      (response) => answer(null, response),
      (error: unknown) => answer(toRpcError(error)),
    );
  };
}

async function append(engine: Engine, access: Access, call: AppendCall): Promise<Buffer> {
  const user = await access.userOf(call);
  const { stream, expected, events } = await receive(engine, call);
  access.check(user, 'write', stream);
  try {
    const placed = await engine.append(stream, events, expected);
    const position = positionMessage(placed);
    const written =
      placed.revision < 0 ? { noStream: {} } : { currentRevision: BigInt(placed.revision) };
    return AppendResponse.encode({ success: { ...written, position } });
  } catch (error) {
    if (error instanceof ConcurrencyConflict) return wrongExpectedVersion(error);
    throw error;
  }
}

async function receive(engine: Engine, call: AppendCall) {
  const { appendBytesMax } = engine.options;
  const events: ProposedEvent[] = [];
  let target: { stream: string; expected: ExpectedRevision } | undefined;
  let bytes = 0;
  for await (const message of call as AsyncIterable<Decoded<typeof AppendRequest>>) {
    if (message.options) {
      const stream = streamName(message.options.streamIdentifier);
      target = { stream, expected: expectedRevision(message.options) };
    }
    if (message.proposedMessage) {
      const event = proposedEvent(message.proposedMessage);
      bytes += countedBytes(event);
      if (bytes > appendBytesMax) throw tooLarge(engine);
      events.push(event);
    }
  }
  if (!target) throw invalidArgument('the first message of an append must hold its options');
  return { ...target, events };
}

/** Before the store could refuse it itself: more is not taken into memory. */
export function tooLarge({ options, meters }: Engine): AppendTooLarge {
  const refusal = new AppendTooLarge(options.appendBytesMax);
  meters.refused(refusal);
  return refusal;
}

/** Part of a successful answer, in the words of two protocol versions. */
function wrongExpectedVersion({ expected, actual }: ConcurrencyConflict): Buffer {
  return AppendResponse.encode({
    wrongExpectedVersion: {
      ...(actual === null
        ? { noStream2060: {}, currentNoStream: {} }
        : { currentRevision2060: actual, currentRevision: actual }),
      ...(typeof expected === 'bigint' && {
        expectedRevision2060: expected,
        expectedRevision: expected,
      }),
      ...(expected === 'any' && { any2060: {}, expectedAny: {} }),
      ...(expected === 'stream-exists' && { streamExists2060: {}, expectedStreamExists: {} }),
      ...(expected === 'no-stream' && { expectedNoStream: {} }),
    },
  });
}
