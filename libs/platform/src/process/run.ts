import { InvalidConfig } from '#environment';
import { survivesLostOutput, writeOutput } from './log-output.js';

const STDERR = 2;
/** Takes every right of group and others away from new files and folders. */
const OTHERS = 0o077;

/**
 * Runs a process's main function: one clear line and exit code 1 when it cannot start.
 *
 * @param name the process, for that line.
 */
export async function run(name: string, main: () => Promise<void>): Promise<void> {
  survivesLostOutput();
  // Whatever this process keeps on disk is its owner's alone.
  process.umask(OTHERS);
  try {
    await main();
    process.exit(0);
  } catch (error) {
    writeOutput(`${name}: ${describe(error)}\n`, STDERR);
    process.exit(1);
  }
}

function describe(error: unknown): string {
  if (error instanceof InvalidConfig) return error.message;
  const { code, port, address } = error as { code?: string; port?: number; address?: string };
  if (code === 'EADDRINUSE') {
    return `port ${port} on ${address} is taken; stop its owner or set another port`;
  }
  if (code === 'ENOSPC') return 'the disk is full; make room and start again';
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
