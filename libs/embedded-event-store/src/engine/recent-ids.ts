/** Ids remembered: this many at least, twice as many at most. */
const REMEMBERED_MIN = 65_536;

/** Positions of the latest events by id, for repeats that name no exact revision. */
export class RecentIds {
  #young = new Map<string, number>();
  #old = new Map<string, number>();

  add(id: string, position: number): void {
    if (this.#young.size >= REMEMBERED_MIN) {
      this.#old = this.#young;
      this.#young = new Map();
    }
    this.#young.set(id, position);
  }

  positionOf(id: string): number | undefined {
    return this.#young.get(id) ?? this.#old.get(id);
  }
}

/** How many events a store reads back at opening to remember their ids. */
export const REMEMBERED_AT_OPEN = REMEMBERED_MIN / 2;
