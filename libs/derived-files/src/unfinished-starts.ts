import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** As often may a process end while it uses a file for the first time, be it by chance. */
const UNFINISHED_MAX = 2;

/**
 * Counts the starts in a row that ended before a file had proven usable. A file that is too short,
 * or whose pages are not its own, ends the process with a signal: no error is left to catch.
 */
export class UnfinishedStarts {
  constructor(private readonly folder: string) {}

  get areTooMany(): boolean {
    return this.#count() >= UNFINISHED_MAX;
  }

  begin(): void {
    try {
      writeFileSync(this.#file, String(this.#count() + 1));
    } catch {
      // On a full disk there is nothing to remember it by, and nothing else depends on it.
    }
  }

  /** The file can be used. */
  finish(): void {
    rmSync(this.#file, { force: true });
  }

  get #file(): string {
    return join(this.folder, 'unfinished-starts');
  }

  #count(): number {
    try {
      return Number(readFileSync(this.#file, 'utf8')) || 0;
    } catch {
      return 0;
    }
  }
}
