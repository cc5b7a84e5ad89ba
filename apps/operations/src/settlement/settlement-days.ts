import { ConcurrencyConflict, type EventStore, type NewEvent } from '#event-store';

type Day = { readonly ids: Set<string>; revision: bigint | null };

/** The lines that settlement streams hold already; each day is read once and then remembered. */
export class SettlementDays {
  readonly #days = new Map<string, Day>();

  constructor(private readonly eventStore: EventStore) {}

  /** Appends the lines that the stream does not hold. @returns how many those were. */
  async record(stream: string, lines: readonly NewEvent[]): Promise<number> {
    for (;;) {
      const day = await this.#dayOf(stream);
      const fresh = lines.filter(({ id }) => !day.ids.has(id));
      if (fresh.length === 0) return 0;
      try {
        const { revision } = await this.eventStore.append(
          stream,
          fresh,
          day.revision ?? 'no-stream',
        );
        for (const { id } of fresh) day.ids.add(id);
        day.revision = revision;
        return fresh.length;
      } catch (error) {
        this.#days.delete(stream); // What we remember may be wrong now; read it again.
        if (!(error instanceof ConcurrencyConflict)) throw error;
      }
    }
  }

  /** Lets go of days before this one; they are read again if they are ever needed. */
  forgetBefore(stream: string): void {
    for (const name of this.#days.keys()) if (name < stream) this.#days.delete(name);
  }

  async #dayOf(stream: string): Promise<Day> {
    const known = this.#days.get(stream);
    if (known) return known;
    const day: Day = { ids: new Set(), revision: null };
    for await (const { id, revision } of this.eventStore.read(stream)) {
      day.ids.add(id);
      day.revision = revision;
    }
    this.#days.set(stream, day);
    return day;
  }
}
