import type { RangeOptions } from 'lmdb';
import type { Database } from './database.js';
import { LogEntry } from './log-entry.js';
import type { Page } from './page.js';
import type { WriteBatch } from './write-batch.js';

/** Bytes of recent events kept in memory for live readers; older ones come from LMDB. */
const RECENT_BYTES_MAX = 32 * 1024 * 1024;
const RECENT_COUNT_MAX = 32_768;
/** A page read from disk ends behind the event that reaches so many bytes. */
const PAGE_BYTES_MAX = 1024 * 1024;

/** All events in position order. Positions count from 1, without gaps but for scavenged events. */
export class Log {
  /** Last position given out, durable or not. */
  last = 0;
  /** Last position on disk; nothing above it is ever shown to a reader. */
  durable = 0;
  readonly #recent = new Map<number, LogEntry>();
  #recentBytes = 0;
  #recentFirst = 1;

  constructor(private readonly db: Database['log']) {
    this.recover();
  }

  /** Goes back to what is on disk. */
  recover(): void {
    this.last = 0;
    for (const position of this.db.getKeys({ reverse: true, limit: 1 })) this.last = position;
    this.durable = this.last;
    this.#recent.clear();
    this.#recentBytes = 0;
    this.#recentFirst = this.last + 1;
  }

  /** Takes the next event; it stays in memory until it is on disk, and a while longer. */
  add(stored: Buffer): void {
    this.last += 1;
    this.#recent.set(this.last, LogEntry.sealed(this.last, stored));
    this.#recentBytes += stored.length;
    while (this.#recentFirst <= this.durable && this.#tooMuchInMemory()) {
      this.#recentBytes -= this.#recent.get(this.#recentFirst)?.stored.length ?? 0;
      this.#recent.delete(this.#recentFirst);
      this.#recentFirst += 1;
    }
  }

  /** Adds the events after `durable`, up to `to`, to a commit. */
  write(batch: WriteBatch, to: number): void {
    for (let position = this.durable + 1; position <= to; position += 1) {
      const entry = this.#recent.get(position);
      if (entry) batch.append(this.db, position, entry.stored);
    }
  }

  /** Undefined for a scavenged event. */
  at(position: number): LogEntry | undefined {
    const recent = this.#recent.get(position);
    if (recent !== undefined) return recent;
    const stored = this.db.get(position);
    return stored === undefined ? undefined : new LogEntry(position, stored);
  }

  /** Whether events from `position` on need no look at the disk. */
  keepsInMemory(position: number): boolean {
    return position >= this.#recentFirst;
  }

  /** The event was scavenged; do not show it from memory either. */
  forget(position: number): void {
    this.#recentBytes -= this.#recent.get(position)?.stored.length ?? 0;
    this.#recent.delete(position);
  }

  /**
   * Durable events from `from` upwards, at most `limit`; the log ends where `next` is not durable.
   */
  forwards(from: number, limit: number): Page {
    const start = Math.max(from, 1);
    if (start > this.durable) return { entries: [], next: start };
    if (this.keepsInMemory(start)) return this.#recentFrom(start, limit);
    const end = Math.min(this.durable + 1, this.#recentFirst);
    return this.#stored({ start, end, limit }, { step: 1, end });
  }

  /**
   * Durable events from `from` downwards, at most `limit`; the log ends where `next` is below 1.
   */
  backwards(from: number, limit: number): Page {
    const start = Math.min(from, this.durable);
    if (start < 1) return { entries: [], next: 0 };
    return this.#stored({ start, end: 0, reverse: true, limit }, { step: -1, end: 0 });
  }

  #stored(range: RangeOptions, { step, end }: { step: number; end: number }): Page {
    const entries: LogEntry[] = [];
    let bytes = 0;
    for (const { key, value } of this.db.getRange(range)) {
      entries.push(new LogEntry(key, value));
      bytes += value.length;
      const full = entries.length === range.limit || bytes >= PAGE_BYTES_MAX;
      if (full) return { entries, next: key + step };
    }
    return { entries, next: end };
  }

  #recentFrom(start: number, limit: number): Page {
    const entries: LogEntry[] = [];
    const next = Math.min(this.durable + 1, start + limit);
    for (let position = start; position < next; position += 1) {
      const entry = this.#recent.get(position);
      if (entry !== undefined) entries.push(entry);
    }
    return { entries, next };
  }

  #tooMuchInMemory(): boolean {
    return this.#recentBytes > RECENT_BYTES_MAX || this.#recent.size > RECENT_COUNT_MAX;
  }
}
