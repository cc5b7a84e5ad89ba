import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** Of the build, from the folder of the project, where tests and tools run. */
const MAIN = resolve('dist/apps/standalone/src/main.js');

type Local = {
  readonly urls: Readonly<Record<'command' | 'query' | 'operations' | 'sandbox', string>>;
  readonly keys: Readonly<Record<string, { readonly key: string }>>;
};

/** A standalone system as a process of its own; needs `npm run build` to have run. */
export class StandaloneProcess {
  #output = '';

  private constructor(
    private readonly child: ChildProcess,
    private readonly folder: string,
  ) {
    const keep = (chunk: Buffer): void => void (this.#output += chunk.toString('utf8'));
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
  }

  /** On free ports, unless `env` sets them and `args` does without `--free-ports`. */
  static start(
    folder: string,
    args: readonly string[],
    env: NodeJS.ProcessEnv = {},
  ): StandaloneProcess {
    const child = spawn(process.execPath, [MAIN, '--data', folder, ...args], {
      env: { ...process.env, NODE_OPTIONS: '', LOG_LEVEL: 'warn', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    return new StandaloneProcess(child, folder);
  }

  get output(): string {
    return this.#output;
  }

  get lines(): string[] {
    return this.#output.split('\n');
  }

  /** Where its services are and with which keys to call them. */
  get local(): Local {
    const read = (name: string): object =>
      JSON.parse(readFileSync(join(this.folder, name), 'utf8')) as object;
    return { ...read('standalone.json'), ...read('credentials.json') } as Local;
  }

  /** Process ids of the parts. */
  get parts(): number[] {
    return childrenOf(this.child.pid ?? 0);
  }

  kill(signal: NodeJS.Signals): void {
    this.child.kill(signal);
  }

  /** @returns the exit code, or the signal that ended it. */
  async ended(): Promise<number | NodeJS.Signals | null> {
    const { child } = this;
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    return child.exitCode ?? child.signalCode;
  }

  /** @throws Error with its output when the text does not come. */
  async says(text: string): Promise<void> {
    for (let i = 0; i < 9_000; i += 1) {
      if (this.#output.includes(text)) return;
      if (this.child.exitCode !== null) break;
      await sleep(100);
    }
    throw new Error(`it never said ${text}:\n${this.#output}`);
  }
}

/** Whether a process of this id runs. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Linux tells a process's children; elsewhere none are found. */
function childrenOf(pid: number): number[] {
  try {
    const text = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8');
    return text.split(' ').filter(Boolean).map(Number);
  } catch {
    return [];
  }
}
