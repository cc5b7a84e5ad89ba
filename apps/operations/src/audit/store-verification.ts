import { eventLeafHash, sameHash } from '#audit';
import type { EventLog } from '#event-store';
import { Finding } from './finding.js';
import type { TreeFile } from './tree-file.js';

/**
 * Reads the whole store again and compares each event with the tree, up to the size that the tree
 * has now.
 *
 * @returns how many were compared; fewer than the tree has when it is stopped.
 * @throws Finding naming the first leaf that differs.
 */
export async function verifyStore(
  log: EventLog,
  tree: TreeFile,
  stopping: AbortSignal,
): Promise<number> {
  const { size } = tree;
  let index = 0;
  for await (const events of log.readStored('start')) {
    for (const event of events) {
      if (index >= size) return index;
      if (!sameHash(eventLeafHash(event), tree.nodes(0, index))) {
        const place = `${event.stream} ${event.revision}`;
        throw new Finding('events-changed', `leaf ${index} is not what was read (${place})`);
      }
      index += 1;
    }
    if (stopping.aborted) return index;
  }
  if (index < size)
    throw new Finding('events-missing', `the event store ends before leaf ${index}`);
  return index;
}
