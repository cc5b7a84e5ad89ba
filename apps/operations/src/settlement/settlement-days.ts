import {
  changeStream,
  readStream,
  type Cause,
  type EventStore,
  type StreamState,
  type StreamType,
} from '#event-store';
import { upcastSettlement, type SettlementEvent } from '#reconciliation';
import { causeOfLine, lineEventId } from './line-event.js';

/** The ids of a day's lines. */
type Day = StreamState<ReadonlySet<string>>;

const DAY: StreamType<SettlementEvent, ReadonlySet<string>> = {
  /** One for each day that is read, since the fold adds to it: a day has many lines. */
  get initial() {
    return new Set<string>();
  },
  evolve: (ids, _event, { id }) => (ids as Set<string>).add(id),
  upcast: upcastSettlement,
  eventId: ({ commandId }: Cause) => commandId,
};

/** The lines that settlement streams hold already; each day is read once and then remembered. */
export class SettlementDays {
  readonly #days = new Map<string, Day>();

  constructor(private readonly eventStore: EventStore) {}

  /** Appends the lines that the stream does not hold. @returns how many those were. */
  async record(stream: string, lines: readonly SettlementEvent[]): Promise<number> {
    const target = { stream, type: DAY };
    let recorded = 0;
    try {
      const from = this.#days.get(stream) ?? (await readStream(this.eventStore, target));
      const day = await changeStream(this.eventStore, { ...target, from }, causeOfLine, (ids) => {
        const fresh = lines.filter((line) => !ids.has(lineEventId(line)));
        recorded = fresh.length;
        return fresh;
      });
      this.#days.set(stream, day);
      return recorded;
    } catch (error) {
      this.#days.delete(stream); // What is remembered may be wrong now; the next run reads it.
      throw error;
    }
  }

  /** Lets go of days before this one; they are read again if they are ever needed. */
  forgetBefore(stream: string): void {
    for (const name of this.#days.keys()) if (name < stream) this.#days.delete(name);
  }
}
