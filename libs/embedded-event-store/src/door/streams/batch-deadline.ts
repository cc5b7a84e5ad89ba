import type { BatchOptions } from '../protocol/streams.js';
import { DeadlinePassed } from './batch-status.js';

/** Longest time the server gives an append, in milliseconds, even when its client allows more. */
const DEADLINE_MS_MAX = 24 * 60 * 60 * 1000;

/** @throws DeadlinePassed when the outcome is not known in time; it may still be written. */
export async function beforeDeadline<T>(
  options: BatchOptions,
  append: () => Promise<T>,
): Promise<T> {
  const leftMs = msUntilDeadline(options);
  if (leftMs <= 0) throw new DeadlinePassed();
  let timer: NodeJS.Timeout | undefined;
  const passed = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new DeadlinePassed()), leftMs);
  });
  try {
    return await Promise.race([append(), passed]);
  } finally {
    clearTimeout(timer);
  }
}

function msUntilDeadline({ deadline, deadlineDuration }: BatchOptions): number {
  const span = deadline ?? deadlineDuration;
  if (!span) return DEADLINE_MS_MAX;
  const ms = Number(span.seconds ?? 0n) * 1000 + (span.nanos ?? 0) / 1e6;
  return Math.min(deadline ? ms - Date.now() : ms, DEADLINE_MS_MAX);
}
