import type { EventStore } from '#event-store';
import { Runs, type Run } from '../what-if/runs.js';
import {
  simulatePolicy,
  type PolicySimulation,
  type SimulationQuestion,
} from './policy-simulation.js';

export type SimulationRun = Run<PolicySimulation>;

/** Simulations of policies over the ledger, one at a time; the last ones are kept. */
export class PolicySimulations {
  readonly #runs = new Runs<PolicySimulation>();

  constructor(private readonly store: EventStore) {}

  /** @throws Problem `conflict` while another one runs. */
  start(question: SimulationQuestion): SimulationRun {
    const now = new Date().toISOString();
    return this.#runs.start((onProgress, stopping) =>
      simulatePolicy(question, { store: this.store, now, onProgress, stopping }),
    );
  }

  /** @throws Problem `not-found` for an id that is unknown or no longer kept. */
  run(id: string): SimulationRun {
    return this.#runs.run(id);
  }

  stop(): Promise<void> {
    return this.#runs.stop();
  }
}
