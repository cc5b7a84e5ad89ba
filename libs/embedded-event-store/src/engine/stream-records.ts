import type { Database } from './database.js';
import { decodeStreamState, type StreamState } from './stream-state.js';
import { nextTurn } from './turns.js';

/** Records per turn of the event loop: others wait no more than a few milliseconds. */
const PAGE = 128;

/**
 * Every stream's state as it is on disk, in the order of their names. Each is read again when it is
 * taken, in the same turn, so that it agrees with what the index holds at that moment.
 */
export async function* streamRecords({ streams }: Database): AsyncGenerator<StreamState> {
  let start: string | undefined;
  for (;;) {
    const range = { limit: PAGE, exclusiveStart: true };
    const keys = [...streams.getKeys(start === undefined ? range : { ...range, start })];
    for (const key of keys) {
      const record = streams.get(key);
      if (record) yield decodeStreamState(key, record);
    }
    start = keys.at(-1);
    if (start === undefined) return;
    await nextTurn();
  }
}
