import type { Database as LmdbDatabase, Key, RootDatabase } from 'lmdb';

type Write = {
  readonly db: LmdbDatabase<Buffer>;
  readonly key: Key;
  /** Undefined: remove it. */
  readonly value: Buffer | undefined;
};

/** Writes that go to disk together, in one transaction. */
export class WriteBatch {
  private readonly writes: Write[] = [];

  put<K extends Key>(db: LmdbDatabase<Buffer, K>, key: K, value: Buffer): void {
    this.writes.push({ db, key, value });
  }

  remove<K extends Key>(db: LmdbDatabase<Buffer, K>, key: K): void {
    this.writes.push({ db, key, value: undefined });
  }

  /**
   * Resolves when all of it is on disk.
   *
   * @throws Error with the system's reason when it is not; then none of it is.
   */
  async commit(root: RootDatabase<Buffer, string>): Promise<void> {
    if (this.writes.length === 0) return;
    try {
      await root.batch(() => {
        for (const { db, key, value } of this.writes) {
          void (value === undefined ? db.remove(key) : db.put(key, value));
        }
      });
    } catch (error) {
      throw await reasonOf(error);
    }
  }
}

/** LMDB says only "commit failed", and keeps the reason in a promise of its own. */
async function reasonOf(failure: unknown): Promise<Error> {
  const { commitError } = failure as { readonly commitError?: Promise<never> };
  const reason: unknown = await commitError?.catch((error: unknown) => error);
  if (reason instanceof Error) return reason;
  return failure instanceof Error ? failure : new Error(String(failure));
}
