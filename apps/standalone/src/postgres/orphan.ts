import { readFileSync, realpathSync } from 'node:fs';
import { basename, join } from 'node:path';
import { commandOf, endProcess, isRunning, type Step } from '../processes/processes.js';

/**
 * Fast shutdown; immediate shutdown, after which the next start recovers; the end of what hangs.
 */
export const STOPPING: readonly Step[] = [
  { signal: 'SIGINT', patienceMs: 15_000 },
  { signal: 'SIGQUIT', patienceMs: 5_000 },
  { signal: 'SIGKILL', patienceMs: 5_000 },
];

/**
 * Ends a server whose starter was killed: it still holds the folder and the port.
 *
 * @throws Error when it does not end.
 */
export async function stopOrphan(folder: string, steps: readonly Step[] = STOPPING): Promise<void> {
  const pid = serverOf(folder);
  if (pid === null || (await endProcess(pid, steps))) return;
  throw new Error(`the PostgreSQL of an earlier start (process ${pid}) does not end`);
}

/**
 * The server that runs on this very folder; null without one. Its number alone proves nothing,
 * since numbers are used again: it must say the folder in the file, and have been started with it.
 */
export function serverOf(folder: string): number | null {
  const [first = '', data = ''] = linesOf(join(folder, 'postmaster.pid'));
  const pid = Number(first);
  if (!Number.isInteger(pid) || pid <= 1 || !isRunning(pid)) return null;
  return isSame(data, folder) && isSame(servedBy(commandOf(pid)), folder) ? pid : null;
}

/** The folder that a server was started with; undefined for any other program. */
function servedBy([program = '', ...words]: readonly string[]): string | undefined {
  const at = words.indexOf('-D');
  return at >= 0 && basename(program).startsWith('postgres') ? words[at + 1] : undefined;
}

function isSame(path: string | undefined, folder: string): boolean {
  return path === folder || path === realpathSync(folder);
}

function linesOf(file: string): string[] {
  try {
    return readFileSync(file, 'utf8').split('\n');
  } catch {
    return [];
  }
}
