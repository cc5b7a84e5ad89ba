import { setTimeout as sleep } from 'node:timers/promises';
import { lineOf, StartFailure } from '../start-failure.js';
import { Child } from './child.js';
import type { Part } from './part.js';

const STOP_MS_MAX = 20_000;
/** A run this long counts as healthy: the next end is the first again. */
const HEALTHY_MS = 60_000;

export type SupervisorOptions = {
  /** Which parts start together, and in which order; stopping goes the other way. */
  readonly stages: readonly (readonly Part[])[];
  readonly logOf: (name: string) => string;
  /** What the children inherit. */
  readonly env: NodeJS.ProcessEnv;
  readonly say: (line: string) => void;
  /** How often in a row a part is started again before all is given up. */
  readonly restartsMax?: number;
  /** Wait before the first restart, in milliseconds; it doubles each time. */
  readonly backOffMs?: number;
};

/** Keeps a set of processes running until told to stop. */
export class Supervisor {
  /** Rejects with StartFailure when a part cannot be kept running. */
  readonly failed: Promise<never>;
  readonly #options: SupervisorOptions;
  readonly #children = new Map<string, Child>();
  readonly #restarts = new Map<string, number>();
  #fail: (error: StartFailure) => void = () => undefined;
  #stopping = false;

  constructor(options: SupervisorOptions) {
    this.#options = options;
    this.failed = new Promise((_resolve, reject) => (this.#fail = reject));
    this.failed.catch(() => undefined);
  }

  /** Starts every part, stage by stage. @throws StartFailure with the first part's reason. */
  async start(): Promise<void> {
    for (const stage of this.#options.stages) {
      await Promise.all(stage.map((part) => this.#start(part)));
    }
  }

  /** The running process of a part; null while it is down. */
  childOf(name: string): Child | null {
    const child = this.#children.get(name);
    return child?.running ? child : null;
  }

  /** Stops every part in reverse order. May be called at any time, and more than once. */
  async stop(): Promise<void> {
    this.#stopping = true;
    for (const stage of this.#options.stages.toReversed()) {
      await Promise.all(stage.map((part) => this.#stop(part.name)));
    }
  }

  /** Ends everything at once. */
  async kill(): Promise<void> {
    this.#stopping = true;
    await Promise.all([...this.#children.values()].map((child) => child.kill()));
  }

  async #start(part: Part): Promise<void> {
    if (this.#isStopping()) return;
    const child = this.#spawn(part);
    const tookMs = await child.ready().catch((error: unknown) => {
      if (!this.#isStopping()) throw error;
      return 0;
    });
    if (this.#isStopping()) return;
    this.#options.say(`✓ ${part.name.padEnd(18)} ${part.address.padEnd(22)} ${seconds(tookMs)}`);
    void this.#watch(child, Date.now());
  }

  /** Asked anew after every wait. */
  #isStopping(): boolean {
    return this.#stopping;
  }

  #spawn(part: Part): Child {
    const child = new Child(part, this.#options.logOf(part.name), this.#options.env);
    this.#children.set(part.name, child);
    return child;
  }

  async #stop(name: string): Promise<void> {
    const child = this.#children.get(name);
    if (!child?.running) return;
    const politely = await child.stop(STOP_MS_MAX);
    if (!politely) this.#options.say(`✗ ${name} did not stop in time and was killed`);
  }

  /** Waits for the end of a part's process and, unless all is stopping, starts it again. */
  async #watch(child: Child, since: number): Promise<void> {
    const { code, signal } = await child.exited;
    if (this.#isStopping()) return;
    const { part } = child;
    const { say, restartsMax = 5, backOffMs = 500 } = this.#options;
    say(`✗ ${part.name} ended (${signal ?? `exit code ${code ?? 'unknown'}`}); its last lines:`);
    for (const line of child.tail()) say(`    ${line.slice(0, 200)}`);
    const before = Date.now() - since > HEALTHY_MS ? 0 : (this.#restarts.get(part.name) ?? 0);
    if (before >= restartsMax) {
      this.#fail(new StartFailure(`${part.name} ended ${before + 1} times; see ${child.log}`));
      return;
    }
    this.#restarts.set(part.name, before + 1);
    await sleep(backOffMs * 2 ** before);
    await this.#restart(part);
  }

  async #restart(part: Part): Promise<void> {
    if (this.#isStopping()) return;
    const child = this.#spawn(part);
    const since = Date.now();
    try {
      const tookMs = await child.ready();
      this.#options.say(`✓ ${part.name} is back after ${seconds(tookMs)}`);
    } catch (error) {
      if (!this.#isStopping()) this.#options.say(`✗ ${lineOf(error, child.log)}`);
      await child.kill();
    }
    void this.#watch(child, since);
  }
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}
