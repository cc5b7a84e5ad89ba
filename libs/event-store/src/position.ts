import type { Position } from './event-store.js';

/** Before every event; sorts below any real position. */
export const POSITION_START: Position = { commit: 0n, prepare: 0n };

/** As it appears in APIs and checkpoints: `commit/prepare`. */
export function formatPosition({ commit, prepare }: Position): string {
  return `${commit}/${prepare}`;
}

/** @throws RangeError for text that formatPosition cannot have written. */
export function parsePosition(text: string): Position {
  const [, commit, prepare] = /^(\d{1,20})\/(\d{1,20})$/.exec(text) ?? [];
  if (commit === undefined || prepare === undefined) {
    throw new RangeError(`not a position: ${text}; expected commit/prepare, as in 1042/1042`);
  }
  return { commit: BigInt(commit), prepare: BigInt(prepare) };
}

/** Negative when `a` is before `b`, 0 when equal, positive when after. */
export function comparePositions(a: Position, b: Position): number {
  if (a.commit !== b.commit) return a.commit < b.commit ? -1 : 1;
  if (a.prepare !== b.prepare) return a.prepare < b.prepare ? -1 : 1;
  return 0;
}
