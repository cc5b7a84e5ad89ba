import { ConcurrencyConflict, eventIdOf, type EventStore } from '#event-store';
import {
  evolveModels,
  MODEL_STREAM,
  NO_MODELS,
  PromotionError,
  type ModelEvent,
  type ModelState,
} from '#fraud';
import { Problem } from '#platform';

/** Who decides, and under which id: the same id is decided once. */
export type DecisionContext = { readonly person: string; readonly commandId: string };

/** Decisions about the models, kept in `model-fraud`; every scorer follows them. */
export class ModelDecisions {
  constructor(private readonly eventStore: EventStore) {}

  async state(): Promise<ModelState> {
    return (await this.#read()).state;
  }

  /**
   * Decides on what is recorded by now, and records the decision only if nobody decided meanwhile.
   *
   * @throws Problem `conflict` when a rule forbids it or somebody else was faster.
   */
  async decide(
    decide: (state: ModelState) => readonly ModelEvent[],
    context: DecisionContext,
  ): Promise<ModelState> {
    const { state, revision } = await this.#read();
    try {
      const events = decide(state);
      if (events.length === 0) return state;
      await this.#append(events, revision, context);
      return events.reduce(evolveModels, state);
    } catch (error) {
      if (error instanceof PromotionError) {
        throw new Problem('conflict', `${error.code}: ${error.message}`);
      }
      if (error instanceof ConcurrencyConflict) {
        throw new Problem('conflict', 'somebody else decided at this moment; look again');
      }
      throw error;
    }
  }

  async #read(): Promise<{ readonly state: ModelState; readonly revision: bigint | null }> {
    let state = NO_MODELS;
    let revision: bigint | null = null;
    for await (const recorded of this.eventStore.read(MODEL_STREAM)) {
      const { type, data } = recorded;
      state = evolveModels(state, { type, data } as unknown as ModelEvent);
      revision = recorded.revision;
    }
    return { state, revision };
  }

  async #append(
    events: readonly ModelEvent[],
    revision: bigint | null,
    { person, commandId }: DecisionContext,
  ): Promise<void> {
    const metadata = {
      client: 'operations',
      actor: person,
      commandId,
      correlationId: commandId,
      causationId: commandId,
      schemaVersion: 1,
    };
    const stored = events.map(({ type, data }, index) => ({
      id: eventIdOf(commandId, index),
      type,
      data: data,
      metadata,
    }));
    await this.eventStore.append(MODEL_STREAM, stored, revision ?? 'no-stream');
  }
}
