import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

const POLL_MS = 50;

/** A signal, and how long to wait for its effect before the next. */
export type Step = { readonly signal: NodeJS.Signals; readonly patienceMs: number };

/** The words that a process was started with; none where the machine does not tell, or it ended. */
export function commandOf(pid: number): readonly string[] {
  return textOf(pid, 'cmdline').split('\0').filter(Boolean);
}

/** Of the processes that it started and that still run. */
export function childrenOf(pid: number): readonly number[] {
  return textOf(pid, `task/${pid}/children`).split(' ').filter(Boolean).map(Number);
}

/** Whether it runs; one that has ended and was not yet taken note of does not. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  return stateOf(pid) !== 'Z';
}

/**
 * Ends a process and its children with one signal after the other, each harder than the last. What
 * hangs cannot refuse the last one, SIGKILL.
 *
 * @param pid one that was proven to be ours.
 * @returns whether it has ended.
 */
export async function endProcess(pid: number, steps: readonly Step[]): Promise<boolean> {
  const children = childrenOf(pid).map((child) => ({ child, started: startOf(child) }));
  for (const { signal, patienceMs } of steps) {
    sendTo(pid, signal);
    for (let waitedMs = 0; waitedMs < patienceMs && isRunning(pid); waitedMs += POLL_MS) {
      await sleep(POLL_MS);
    }
    if (!isRunning(pid)) break;
  }
  if (isRunning(pid)) return false;
  // They would go by themselves, unless they hang as their parent did.
  for (const { child, started } of children) {
    if (started !== '' && startOf(child) === started) sendTo(child, 'SIGKILL');
  }
  return true;
}

function sendTo(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

function stateOf(pid: number): string {
  return statOf(pid)[0] ?? '';
}

/** Tells two processes with one number apart. */
function startOf(pid: number): string {
  return statOf(pid)[19] ?? '';
}

/** Behind the name in brackets, which may hold anything. */
function statOf(pid: number): string[] {
  const text = textOf(pid, 'stat');
  return text.slice(text.lastIndexOf(')') + 2).split(' ');
}

/** Linux tells in files; elsewhere nothing is known. */
function textOf(pid: number, name: string): string {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8');
  } catch {
    return '';
  }
}
