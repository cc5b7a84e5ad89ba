import type { Database } from './database.js';
import { WriteBatch } from './write-batch.js';

const ABORTED = 'MDB_BAD_TXN: Transaction must abort, has a child, or is invalid';

describe('a batch', () => {
  it('is written again when LMDB aborted its transaction', async () => {
    const disk = new Disk([ABORTED, ABORTED]);
    await aBatch(disk).commit(disk.database);
    expect(disk.written).toEqual([['key', 'value']]);
    expect(disk.attempts).toBe(3);
  });

  it('is given up when LMDB aborts it again and again', async () => {
    const disk = new Disk(Array<string>(9).fill(ABORTED));
    await expect(aBatch(disk).commit(disk.database)).rejects.toThrow(ABORTED);
    expect(disk.attempts).toBe(5);
    expect(disk.written).toEqual([]);
  });

  it('is not written again when the disk refused it', async () => {
    const disk = new Disk(['No space left on device']);
    await expect(aBatch(disk).commit(disk.database)).rejects.toThrow('No space left on device');
    expect(disk.attempts).toBe(1);
  });
});

function aBatch({ table }: Disk): WriteBatch {
  const batch = new WriteBatch();
  batch.put(table, 'key', Buffer.from('value'));
  return batch;
}

/** Refuses as many transactions as it has refusals, as lmdb does: with the reason in a promise. */
class Disk {
  readonly written: [key: string, value: string][] = [];
  attempts = 0;
  #open: [key: string, value: string][] = [];

  constructor(private readonly refusals: string[]) {}

  readonly table = {
    put: (key: string, value: Buffer) => this.#open.push([key, value.toString()]),
  } as unknown as Database['streams'];

  readonly database = {
    root: { batch: (write: () => void) => this.#batch(write) },
    reserve: { during: (_bytes: number, commit: () => Promise<void>) => commit() },
  } as unknown as Database;

  async #batch(write: () => void): Promise<void> {
    this.attempts += 1;
    this.#open = [];
    write();
    const refusal = this.refusals.shift();
    if (refusal !== undefined) {
      const commitError = Promise.reject(new Error(refusal));
      commitError.catch(() => undefined);
      throw Object.assign(new Error('commit failed'), { commitError });
    }
    this.written.push(...this.#open);
  }
}
