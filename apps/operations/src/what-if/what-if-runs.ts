import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { Runs, type Run } from './runs.js';
import type { WhatIfResult } from './what-if-result.js';

export type WhatIfQuestion = {
  readonly version?: string;
  readonly reviewMin?: number;
  readonly declineMin?: number;
  readonly from?: string;
  readonly to?: string;
};

export type WhatIfRun = Run<WhatIfResult>;

const OPTIONS = {
  version: '--version',
  reviewMin: '--review-min',
  declineMin: '--decline-min',
  from: '--from',
  to: '--to',
} as const;

/** Replays of history by a model, each in a program of its own. */
export class WhatIfRuns {
  readonly #runs = new Runs<WhatIfResult>();

  /** @param command words separated by spaces, run without a shell. */
  constructor(private readonly command: string) {}

  /** @throws Problem `run-in-progress` while another one runs. */
  start(question: WhatIfQuestion): WhatIfRun {
    return this.#runs.start((onProgress, stopping) =>
      this.#replay(question, { onProgress, stopping }),
    );
  }

  /** @throws Problem `not-found` for an id that is unknown or no longer kept. */
  run(id: string): WhatIfRun {
    return this.#runs.run(id);
  }

  stop(): Promise<void> {
    return this.#runs.stop();
  }

  async #replay(
    question: WhatIfQuestion,
    {
      onProgress,
      stopping,
    }: { readonly onProgress: (share: number) => void; readonly stopping: AbortSignal },
  ): Promise<WhatIfResult> {
    const [program = '', ...args] = this.command.split(/\s+/).filter(Boolean);
    const asked = (Object.keys(OPTIONS) as (keyof typeof OPTIONS)[]).flatMap((name) => {
      const value = question[name];
      return value === undefined ? [] : [OPTIONS[name], String(value)];
    });
    const child = spawn(program, [...args, ...asked], {
      stdio: ['ignore', 'pipe', 'pipe'],
      signal: stopping,
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
        onProgress(said.progress ?? 1);
      }
      await ended;
    } catch (error) {
      child.kill();
      throw error;
    }
    if (!result) throw new Error(trouble.trim().split('\n').at(-1) || 'it gave no result');
    return result;
  }
}
