import type { Log } from './log.js';
import type { LogEntry } from './log-entry.js';
import type { StreamIndex } from './stream-index.js';
import type { Streams } from './streams.js';

/** What reading needs of the engine. */
export type Readable = {
  readonly log: Log;
  readonly streams: Streams;
  readonly index: StreamIndex;
  entriesAt(positions: readonly number[]): readonly LogEntry[];
};
