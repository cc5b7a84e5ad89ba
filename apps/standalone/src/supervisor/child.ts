import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, fstatSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { REPOSITORY } from '../repository.js';
import { diskFull, StartFailure } from '../start-failure.js';
import { openLog, tailOf } from './log-file.js';
import type { Part } from './part.js';

/**
 * Loaded into the child before its own code: the channel to this process closes when this process
 * ends, even when it was killed, and then nothing would stop the child any more.
 */
const LEAVE_WITH_PARENT = `data:text/javascript,${encodeURIComponent(
  "process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));" +
    'process.channel?.unref();',
)}`;

const READY_MS_MAX = 300_000;
const ASK_EVERY_MS = 100;
const TAIL_LINES = 8;
const DISK_FULL = /ENOSPC|No space left on device|the disk is full/;

export type Exit = { readonly code: number | null; readonly signal: NodeJS.Signals | null };

/** One run of one part's process. Its output goes to its log. */
export class Child {
  /** Resolves when the process has ended. */
  readonly exited: Promise<Exit>;
  readonly #process: ChildProcess;
  readonly #saidReady: Promise<void>;
  readonly #logFrom: number;
  #exit: Exit | null = null;

  constructor(
    readonly part: Part,
    readonly log: string,
    env: NodeJS.ProcessEnv,
  ) {
    const descriptor = openLog(log);
    this.#logFrom = fstatSync(descriptor).size;
    this.#process = spawn(process.execPath, ['--import', LEAVE_WITH_PARENT, part.file], {
      // Paths like ./models are the same wherever the system was started from.
      cwd: REPOSITORY,
      env: { ...env, ...part.env },
      stdio: ['ignore', descriptor, descriptor, 'ipc'],
      // Its own group: Ctrl-C reaches this process only, which then stops the parts in order.
      detached: true,
    });
    closeSync(descriptor);
    this.exited = new Promise((resolve) => {
      this.#process.once('error', () => resolve({ code: 1, signal: null }));
      this.#process.once('exit', (code, signal) => resolve({ code, signal }));
    });
    void this.exited.then((exit) => (this.#exit = exit));
    this.#saidReady = new Promise((resolve) => this.#process.once('message', () => resolve()));
    // It may have ended already, which `exited` tells.
    if (part.settings) this.#process.send(part.settings, () => undefined);
  }

  get running(): boolean {
    return this.#exit === null;
  }

  /**
   * Waits until the part is ready for work.
   *
   * @returns how long it took, in milliseconds.
   * @throws StartFailure when it ended instead, or took too long.
   */
  async ready(): Promise<number> {
    const startedAt = performance.now();
    const { readyUrl } = this.part;
    const ready = readyUrl === null ? this.#saidReady : this.#answers(readyUrl);
    const late = sleep(READY_MS_MAX, 'late' as const, { ref: false });
    const first = await Promise.race([ready, this.exited, late]);
    if (first === undefined) return performance.now() - startedAt;
    if (first !== 'late') throw new StartFailure(this.#reason());
    throw new StartFailure(
      `${this.part.name} is not ready after ${READY_MS_MAX / 1000} s; see ${this.log}`,
    );
  }

  /** Ends it: politely, and after a while not. @returns whether it ended by itself. */
  async stop(patienceMs: number): Promise<boolean> {
    if (this.running) this.#process.kill('SIGTERM');
    const waited = new AbortController();
    const late = sleep(patienceMs, false, { signal: waited.signal }).catch(() => false);
    const ended = await Promise.race([this.exited.then(() => true), late]);
    waited.abort();
    if (!ended) await this.kill();
    return ended;
  }

  async kill(): Promise<void> {
    this.#process.kill('SIGKILL');
    await this.exited;
  }

  /** The last lines that this run wrote. */
  tail(): string[] {
    return tailOf(this.log, TAIL_LINES, this.#logFrom);
  }

  async #answers(url: string): Promise<void> {
    while (this.running) {
      const answer = await fetch(url, { signal: AbortSignal.timeout(2_000) }).catch(() => null);
      await answer?.arrayBuffer();
      if (answer?.ok) return;
      await sleep(ASK_EVERY_MS);
    }
    await new Promise(() => undefined); // It ended: `exited` tells.
  }

  /** A service that cannot start says why in its last line that is no log entry. */
  #reason(): string {
    const { name } = this.part;
    const lines = this.tail();
    if (lines.some((line) => DISK_FULL.test(line))) return diskFull(this.log);
    const own = lines.findLast(
      (line) => line.startsWith(`${name}: `) || /^\w*Error\b.*: /.test(line),
    );
    const { code, signal } = this.#exit ?? { code: null, signal: null };
    const how = signal ?? `exit code ${code ?? 'unknown'}`;
    return `${own ?? `${name} ended (${how})`}; see ${this.log}`;
  }
}
