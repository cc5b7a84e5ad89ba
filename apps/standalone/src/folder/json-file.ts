import { readFileSync } from 'node:fs';
import { replaceFileSync } from '#platform';
import { StartFailure } from '../start-failure.js';

/**
 * @returns null when there is no such file, or nothing in it yet.
 * @throws StartFailure when it holds something else than JSON.
 */
export function readJson(file: string): unknown {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
  if (text === '') return null;
  try {
    return JSON.parse(text);
  } catch {
    throw new StartFailure(`${file} is not JSON; put back what was there, or move it away`);
  }
}

/** Replaces the file whole or not at all; only its owner may read it. */
export function writeJson(file: string, value: unknown): void {
  replaceFileSync(file, `${JSON.stringify(value, null, 2)}\n`);
}
