import type { Engine } from '../../engine/engine.js';
import type { LogEntry } from '../../engine/log-entry.js';
import { durableHead, readStream } from '../../engine/read-stream.js';
import { ALL } from '../conversions.js';
import { filterOf } from '../streams/filter.js';
import type { GroupConfig } from './group-config.js';

/** Where a group's events come from, counted by revision or by position in `$all`. */
export type GroupSource = {
  /** Events from `from` on, with their numbers, and where to go on reading. */
  readonly read: (from: number, limit: number) => SourcePage;
  /** Number of the last event that there is; -1 or 0 without any. */
  readonly last: () => number;
  /** A number as the protocol's texts write it. */
  readonly print: (number: number) => string;
};

export type SourcePage = {
  readonly events: readonly { readonly number: number; readonly entry: LogEntry }[];
  readonly next: number;
};

export function sourceOf(engine: Engine, { stream, filter }: GroupConfig): GroupSource {
  if (stream !== ALL) return streamSource(engine, stream);
  const matches = filter ? filterOf(filter).matches : () => true;
  const { log } = engine;
  return {
    read: (from, limit) => {
      const page = log.forwards(from, limit);
      const events = page
        .filter((entry) => !entry.fields.stream.startsWith('$') && matches(entry))
        .map((entry) => ({ number: entry.position, entry }));
      return { events, next: (page.at(-1)?.position ?? from - 1) + 1 };
    },
    last: () => log.durable,
    print: (number) => `C:${number}/P:${number}`,
  };
}

function streamSource(engine: Engine, stream: string): GroupSource {
  return {
    read: (from, limit) => {
      const read = readStream(engine, stream, { from, direction: 'forwards', limit });
      if (read.status !== 'found') return { events: [], next: from };
      for (const page of read.pages) {
        const events = page.map((entry) => ({ number: entry.fields.revision, entry }));
        return { events, next: (events.at(-1)?.number ?? from - 1) + 1 };
      }
      return { events: [], next: from };
    },
    last: () => {
      const state = engine.streams.find(stream);
      return state ? durableHead(engine, state) : -1;
    },
    print: String,
  };
}
