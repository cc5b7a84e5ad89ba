import { ConcurrencyConflict, eventIdOf, type EventStore, type Json } from '#event-store';
import { Problem } from '#platform';

/** Who decides, and under which id: the same id is decided once. */
export type DecisionContext = { readonly person: string; readonly commandId: string };

type AnyEvent = { readonly type: string; readonly data: object };

/** A stream of decisions by people, and what it comes to. */
export type Decided<State, Event extends AnyEvent> = {
  readonly stream: string;
  readonly initial: State;
  readonly evolve: (state: State, event: Event) => State;
};

type Read<State> = {
  readonly state: State;
  readonly revision: bigint | null;
  /** The command asked about is in the stream already. */
  readonly isDone: boolean;
};

/** Decisions that people make one after the other, kept in a stream that other processes follow. */
export class DecidedStream<State, Event extends AnyEvent> {
  constructor(
    private readonly eventStore: EventStore,
    private readonly decided: Decided<State, Event>,
  ) {}

  async state(): Promise<State> {
    return (await this.#read(null)).state;
  }

  /** Every decision, the first one first. */
  async *history(): AsyncGenerator<Event> {
    for await (const { type, data } of this.eventStore.read(this.decided.stream)) {
      yield { type, data } as unknown as Event;
    }
  }

  /**
   * Decides on what is recorded by now, and records the decision only if nobody decided meanwhile.
   * A command that is recorded already is answered as it stands, and not decided again.
   *
   * @throws Refusal when a rule forbids it, Problem `conflict` when another decision came first.
   */
  async decide(
    decide: (state: State) => readonly Event[],
    context: DecisionContext,
  ): Promise<State> {
    const { state, revision, isDone } = await this.#read(context.commandId);
    if (isDone) return state;
    try {
      const events = decide(state);
      if (events.length === 0) return state;
      await this.#append(events, revision, context);
      return events.reduce(this.decided.evolve, state);
    } catch (error) {
      if (error instanceof ConcurrencyConflict) {
        throw new Problem('conflict', 'another decision was recorded meanwhile');
      }
      throw error;
    }
  }

  async #read(commandId: string | null): Promise<Read<State>> {
    let state = this.decided.initial;
    let revision: bigint | null = null;
    let isDone = false;
    for await (const recorded of this.eventStore.read(this.decided.stream)) {
      const { type, data, metadata } = recorded;
      state = this.decided.evolve(state, { type, data } as unknown as Event);
      revision = recorded.revision;
      isDone ||= commandId !== null && metadata['commandId'] === commandId;
    }
    return { state, revision, isDone };
  }

  async #append(
    events: readonly Event[],
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
      data: data as Json,
      metadata,
    }));
    await this.eventStore.append(this.decided.stream, stored, revision ?? 'no-stream');
  }
}
