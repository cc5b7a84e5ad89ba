import type { AnyEvent } from '#event-shapes';
import {
  type EventStore,
  type EventStoreUnavailable,
  type RecordedEvent,
  StoreDiverged,
} from './event-store.js';
import { follow } from './follow.js';
import type { StreamType } from './stream-type.js';
import { lastMark, type Mark } from './mark.js';

export type FoldedStreamOptions<Event extends AnyEvent, State> = {
  readonly stream: string;
  /** Its `evolve` is called once for each event, in stream order. */
  readonly type: StreamType<Event, State>;
  /** Called after each event that came after the first use. */
  readonly onChange?: (state: State) => void;
  /** Later events are out of reach until a try after `retryMs` succeeds. For logs. */
  readonly onLost: (error: EventStoreUnavailable, retryMs: number) => void;
  /**
   * A later event could not be read or folded: the state stays what it was before it, for good. Or
   * the store does not have what was read from it before: it is read again at the next use.
   */
  readonly onFailed: (error: unknown) => void;
};

/** What the events of one stream come to: read at first use, followed from there. */
export class FoldedStream<Event extends AnyEvent, State> {
  #state: State;
  #revision = -1n;
  #reading: Promise<void> | null = null;
  #following: Promise<void> = Promise.resolve();
  readonly #stopping = new AbortController();

  constructor(
    private readonly store: EventStore,
    private readonly options: FoldedStreamOptions<Event, State>,
  ) {
    this.#state = options.type.initial;
  }

  /**
   * The state after every event that has come by now; waits for all that were there at first use.
   *
   * @throws EventStoreUnavailable while it was never read to its end; ask again. Likewise what
   * upcasting and folding throw by then.
   */
  async current(): Promise<State> {
    this.#reading ??= this.#read();
    await this.#reading;
    return this.#state;
  }

  /** Ends the following; what was read stays. */
  async close(): Promise<void> {
    this.#stopping.abort();
    await this.#reading?.catch(() => undefined);
    await this.#following;
  }

  async #read(): Promise<void> {
    const { stream } = this.options;
    try {
      // The end is noted first, so that nothing falls between reading and following.
      const after = await lastMark(this.store);
      for await (const event of this.store.read(stream)) this.#apply(event);
      this.#following = this.#follow(after);
    } catch (error) {
      this.#reading = null;
      throw error;
    }
  }

  async #follow(after: Mark | null): Promise<void> {
    const { stream, onLost } = this.options;
    try {
      await follow(this.store, {
        after: after ?? 'start',
        streamPrefixes: [stream],
        signal: this.#stopping.signal,
        onEvent: (event) => {
          if (this.#apply(event)) this.options.onChange?.(this.#state);
        },
        onLost,
      });
    } catch (error) {
      this.#fail(error);
    }
  }

  /** A store with another history is read from its start at the next use. */
  #fail(error: unknown): void {
    if (error instanceof StoreDiverged) {
      this.#state = this.options.type.initial;
      this.#revision = -1n;
      this.#reading = null;
    }
    this.options.onFailed(error);
  }

  /** Events written between the two reads of the start come twice. */
  #apply(event: RecordedEvent): boolean {
    const { stream, type } = this.options;
    if (event.stream !== stream || event.revision <= this.#revision) return false;
    this.#state = type.evolve(this.#state, type.upcast(event.type, event.data), event);
    this.#revision = event.revision;
    return true;
  }
}
