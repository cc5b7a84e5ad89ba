import { spawn } from 'node:child_process';
import type { Job, JobResult } from '../jobs/job.js';

const OUTPUT_LENGTH_MAX = 4_000;

/**
 * Trains a new fraud model every month. The trainer is a program of its own, so that hours of
 * arithmetic never hold up the other jobs; what it proposes it records itself.
 *
 * @param command words separated by spaces, run without a shell.
 */
export function modelTraining(command: string): Job {
  return {
    name: 'model-training',
    schedule: { kind: 'monthly', day: 1, hour: 3 },
    run: (_previous, stopping) => runProgram(command, stopping),
  };
}

/**
 * Compares the challenger with the champion again a week after the training, then on more labels;
 * before a promotion, run it by hand.
 *
 * @param command as of `modelTraining`.
 */
export function challengerComparison(command: string): Job {
  return {
    name: 'model-comparison',
    schedule: { kind: 'monthly', day: 8, hour: 3 },
    run: (_previous, stopping) => runProgram(command, stopping),
  };
}

/** @throws Error with the program's last words when it does not end with 0. */
async function runProgram(command: string, stopping: AbortSignal): Promise<JobResult> {
  const [program = '', ...args] = command.split(/\s+/).filter(Boolean);
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  const keep = (chunk: Buffer): void => {
    output = (output + chunk.toString('utf8')).slice(-OUTPUT_LENGTH_MAX);
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  const stop = (): void => void child.kill('SIGTERM');
  stopping.addEventListener('abort', stop);
  try {
    const code = await new Promise<number | null>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', resolve);
    });
    const lastLine = output.trimEnd().split('\n').at(-1) ?? '';
    if (code === 0) return { exitCode: 0, lastLine };
    const how = stopping.aborted ? 'stopped with this process' : `exit code ${code ?? 'none'}`;
    throw new Error(`${program} ended (${how}): ${lastLine}`);
  } finally {
    stopping.removeEventListener('abort', stop);
  }
}
