import { Readable } from 'node:stream';
import type { EventStoreDBClient } from '@eventstore/db-client';

/**
 * Ends the calls whose reader left before their end. The client cancels them, which does nothing
 * once the server has answered to the end, and keeps them paused for good: they would gather in
 * memory, and closing the client would wait for them for ever.
 */
export function endAbandonedReads(client: EventStoreDBClient): void {
  for (const stream of client['disposableStreams']) {
    if (!(stream instanceof Readable)) continue;
    const hasReader = stream.readableFlowing !== false || stream.listenerCount('data') > 0;
    if (!hasReader) stream.resume(); // What is left of it is thrown away.
  }
}
