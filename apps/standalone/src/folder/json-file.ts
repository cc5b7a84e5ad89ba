import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
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

const OWNER_ONLY = 0o600;

/** Replaces the file whole or not at all; only its owner may read it. */
export function writeJson(file: string, value: unknown): void {
  writeText(file, JSON.stringify(value, null, 2));
}

/** Likewise. */
export function writeText(file: string, text: string): void {
  const draft = `${file}.draft`;
  rmSync(draft, { force: true }); // Its mode would else be that of an earlier draft.
  writeFileSync(draft, `${text}\n`, { mode: OWNER_ONLY });
  renameSync(draft, file);
}
