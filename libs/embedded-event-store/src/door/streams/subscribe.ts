import { randomUUID } from 'node:crypto';
import { catchUp } from '../../engine/catch-up.js';
import { catchUpStream } from '../../engine/catch-up-stream.js';
import type { Engine } from '../../engine/engine.js';
import { durableHead } from '../../engine/read-stream.js';
import { streamName } from '../conversions.js';
import { streamDeleted } from '../rpc-error.js';
import { filterOf, NO_FILTER } from './filter.js';
import { caughtUp, checkpoint, confirmation } from './read-response.js';
import { existing, type Reading, sendEvent } from './reading.js';

/**
 * Delivers the events behind a revision until the client leaves.
 *
 * @throws RpcError when the stream is deleted for good.
 */
export async function subscribeToStream(reading: Reading): Promise<void> {
  const { engine, options, signal, send } = reading;
  const stream = streamName(options.stream?.streamIdentifier);
  let revision = startOf(reading, stream);
  await send(confirmation(randomUUID()));
  for await (const step of catchUpStream(engine, stream, revision, signal)) {
    if (step.kind === 'deleted') throw streamDeleted(stream);
    if (step.kind === 'event') {
      ({ revision } = step.entry.fields);
      await sendEvent(reading, step.entry);
    } else await send(caughtUp({ revision }));
  }
}

/** As for a stream, for the whole store behind a position. */
export async function subscribeToAll(reading: Reading): Promise<void> {
  const { engine, options, signal, send } = reading;
  const { position, end } = options.all ?? {};
  const filter = options.filter ? filterOf(options.filter) : NO_FILTER;
  const { log, commits } = engine;
  const after = end ? log.durable : position ? existing(engine, position.commitPosition) : 0;
  await send(confirmation(randomUUID()));
  for await (const step of catchUp(log, commits, { after, signal, ...filter })) {
    if (step.kind === 'event') await sendEvent(reading, step.entry);
    else if (step.kind === 'caught-up') await send(caughtUp({ position: step.position }));
    // Without a filter every event is delivered, and tells its own position.
    else if (options.filter) await send(checkpoint(step.position));
  }
}

/** On disk: an event on its way there is still to come, and may yet be refused. */
function endOf(engine: Engine, stream: string): number {
  const state = engine.streams.find(stream);
  return state ? durableHead(engine, state) : -1;
}

/** Exclusive: the first event delivered is the one behind it. */
function startOf({ engine, options }: Reading, stream: string): number {
  const { revision, end } = options.stream ?? {};
  if (end) return endOf(engine, stream);
  return revision === undefined ? -1 : Number(revision);
}
