import { assertContinues, lastMark, StoreDiverged, type EventStore, type Mark } from '#event-store';

/** Where the feed of messages goes on, and what it found about the store. */
export type Resumption = {
  readonly after: Mark | 'start';
  /** Null when the store has what was read from it before; else what it says. */
  readonly diverged: string | null;
};

/**
 * Behind the last event that was read, where the store still has it. A store that was restored from
 * a backup does not: then behind the latest of the kept marks that it has. What lies between that
 * mark and the backup's end is sent once more, under the same message ids.
 *
 * @param kept oldest first; without any, for a queue that kept none, the store's end is the place.
 */
export async function resumptionOf(
  store: EventStore,
  last: Mark | null,
  kept: readonly Mark[],
): Promise<Resumption> {
  if (last === null) return { after: 'start', diverged: null };
  const diverged = await divergence(store, last);
  if (diverged === null) return { after: last, diverged };
  if (kept.length === 0) return { after: (await lastMark(store)) ?? 'start', diverged };
  // The store has all marks up to one and none behind it.
  let [low, high] = [0, kept.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const mark = kept[middle];
    if (mark && (await divergence(store, mark)) === null) low = middle + 1;
    else high = middle;
  }
  return { after: kept[low - 1] ?? 'start', diverged };
}

async function divergence(store: EventStore, mark: Mark): Promise<string | null> {
  try {
    await assertContinues(store, mark);
    return null;
  } catch (error) {
    if (error instanceof StoreDiverged) return error.message;
    throw error;
  }
}
