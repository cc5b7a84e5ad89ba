import type { DueTask } from './due-task.js';
import type { Draft, Shelf } from './shelf.js';

/** Notes what will happen by itself at a time, as a hold that lapses. */
export function note(draft: Draft, task: DueTask, atMs: number): void {
  draft.put('due', keyOf(task, atMs), task);
}

export function unnote(draft: Draft, task: DueTask, atMs: number): void {
  draft.remove('due', keyOf(task, atMs));
}

/** What is due by now, earliest first, with the key to remove it by. */
export function dueTasks(shelf: Shelf, nowMs: number): (readonly [string, DueTask])[] {
  return [...shelf.range('due', { before: timeKey(nowMs + 1) })];
}

function keyOf({ kind, id }: DueTask, atMs: number): string {
  return `${timeKey(atMs)}/${kind}/${id}`;
}

function timeKey(atMs: number): string {
  return atMs.toString().padStart(16, '0');
}
