import { writeSync } from 'node:fs';
import { destination } from 'pino';
import type { ReadMetric } from '../metrics/metrics.js';

const STDOUT = 1;
/** What waits for room on the disk; what is logged beyond it is lost. */
const WAITING_BYTES_MAX = 1024 * 1024;

let lost = 0;

/** The stream that log lines go to. A full disk or a reader that left costs lines, never more. */
export function logOutput(): ReturnType<typeof destination> {
  const output = destination({ dest: STDOUT, sync: true, maxLength: WAITING_BYTES_MAX });
  // It keeps what it could not write and tries again with the next line.
  output.on('error', () => undefined);
  output.on('drop', () => {
    lost += 1;
  });
  return output;
}

/** Writes text that is no log line; what cannot be written is lost and counted. */
export function writeOutput(text: string, descriptor = STDOUT): void {
  try {
    writeSync(descriptor, text);
  } catch {
    lost += 1;
  }
}

/**
 * What else writes to these streams, as Node does with warnings, must not end the process when the
 * disk is full or the reader has left.
 */
export function survivesLostOutput(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', () => {
      lost += 1;
    });
  }
}

export const lostOutput: ReadMetric = {
  name: 'assay_log_lost_total',
  help: 'Lines of the log that could not be written.',
  type: 'counter',
  read: () => [{ value: lost }],
};
