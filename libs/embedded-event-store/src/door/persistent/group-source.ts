import type { Engine } from '../../engine/engine.js';
import type { LogEntry } from '../../engine/log-entry.js';
import { durableHead, readStream } from '../../engine/read-stream.js';
import { ALL } from '../conversions.js';
import { filterOf } from '../streams/filter.js';
import { type GroupConfig, isOfGroups } from './group-config.js';

const EPOCHS = '$epoch-information';

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
  /** Where to go on; beyond `from` whether or not there were events. */
  readonly next: number;
  /** How many were looked at and are not for the group, without what groups write themselves. */
  readonly passed: number;
};

export function sourceOf(engine: Engine, { stream, filter }: GroupConfig): GroupSource {
  if (stream !== ALL) return streamSource(engine, stream);
  const matches = filter ? filterOf(filter).matches : () => true;
  const { log } = engine;
  return {
    read: (from, limit) => {
      const { entries, next } = log.forwards(from, limit);
      const events = entries
        .filter((entry) => !isOfServer(entry.fields.stream) && matches(entry))
        .map((entry) => ({ number: entry.position, entry }));
      const own = entries.filter(({ fields }) => isOfGroups(fields.stream)).length;
      return { events, next, passed: next - from - events.length - own };
    },
    last: () => log.durable,
    print: (number) => `C:${number}/P:${number}`,
  };
}

/** What the real server leaves out, too: its own epochs, and what groups write about themselves. */
function isOfServer(stream: string): boolean {
  return stream === EPOCHS || isOfGroups(stream);
}

function streamSource(engine: Engine, stream: string): GroupSource {
  return {
    read: (from, limit) => {
      const read = readStream(engine, stream, { from, direction: 'forwards', limit });
      if (read.status !== 'found') return { events: [], next: from, passed: 0 };
      for (const { entries, next } of read.pages) {
        const events = entries.map((entry) => ({ number: entry.fields.revision, entry }));
        return { events, next, passed: next - from - events.length };
      }
      return { events: [], next: from, passed: 0 };
    },
    last: () => {
      const state = engine.streams.find(stream);
      return state ? durableHead(engine, state) : -1;
    },
    print: String,
  };
}
