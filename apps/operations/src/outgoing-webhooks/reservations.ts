/**
 * What each client is adding right now. A limit that counts only what is there already would let
 * through however many are added at the same time.
 */
export class Reservations {
  readonly #adding = new Map<string, Map<string, number>>();

  /** @param add gets what tells which others the client is adding. */
  async run<T>(
    client: string,
    id: string,
    add: (others: () => ReadonlySet<string>) => Promise<T>,
  ): Promise<T> {
    const ids = this.#adding.get(client) ?? new Map<string, number>();
    this.#adding.set(client, ids);
    ids.set(id, (ids.get(id) ?? 0) + 1);
    try {
      return await add(() => new Set([...ids.keys()].filter((other) => other !== id)));
    } finally {
      const left = (ids.get(id) ?? 1) - 1;
      if (left > 0) ids.set(id, left);
      else ids.delete(id);
      if (ids.size === 0) this.#adding.delete(client);
    }
  }
}
