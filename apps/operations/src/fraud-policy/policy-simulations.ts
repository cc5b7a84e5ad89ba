import type { Clock } from '#platform';
import { Runs, type Run } from '../what-if/runs.js';
import type { HistoryRead, Span } from './assessed-payments.js';
import { History } from './history.js';
import type { PaymentsRead } from './opened-payments.js';
import {
  simulatePolicy,
  type PolicySimulation,
  type SimulationQuestion,
} from './policy-simulation.js';

export type SimulationRun = Run<PolicySimulation>;

/** So long a history is used again, for an analyst who moves thresholds to and fro. */
const HISTORY_MS_MAX = 300_000;

/** Simulations of policies over the ledger, one at a time; the last ones are kept. */
export class PolicySimulations {
  readonly #runs = new Runs<PolicySimulation>();
  #last: { readonly key: string; readonly history: History } | null = null;
  #forgetting: NodeJS.Timeout | undefined;

  constructor(
    private readonly store: PaymentsRead,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem `run-in-progress` while another one runs. */
  start({ from, to, ...question }: SimulationQuestion): SimulationRun {
    return this.#runs.start(async (onProgress, stopping) => {
      const read = { store: this.store, from, to, onProgress, stopping };
      // What was said on trial is asked about while it goes on: it is read again.
      const history = question.recorded ? await this.#read(read) : await this.#historyOf(read);
      return simulatePolicy(question, history, { onProgress, stopping });
    });
  }

  /** @throws Problem `not-found` for an id that is unknown or no longer kept. */
  run(id: string): SimulationRun {
    return this.#runs.run(id);
  }

  async stop(): Promise<void> {
    clearTimeout(this.#forgetting);
    await this.#runs.stop();
  }

  #read(read: HistoryRead): Promise<History> {
    return History.of(read, this.clock.nowIso);
  }

  async #historyOf(read: HistoryRead): Promise<History> {
    const key = keyOf(read);
    if (this.#last?.key === key) return this.#last.history;
    this.#last = null; // Its memory is needed for the next.
    const history = await this.#read(read);
    if (!history.isKept) return history;
    this.#last = { key, history };
    clearTimeout(this.#forgetting);
    this.#forgetting = setTimeout(() => {
      this.#last = null;
    }, HISTORY_MS_MAX);
    this.#forgetting.unref();
    return history;
  }
}

function keyOf({ from, to }: Span): string {
  return `${from ?? ''}/${to ?? ''}`;
}
