import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { v4 as newId } from 'uuid';
import { Problem } from '#platform';
import type { WhatIfResult } from './what-if-result.js';

export type WhatIfQuestion = {
  readonly version?: string;
  readonly reviewMin?: number;
  readonly declineMin?: number;
  readonly from?: string;
  readonly to?: string;
};

export type WhatIfRun = {
  readonly id: string;
  readonly status: 'running' | 'finished' | 'failed';
  /** From 0 to 1. */
  readonly progress: number;
  readonly result: WhatIfResult | null;
  readonly reason: string | null;
};

const RUNS_KEPT = 20;
const OPTIONS = {
  version: '--version',
  reviewMin: '--review-min',
  declineMin: '--decline-min',
  from: '--from',
  to: '--to',
} as const;

/** Replays of history, one at a time, each in a program of its own; the last ones are kept. */
export class WhatIfRuns {
  readonly #runs = new Map<string, WhatIfRun>();
  readonly #stopping = new AbortController();
  #current: Promise<void> | null = null;

  /** @param command words separated by spaces, run without a shell. */
  constructor(private readonly command: string) {}

  /** @throws Problem `conflict` while another one runs. */
  start(question: WhatIfQuestion): WhatIfRun {
    if (this.#current) {
      throw new Problem('conflict', 'another replay runs; wait for it, or try again later');
    }
    const run = {
      id: newId(),
      status: 'running',
      progress: 0,
      result: null,
      reason: null,
    } as const;
    this.#keep(run);
    this.#current = this.#replay(run.id, question).finally(() => {
      this.#current = null;
    });
    return run;
  }

  /** @throws Problem `not-found` for an id that is unknown or no longer kept. */
  run(id: string): WhatIfRun {
    const run = this.#runs.get(id);
    if (!run) throw new Problem('not-found', `there is no replay ${id}; the last 20 are kept`);
    return run;
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#current;
  }

  async #replay(id: string, question: WhatIfQuestion): Promise<void> {
    const [program = '', ...args] = this.command.split(/\s+/).filter(Boolean);
    const asked = (Object.keys(OPTIONS) as (keyof typeof OPTIONS)[]).flatMap((name) => {
      const value = question[name];
      return value === undefined ? [] : [OPTIONS[name], String(value)];
    });
    const child = spawn(program, [...args, ...asked], {
      stdio: ['ignore', 'pipe', 'pipe'],
      signal: this.#stopping.signal,
    });
    const ended = once(child, 'close');
    // It may fail before it is awaited below.
    ended.catch(() => undefined);
    let trouble = '';
    child.stderr.on('data', (chunk: Buffer) => {
      trouble = (trouble + chunk.toString('utf8')).slice(-2_000);
    });
    let result: WhatIfResult | null = null;
    try {
      for await (const line of createInterface({ input: child.stdout })) {
        const said = JSON.parse(line) as Partial<WhatIfRun>;
        result = said.result ?? result;
        this.#change(id, { progress: said.progress ?? 1 });
      }
      await ended;
      if (!result) throw new Error(trouble.trim().split('\n').at(-1) || 'it gave no result');
      this.#change(id, { status: 'finished', progress: 1, result });
    } catch (error) {
      child.kill();
      const reason = error instanceof Error ? error.message : String(error);
      this.#change(id, { status: 'failed', reason });
    }
  }

  #change(id: string, change: Partial<WhatIfRun>): void {
    const run = this.#runs.get(id);
    if (run) this.#runs.set(id, { ...run, ...change });
  }

  #keep(run: WhatIfRun): void {
    this.#runs.set(run.id, run);
    if (this.#runs.size <= RUNS_KEPT) return;
    for (const oldest of this.#runs.keys()) return void this.#runs.delete(oldest);
  }
}
