import { v4 as newId } from 'uuid';
import { Problem } from '#platform';

/** One piece of work that takes minutes, to be asked about while it runs and afterwards. */
export type Run<Result> = {
  readonly id: string;
  readonly status: 'running' | 'finished' | 'failed';
  /** From 0 to 1. */
  readonly progress: number;
  readonly result: Result | null;
  readonly reason: string | null;
};

export type Work<Result> = (
  onProgress: (share: number) => void,
  stopping: AbortSignal,
) => Promise<Result>;

const RUNS_KEPT = 20;

/** Work of one kind, one at a time; the last runs are kept until the process ends. */
export class Runs<Result> {
  readonly #runs = new Map<string, Run<Result>>();
  readonly #stopping = new AbortController();
  #current: Promise<void> | null = null;

  /** @throws Problem `run-in-progress` while another one runs. */
  start(work: Work<Result>): Run<Result> {
    if (this.#current) throw new Problem('run-in-progress');
    const run = { id: newId(), progress: 0, result: null, reason: null } as const;
    this.#keep({ ...run, status: 'running' });
    this.#current = this.#do(run.id, work).finally(() => {
      this.#current = null;
    });
    return { ...run, status: 'running' };
  }

  /** @throws Problem `not-found` for an id that is unknown or no longer kept. */
  run(id: string): Run<Result> {
    const run = this.#runs.get(id);
    if (!run) throw new Problem('not-found', `there is no replay ${id}; the last 20 are kept`);
    return run;
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#current;
  }

  async #do(id: string, work: Work<Result>): Promise<void> {
    try {
      const result = await work((progress) => {
        this.#change(id, { progress });
      }, this.#stopping.signal);
      this.#change(id, { status: 'finished', progress: 1, result });
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      this.#change(id, { status: 'failed', reason });
    }
  }

  #change(id: string, change: Partial<Run<Result>>): void {
    const run = this.#runs.get(id);
    if (run) this.#runs.set(id, { ...run, ...change });
  }

  #keep(run: Run<Result>): void {
    this.#runs.set(run.id, run);
    if (this.#runs.size <= RUNS_KEPT) return;
    for (const oldest of this.#runs.keys()) return void this.#runs.delete(oldest);
  }
}
