/**
 * Runs tasks of one key one after another, and tasks of different keys side by side.
 *
 * It spares a double click its lost race; correctness rests on the store's exact revisions.
 */
export class Locks {
  readonly #tails = new Map<string, Promise<unknown>>();

  /** How many keys are busy. */
  get size(): number {
    return this.#tails.size;
  }

  isBusy(key: string): boolean {
    return this.#tails.has(key);
  }

  async run<T>(key: string, task: () => Promise<T>): Promise<T> {
    const before = this.#tails.get(key);
    const mine = before ? before.then(task, task) : task();
    this.#tails.set(key, mine);
    try {
      return await mine;
    } finally {
      if (this.#tails.get(key) === mine) this.#tails.delete(key);
    }
  }
}
