import { createHash } from 'node:crypto';
import type { LogEntry } from '../../engine/log-entry.js';
import { readMetadata } from '../../engine/stream-metadata.js';
import type { Resolved } from '../streams/read-response.js';
import type { Consumer } from './consumer.js';
import type { ConsumerStrategy } from './group-config.js';

/** Picks the consumer of an event; undefined when none that may have it can take one more. */
export type PickConsumer = (
  event: Resolved,
  consumers: readonly Consumer[],
) => Consumer | undefined;

export function consumerPicker(strategy: ConsumerStrategy): PickConsumer {
  switch (strategy) {
    case 'DispatchToSingle':
      return (_event, consumers) => consumers.find(({ free }) => free > 0);
    case 'RoundRobin':
      return roundRobin();
    case 'Pinned':
      return pinnedBy(({ fields }) => fields.stream);
    case 'PinnedByCorrelation':
      return pinnedBy(correlationOf);
  }
}

function roundRobin(): PickConsumer {
  let turn = 0;
  return (_event, consumers) => {
    for (let step = 0; step < consumers.length; step += 1) {
      const consumer = consumers[(turn + step) % consumers.length];
      if (consumer && consumer.free > 0) {
        turn = (turn + step + 1) % consumers.length;
        return consumer;
      }
    }
    return undefined;
  };
}

/** The same key goes to the same consumer as long as no consumer joins or leaves. */
function pinnedBy(keyOf: (entry: LogEntry) => string): PickConsumer {
  return ({ event, link }, consumers) => {
    const entry = event ?? link;
    if (!entry || consumers.length === 0) return undefined;
    const hash = createHash('sha1').update(keyOf(entry)).digest().readUInt32BE(0);
    const consumer = consumers[hash % consumers.length];
    return consumer && consumer.free > 0 ? consumer : undefined;
  };
}

function correlationOf({ fields }: LogEntry): string {
  const { $correlationId } = readMetadata(fields.metadata);
  return typeof $correlationId === 'string' ? $correlationId : fields.stream;
}
