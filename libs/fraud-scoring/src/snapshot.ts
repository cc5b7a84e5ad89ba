import { createHash } from 'node:crypto';
import { DerivedDatabase, type DerivedLog } from '#derived-files';
import { formatPosition, parsePosition, type Position } from '#event-store';
import {
  FEATURES,
  FOLD_VERSION,
  LABEL_VERSION,
  STATE_VERSION,
  type FeatureRecord,
  type FeatureState,
} from '#fraud';
import type { VectorJson, VectorMemory } from './vector-memory.js';

/** How far a snapshot goes. The event's id tells whether the store is still the same one. */
export type SnapshotPoint = { readonly position: Position; readonly eventId: string };

type Head = { readonly position: string; readonly eventId: string; readonly fold: string };

const HEAD = 'head';
const STATE = 'state:';
const VECTOR = 'vector:';

/** Records between two turns of the event loop: a few milliseconds, however long histories are. */
const SLICE_RECORDS = 8;

/** State of another fold is void: it would mix two meanings in one vector. */
const FOLD = createHash('sha256')
  .update(JSON.stringify([FOLD_VERSION, LABEL_VERSION, STATE_VERSION, FEATURES]))
  .digest('hex');

/** The folded state on disk, so that a restart continues where it stopped. Derived: may be lost. */
export class Snapshot {
  private constructor(private readonly database: DerivedDatabase) {}

  static open(stateDir: string, log: DerivedLog): Snapshot {
    return new Snapshot(DerivedDatabase.open(stateDir, log));
  }

  /**
   * Fills both and says how far they go; null when there is nothing of use.
   *
   * @throws Error when the file is damaged; both may be filled in part.
   */
  restore(state: FeatureState, vectors: VectorMemory): SnapshotPoint | null {
    const head = JSON.parse(this.database.get(HEAD) ?? 'null') as Head | null;
    if (head?.fold !== FOLD) return null;
    state.restore(this.#records());
    for (const { key, value } of this.#range(VECTOR)) {
      vectors.restore(key.slice(VECTOR.length), JSON.parse(value) as VectorJson);
    }
    return { position: parsePosition(head.position), eventId: head.eventId };
  }

  /**
   * Writes what changed since the last call, together with the point reached, or nothing. Takes
   * many short turns, so that folding and scoring go on meanwhile; one call at a time.
   */
  async write(state: FeatureState, vectors: VectorMemory, point: SnapshotPoint): Promise<void> {
    state.beginChanges();
    vectors.beginChanges();
    // No other process writes to this database, so a transaction may stay open over many turns.
    await this.database.transaction(async () => {
      for (;;) {
        const slice = [
          ...state.takeSlice(SLICE_RECORDS).map(([key, value]) => textOf(STATE + key, value)),
          ...vectors.takeSlice(SLICE_RECORDS).map(([id, value]) => textOf(VECTOR + id, value)),
        ];
        if (slice.length === 0) break;
        this.#put(slice);
        await nextTurn();
      }
      const position = formatPosition(point.position);
      this.#put([textOf(HEAD, { ...point, position, fold: FOLD })]);
    });
  }

  #put(entries: readonly (readonly [key: string, text: string | null])[]): void {
    for (const [key, text] of entries) {
      if (text === null) void this.database.remove(key);
      else void this.database.put(key, text);
    }
  }

  async clear(): Promise<void> {
    await this.database.clear();
  }

  /** Gives a damaged file up for an empty one. */
  async beginAgain(reason: string): Promise<void> {
    await this.database.beginAgain(reason);
  }

  async close(): Promise<void> {
    await this.database.close();
  }

  *#records(): Iterable<FeatureRecord> {
    for (const { key, value } of this.#range(STATE)) {
      yield [key.slice(STATE.length), JSON.parse(value) as FeatureRecord[1]];
    }
  }

  #range(prefix: string): Iterable<{ key: string; value: string }> {
    return this.database.getRange({ start: prefix, end: `${prefix}\uffff` });
  }
}

function textOf(key: string, value: unknown): [key: string, text: string | null] {
  return [key, value === null ? null : JSON.stringify(value)];
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
