/** Joins items that share a key, through others too, so that no order of them matters. */
export class Clusters {
  readonly #parents: number[] = [];
  readonly #firsts = new Map<string, Map<string, number>>();

  /** Adds the next item; items share a key only within a scope. */
  add(scope: string, keys: Iterable<string>): void {
    const item = this.#parents.length;
    this.#parents.push(item);
    let firsts = this.#firsts.get(scope);
    if (!firsts) this.#firsts.set(scope, (firsts = new Map<string, number>()));
    for (const key of keys) {
      const first = firsts.get(key);
      if (first === undefined) firsts.set(key, item);
      else this.#join(first, item);
    }
  }

  /** The items of each cluster, by their index in the order in which they were added. */
  *groups(): Generator<readonly number[]> {
    this.#firsts.clear();
    const count = this.#parents.length;
    const nexts = new Int32Array(count).fill(-1);
    for (let item = count - 1; item >= 0; item -= 1) {
      const root = this.#rootOf(item);
      if (root === item) continue;
      nexts[item] = nexts[root] ?? -1;
      nexts[root] = item;
    }
    for (let root = 0; root < count; root += 1) {
      if (this.#parents[root] !== root) continue;
      const group: number[] = [];
      for (let item = root; item >= 0; item = nexts[item] ?? -1) group.push(item);
      yield group;
    }
  }

  /** The lower index is the root, so that it stands before its items. */
  #join(a: number, b: number): void {
    const [rootOfA, rootOfB] = [this.#rootOf(a), this.#rootOf(b)];
    if (rootOfA !== rootOfB) {
      this.#parents[Math.max(rootOfA, rootOfB)] = Math.min(rootOfA, rootOfB);
    }
  }

  #rootOf(item: number): number {
    let at = item;
    for (;;) {
      const parent = this.#parents[at] ?? at;
      if (parent === at) return at;
      const above = this.#parents[parent] ?? parent;
      this.#parents[at] = above;
      at = above;
    }
  }
}
