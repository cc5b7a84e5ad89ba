import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const DIST = fileURLToPath(new URL('../../dist/', import.meta.url));

/** A built app as a process of its own, so that it can be killed. */
export class AppProcess {
  #output = '';

  private constructor(private readonly child: ChildProcess) {
    const keep = (chunk: Buffer): void => {
      this.#output = (this.#output + chunk.toString()).slice(-20_000);
    };
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
  }

  /** @param app as in `command-service`; needs `npm run build` to have run. */
  static start(app: string, env: Readonly<Record<string, string>>): AppProcess {
    const child = spawn(process.execPath, [`${DIST}apps/${app}/src/main.js`], {
      env: { PATH: process.env['PATH'] ?? '', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    return new AppProcess(child);
  }

  /** The last of what it printed. */
  get output(): string {
    return this.#output;
  }

  get pid(): number | undefined {
    return this.child.pid;
  }

  get isRunning(): boolean {
    return !this.#hasEnded;
  }

  /** Ended with this signal, or null while it runs or when it ended by itself. */
  get killedBy(): NodeJS.Signals | null {
    return this.child.signalCode;
  }

  /** @throws Error with its output when it ends first or does not become ready in time. */
  async untilReady(url: string): Promise<void> {
    for (let attempt = 0; attempt < 6_000; attempt += 1) {
      if (this.#hasEnded) throw new Error(`it ended before it was ready:\n${this.#output}`);
      const response = await fetch(`${url}/health/ready`).catch(() => null);
      if (response?.ok) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`${url} did not become ready:\n${this.#output}`);
  }

  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
    if (this.#hasEnded) return;
    const ended = once(this.child, 'exit');
    this.child.kill(signal);
    await ended;
  }

  /** Resolves when it has ended, however. */
  async untilEnded(): Promise<void> {
    if (!this.#hasEnded) await once(this.child, 'exit');
  }

  get #hasEnded(): boolean {
    return this.child.exitCode !== null || this.child.signalCode !== null;
  }
}
