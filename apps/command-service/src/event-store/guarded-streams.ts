import { randomUUID } from 'node:crypto';
import type { EmbeddedEventStore } from '#embedded-event-store';
import type { Json } from '#event-store';

/** May read every stream, and `$all`. */
export const READERS = 'ledger-readers';
/** May append to streams, never delete one or change its access list. */
export const WRITERS = 'ledger-writers';

const SETTINGS = '$settings';
const ALL_METADATA = '$$$all';

/** For streams without a list of their own: `$admins` alone delete, strangers see nothing. */
const DEFAULT_LISTS = {
  $userStreamAcl: { $r: [READERS], $w: [WRITERS], $d: [], $mr: [READERS], $mw: [] },
};

const ALL_LIST = { $acl: { $r: [READERS] } };

/**
 * Closes the streams of the ledger at the door to users in neither group, in the protocol's own
 * words. Lists that an operator wrote stay as they are.
 */
export async function guardStreams(store: EmbeddedEventStore): Promise<void> {
  if (await isUnset(store, SETTINGS)) await write(store, SETTINGS, SETTINGS, DEFAULT_LISTS);
  if (await isUnset(store, ALL_METADATA)) await write(store, ALL_METADATA, '$metadata', ALL_LIST);
}

/** The door itself writes empty settings. */
async function isUnset(store: EmbeddedEventStore, stream: string): Promise<boolean> {
  for await (const { data } of store.read(stream, { direction: 'backwards', maxCount: 1 })) {
    return Object.keys(data as object).length === 0;
  }
  return true;
}

async function write(
  store: EmbeddedEventStore,
  stream: string,
  type: string,
  data: Json,
): Promise<void> {
  await store.append(stream, [{ id: randomUUID(), type, data, metadata: {} }], 'any');
}
