import { InvalidConfig } from '#environment';

/** Why the system cannot start or run on, in one line that says what to do. Exit code 1. */
export class StartFailure extends Error {
  override readonly name = 'StartFailure';
}

/** @returns one line for a person, for any value that was thrown. */
export function lineOf(error: unknown, folder: string): string {
  if (error instanceof StartFailure || error instanceof InvalidConfig) return error.message;
  if ((error as NodeJS.ErrnoException).code === 'ENOSPC') return diskFull(folder);
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

export function diskFull(folder: string): string {
  return `the disk that holds ${folder} is full; make room and start again`;
}
