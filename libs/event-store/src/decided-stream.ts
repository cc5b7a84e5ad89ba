import type { AnyEvent } from '#event-shapes';
import type { Cause } from './cause.js';
import { changeStream, readStream, type CauseOf } from './change-stream.js';
import type { EventStore } from './event-store.js';
import type { StreamType, TypedStream } from './stream-type.js';

type Decision<Event> = { readonly event: Event; readonly commandId: unknown };

type DecidedState<Event, State> = {
  readonly state: State;
  readonly decisions: readonly Decision<Event>[];
};

/** Decisions of people in one stream, which other processes follow; a command is decided once. */
export class DecidedStream<Event extends AnyEvent, State> {
  readonly #target: TypedStream<Event, DecidedState<Event, State>>;

  constructor(
    private readonly eventStore: EventStore,
    { stream, type }: TypedStream<Event, State>,
  ) {
    this.#target = { stream, type: withDecisions(type) };
  }

  async state(): Promise<State> {
    return (await readStream(this.eventStore, this.#target)).state.state;
  }

  /** Every decision, the first one first. */
  async history(): Promise<readonly Event[]> {
    const { state } = await readStream(this.eventStore, this.#target);
    return state.decisions.map(({ event }) => event);
  }

  /**
   * Decides on what is recorded by now; see `changeStream`. A command that is recorded already is
   * answered as it stands, and not decided again.
   *
   * @param replayed told when the command is recorded already.
   * @throws ConcurrencyConflict after five lost races, and what `decide` throws.
   */
  async decide(
    cause: CauseOf<NoInfer<Event>>,
    decide: (state: State) => readonly NoInfer<Event>[],
    replayed?: () => void,
  ): Promise<State> {
    const { state: decided } = await changeStream(
      this.eventStore,
      this.#target,
      cause,
      ({ state, decisions }) => {
        const isRepeat = 'commandId' in cause && decisions.some(isOf(cause));
        if (isRepeat) replayed?.();
        return isRepeat ? [] : decide(state);
      },
    );
    return decided.state;
  }
}

function isOf({ commandId }: Cause): (decision: Decision<unknown>) => boolean {
  return (decision) => decision.commandId === commandId;
}

function withDecisions<Event extends AnyEvent, State>(
  type: StreamType<Event, State>,
): StreamType<Event, DecidedState<Event, State>> {
  return {
    ...type,
    initial: { state: type.initial, decisions: [] },
    evolve: ({ state, decisions }, event, recorded) => ({
      state: type.evolve(state, event, recorded),
      decisions: [...decisions, { event, commandId: recorded.metadata['commandId'] }],
    }),
  };
}
