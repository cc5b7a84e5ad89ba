import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { replaceFile } from '#platform';

const NAME = /^\d{16}\.checkpoint$/;

/** A second place for heads, out of reach of who can change the store: a mounted folder. */
export class WitnessFolder {
  constructor(readonly path: string) {}

  /** Writes a head that is not there yet. */
  async keep(size: number, note: string): Promise<void> {
    const file = join(this.path, `${String(size).padStart(16, '0')}.checkpoint`);
    const present = await readFile(file, 'utf8').catch((error: unknown) => {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
      throw error;
    });
    // Another head of the same size stays: it is what shows that two were signed.
    if (present === null) await replaceFile(file, note);
  }

  /** The heads that were written, the smallest first. */
  async notes(): Promise<string[]> {
    const names = await readdir(this.path).catch((error: unknown) => {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
      throw error;
    });
    const heads = names.filter((name) => NAME.test(name)).sort();
    return Promise.all(heads.map((name) => readFile(join(this.path, name), 'utf8')));
  }
}
