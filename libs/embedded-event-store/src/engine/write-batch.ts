import type { Database as LmdbDatabase, Key } from 'lmdb';
import type { Database } from './database.js';

type Write = {
  readonly db: LmdbDatabase<Buffer>;
  readonly key: Key;
  /** Undefined: remove it. */
  readonly value: Buffer | undefined;
};

const PAGE_BYTES = 4_096;
/** Pages that any commit may take: roots, branches, the list of free pages. */
const BASE_BYTES = 16 * PAGE_BYTES;

/**
 * Seen once, in some three hundred kills under load: lmdb 3.5.6 could not write its list of free
 * pages and aborted the transaction, because it reads a length before it knows that there is one.
 * Nothing of it is written, and the next transaction reads the list again.
 */
const ABORTED = 'MDB_BAD_TXN';
const ATTEMPTS_MAX = 5;

/** Writes that go to disk together, in one transaction. */
export class WriteBatch {
  readonly #writes: Write[] = [];
  /** Of the file, at most, counting no page that is free in it. */
  #bytesMax = BASE_BYTES;

  get size(): number {
    return this.#writes.length;
  }

  /** A key behind all others: its neighbours share their pages. */
  append<K extends Key>(db: LmdbDatabase<Buffer, K>, key: K, value: Buffer): void {
    this.#writes.push({ db, key, value });
    this.#bytesMax += value.length * 2 + (value.length * 2 > PAGE_BYTES ? PAGE_BYTES : 0);
  }

  put<K extends Key>(db: LmdbDatabase<Buffer, K>, key: K, value: Buffer): void {
    this.append(db, key, value);
    this.#bytesMax += 2 * PAGE_BYTES;
  }

  remove<K extends Key>(db: LmdbDatabase<Buffer, K>, key: K): void {
    this.#writes.push({ db, key, value: undefined });
    this.#bytesMax += PAGE_BYTES;
  }

  /**
   * Resolves when all of it is on disk.
   *
   * @throws Error with the system's reason when it is not; then none of it is.
   */
  async commit({ root, reserve }: Database): Promise<void> {
    if (this.#writes.length === 0) return;
    await reserve.during(this.#bytesMax, () => this.#write(root));
  }

  async #write(root: Database['root']): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        await this.#writeOnce(root);
        return;
      } catch (error) {
        const reason = await reasonOf(error);
        if (attempt === ATTEMPTS_MAX || !reason.message.startsWith(ABORTED)) throw reason;
      }
    }
  }

  async #writeOnce(root: Database['root']): Promise<void> {
    await root.batch(() => {
      for (const { db, key, value } of this.#writes) {
        void (value === undefined ? db.remove(key) : db.put(key, value));
      }
    });
  }
}

/** LMDB says only "commit failed", and keeps the reason in a promise of its own. */
async function reasonOf(failure: unknown): Promise<Error> {
  const { commitError } = failure as { readonly commitError?: Promise<never> };
  const reason: unknown = await commitError?.catch((error: unknown) => error);
  if (reason instanceof Error) return reason;
  return failure instanceof Error ? failure : new Error(String(failure));
}
