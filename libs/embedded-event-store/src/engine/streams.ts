import { createHash } from 'node:crypto';
import type { Database } from './database.js';
import { decodeStreamState, StreamState } from './stream-state.js';

/** States kept in memory besides the changed ones: twice this many at most. */
const CACHED_MAX = 50_000;
/** LMDB takes keys up to 1978 bytes; longer names are distinguished by their hash. */
const NAME_LENGTH_MAX = 400;

/** Every stream's state: the changed and the recently used ones in memory, the rest on disk. */
export class Streams {
  /** Changed since they were last written to disk; never forgotten before that. */
  readonly changed = new Map<string, StreamState>();
  #recent = new Map<string, StreamState>();
  #older = new Map<string, StreamState>();
  /** Looked for last, and not there: an append looks for its stream several times. */
  #absent: string | undefined;

  constructor(
    private readonly db: Database['streams'],
    public nextNumber: number,
  ) {}

  /** Undefined when the stream has neither events nor metadata. */
  find(name: string): StreamState | undefined {
    const known = this.#recent.get(name) ?? this.changed.get(name) ?? this.#older.get(name);
    if (known !== undefined) return known;
    if (name === this.#absent) return undefined;
    const bytes = this.db.get(streamKey(name));
    if (bytes !== undefined) return this.#keep(decodeStreamState(name, bytes));
    this.#absent = name;
    return undefined;
  }

  /** The state of a stream that is about to be written to. */
  obtain(name: string): StreamState {
    let state = this.find(name);
    if (state === undefined) {
      state = this.#keep(new StreamState(name, this.nextNumber));
      this.nextNumber += 1;
    }
    this.changed.set(name, state);
    return state;
  }

  /** Forgets everything in memory, because the disk refused what was decided on it. */
  reset(nextNumber: number): void {
    this.nextNumber = nextNumber;
    this.#absent = undefined;
    this.changed.clear();
    this.#recent = new Map();
    this.#older = new Map();
  }

  #keep(state: StreamState): StreamState {
    this.#absent = undefined;
    if (this.#recent.size >= CACHED_MAX) {
      this.#older = this.#recent;
      this.#recent = new Map();
    }
    this.#recent.set(state.name, state);
    return state;
  }
}

/** The key of a stream's record. */
export function streamKey(name: string): string {
  if (name.length <= NAME_LENGTH_MAX) return name;
  const hash = createHash('sha256').update(name).digest('hex');
  return `${name.slice(0, NAME_LENGTH_MAX)}#${hash}`;
}
