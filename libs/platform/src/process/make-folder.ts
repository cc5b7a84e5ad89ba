import { accessSync, constants, existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { InvalidConfig } from '#environment';

/**
 * Makes a folder that a person named, with those above it, and checks that it can be written to.
 * Step by step: a recursive mkdir of Node 20 never returns where no folder can be, as in /proc.
 *
 * @param advice the way out, as in "choose another folder with DATA_DIR".
 * @throws InvalidConfig when it cannot be made or written to, or a file has its name.
 */
export function makeFolder(path: string, advice: string): void {
  const isThere = existsSync(path);
  if (isThere && !statSync(path).isDirectory()) {
    throw new InvalidConfig(`${path} is a file; ${advice}`);
  }
  if (!isThere) makeFolder(dirname(path), advice);
  try {
    if (isThere) accessSync(path, constants.W_OK);
    else mkdirSync(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const what = isThere ? 'written to' : 'made';
    throw new InvalidConfig(`${path} cannot be ${what} (${String(code)}); ${advice}`);
  }
}
