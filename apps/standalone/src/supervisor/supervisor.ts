import { setTimeout as sleep } from 'node:timers/promises';
import { lineOf } from '../start-failure.js';
import { Child } from './child.js';
import type { Part } from './part.js';

const STOP_MS_MAX = 20_000;
/** A run this long counts as healthy: the next end is the first again. */
const HEALTHY_MS = 60_000;
/** Ends in a row whose last lines are shown; they are the same from then on. */
const SHOWN_MAX = 3;
const BACK_OFF_MS_MAX = 30_000;

export type SupervisorOptions = {
  /** Which parts start together, and in which order; stopping goes the other way. */
  readonly stages: readonly (readonly Part[])[];
  readonly logOf: (name: string) => string;
  /** What the children inherit. */
  readonly env: NodeJS.ProcessEnv;
  readonly say: (line: string) => void;
  /** Wait before the first restart, in milliseconds; it doubles each time, up to half a minute. */
  readonly backOffMs?: number;
};

type Run = {
  child: Child | null;
  /** Of the process, in milliseconds since the epoch. */
  since: number;
  isReady: boolean;
  /** How often in a row it ended without a healthy run in between. */
  ends: number;
  lastEnd: string;
};

/**
 * Keeps a set of processes running until `stop`. One that ends is started again, later each
 * time and for as long as it takes: what stopped it, as a full disk, may end any time.
 */
export class Supervisor {
  readonly #options: SupervisorOptions;
  readonly #runs = new Map<string, Run>();
  readonly #stopping = new AbortController();

  constructor(options: SupervisorOptions) {
    this.#options = options;
    for (const { name } of options.stages.flat()) {
      this.#runs.set(name, { child: null, since: 0, isReady: false, ends: 0, lastEnd: '' });
    }
  }

  /**
   * Starts every part, stage by stage. One that is not essential and does not start is tried again.
   *
   * @throws StartFailure with the first essential part's reason.
   */
  async start(): Promise<void> {
    for (const stage of this.#options.stages) {
      await Promise.all(stage.map((part) => this.#start(part)));
    }
  }

  /** The running process of a part; null while it is down. */
  childOf(name: string): Child | null {
    const child = this.#runs.get(name)?.child ?? null;
    return child?.running === true ? child : null;
  }

  /** What is wrong with a part now, in one sentence; null when it is well. For health. */
  troubleOf(name: string): string | null {
    const { isReady = false, ends = 0, lastEnd = '' } = this.#runs.get(name) ?? {};
    if (isReady) return null;
    if (ends === 0) return 'starting';
    return `ended ${ends} time${ends === 1 ? '' : 's'} in a row (${lastEnd}), is started again`;
  }

  /** Stops every part in reverse order. May be called at any time, and more than once. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    for (const stage of this.#options.stages.toReversed()) {
      await Promise.all(stage.map((part) => this.#stop(part.name)));
    }
  }

  /** Ends everything at once. */
  async kill(): Promise<void> {
    this.#stopping.abort();
    await Promise.all([...this.#runs.values()].map(async ({ child }) => child?.kill()));
  }

  async #start(part: Part): Promise<void> {
    if (this.#isStopping()) return;
    const { say } = this.#options;
    const run = this.#runOf(part);
    try {
      const tookMs = await this.#spawn(part, run);
      if (this.#isStopping()) return;
      say(`✓ ${part.name.padEnd(18)} ${part.address.padEnd(22)} ${seconds(tookMs)}`);
    } catch (error) {
      if (this.#isStopping()) return;
      if (part.essential) throw error;
      say(`✗ ${lineOf(error, this.#options.logOf(part.name))}`);
      say(`  going on without ${part.name}, which is tried again`);
      await run.child?.kill();
    }
    void this.#keep(part, run);
  }

  /** Asked again after every wait. */
  #isStopping(): boolean {
    return this.#stopping.signal.aborted;
  }

  #runOf({ name }: Part): Run {
    const run = this.#runs.get(name);
    if (!run) throw new Error(`${name} is no part of this system`);
    return run;
  }

  /** @returns how long it took until it was ready. @throws StartFailure when it does not start. */
  async #spawn(part: Part, run: Run): Promise<number> {
    run.since = Date.now();
    run.isReady = false;
    const child = new Child(part, this.#options.logOf(part.name), this.#options.env);
    run.child = child;
    void child.exited.then(() => (run.isReady = false));
    const tookMs = await child.ready();
    run.isReady = child.running;
    return tookMs;
  }

  async #stop(name: string): Promise<void> {
    const child = this.childOf(name);
    if (!child) return;
    const politely = await child.stop(STOP_MS_MAX);
    if (!politely) this.#options.say(`✗ ${name} did not stop in time and was killed`);
  }

  /** Starts a part again whenever its process has ended, until all is stopping. */
  async #keep(part: Part, run: Run): Promise<void> {
    for (;;) {
      await this.#ended(part, run);
      if (this.#isStopping()) return;
      const { backOffMs = 500 } = this.#options;
      const pauseMs = Math.min(backOffMs * 2 ** (run.ends - 1), BACK_OFF_MS_MAX);
      const { signal } = this.#stopping;
      await sleep(pauseMs, undefined, { signal }).catch(() => undefined);
      if (this.#isStopping()) return;
      await this.#restart(part, run);
    }
  }

  async #ended(part: Part, run: Run): Promise<void> {
    const exit = await run.child?.exited;
    if (this.#isStopping()) return;
    run.ends = Date.now() - run.since > HEALTHY_MS ? 1 : run.ends + 1;
    run.lastEnd = exit?.signal ?? `exit code ${exit?.code ?? 'unknown'}`;
    this.#sayEnded(part, run);
  }

  #sayEnded({ name }: Part, { ends, lastEnd, child }: Run): void {
    const { say, logOf } = this.#options;
    if (ends > SHOWN_MAX) {
      say(`✗ ${name} ended ${ends} times in a row, is started again; see ${logOf(name)}`);
      return;
    }
    say(`✗ ${name} ended (${lastEnd}); its last lines:`);
    for (const line of child?.tail() ?? []) say(`    ${line.slice(0, 200)}`);
  }

  async #restart(part: Part, run: Run): Promise<void> {
    const { say, logOf } = this.#options;
    try {
      const tookMs = await this.#spawn(part, run);
      say(`✓ ${part.name} is back after ${seconds(tookMs)}`);
    } catch (error) {
      if (!this.#isStopping() && run.ends < SHOWN_MAX) say(`✗ ${lineOf(error, logOf(part.name))}`);
      await run.child?.kill();
    }
  }
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}
