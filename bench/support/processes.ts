import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/** Starts a built program; what it prints goes to our stderr, so that stdout stays one JSON. */
export function startProgram(
  file: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): ChildProcess {
  const child = spawn(process.execPath, [file, ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  child.stdout.on('data', (chunk: Buffer) => process.stderr.write(chunk));
  return child;
}

export async function stopProgram(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  await once(child, 'exit');
}

/** @throws Error when the address does not answer 2xx in time. */
export async function untilAnswers(url: string, init: RequestInit = {}): Promise<void> {
  const deadlineMs = Date.now() + 30_000;
  for (;;) {
    try {
      const response = await fetch(url, init);
      if (response.ok) return;
    } catch {
      // Not listening yet.
    }
    if (Date.now() > deadlineMs) throw new Error(`${url} does not answer`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

export function progress(line: string): void {
  process.stderr.write(`${line}\n`);
}
