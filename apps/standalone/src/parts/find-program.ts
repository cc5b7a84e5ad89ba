import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The program of this name on a PATH, or null. */
export function findProgram(name: string, path: string): string | null {
  for (const folder of path.split(delimiter).filter(Boolean)) {
    const file = join(folder, name);
    try {
      accessSync(file, constants.X_OK);
      return file;
    } catch {
      continue;
    }
  }
  return null;
}
