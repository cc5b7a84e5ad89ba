import type { Consumer } from './consumer.js';

export type Flight<Message> = {
  readonly message: Message;
  readonly consumer: Consumer;
  readonly sentAtMs: number;
};

/** Messages sent and not answered. Two of one id are two: a source may hold an id twice. */
export class InFlight<Message extends { readonly id: string }> {
  readonly #flights = new Map<string, readonly Flight<Message>[]>();

  get size(): number {
    return this.all().length;
  }

  all(): readonly Flight<Message>[] {
    return [...this.#flights.values()].flat();
  }

  add(flight: Flight<Message>): void {
    const { id } = flight.message;
    this.#flights.set(id, [...(this.#flights.get(id) ?? []), flight]);
  }

  /** What an answer of the consumer is about: its own oldest message of that id, else another's. */
  find(id: string, consumer: Consumer): Message | undefined {
    const flights = this.#flights.get(id) ?? [];
    return (flights.find((flight) => flight.consumer === consumer) ?? flights[0])?.message;
  }

  /** Takes the message out, and tells its consumer that it has room for another. */
  land(message: Message): void {
    const flights = this.#flights.get(message.id) ?? [];
    const flight = flights.find((each) => each.message === message);
    if (!flight) return;
    const others = flights.filter((each) => each !== flight);
    if (others.length === 0) this.#flights.delete(message.id);
    else this.#flights.set(message.id, others);
    flight.consumer.answered(Date.now() - flight.sentAtMs);
  }
}
