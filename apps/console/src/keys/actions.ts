import type { WordId } from '../words/en.js';

/** Something that the page can do, by keys, from the palette and mostly by a button too. */
export type Action = {
  /** Any of these: `J`, `Shift+N`, `Mod+K`, or one after the other: `G Q`. */
  readonly keys: readonly string[];
  readonly name: WordId;
  readonly run: () => void;
  readonly enabled?: boolean;
  /** Whether holding the key down goes on. */
  readonly repeats?: boolean;
};

const offered = new Set<readonly Action[]>();

/** Adds them to what help and palette show, until the returned function is called. */
export function offer(actions: readonly Action[]): () => void {
  offered.add(actions);
  return () => offered.delete(actions);
}

export function offeredActions(): Action[] {
  const byName = new Map<string, Action>();
  for (const action of [...offered].flat()) byName.set(action.name, action);
  return [...byName.values()];
}
