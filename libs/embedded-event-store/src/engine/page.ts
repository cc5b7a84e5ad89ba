import type { LogEntry } from './log-entry.js';

/**
 * A stretch that was looked at. One without entries is no end: what is scavenged or expired leaves
 * none.
 */
export type Page = {
  readonly entries: readonly LogEntry[];
  /** Where to go on looking: behind the last place looked at, or before it when going backwards. */
  readonly next: number;
};
