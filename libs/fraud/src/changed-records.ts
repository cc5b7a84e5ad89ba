/**
 * Which records changed since the last snapshot. A snapshot is taken in slices while the fold goes
 * on: what the fold is about to change is copied first, so that all slices are of one moment.
 */
export class ChangedRecords<Entry> {
  #changed = new Set<string>();
  #pending = new Set<string>();
  #copied: Entry[] = [];

  constructor(private readonly recordOf: (key: string) => Entry) {}

  /** To be called before a record changes. */
  touch(key: string): void {
    this.#changed.add(key);
    if (this.#pending.delete(key)) this.#copied.push(this.recordOf(key));
  }

  /** Fixes what changed until now; what an earlier snapshot left untaken is part of it. */
  begin(first: Entry): void {
    for (const key of this.#pending) this.#changed.add(key);
    this.#pending = this.#changed;
    this.#changed = new Set();
    this.#copied.push(first);
  }

  /** The next records of what was fixed; none when all are taken. */
  take(recordsMax: number): Entry[] {
    const slice = this.#copied.splice(0, recordsMax);
    for (const key of this.#pending) {
      if (slice.length >= recordsMax) break;
      this.#pending.delete(key);
      slice.push(this.recordOf(key));
    }
    return slice;
  }
}
