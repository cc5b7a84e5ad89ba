import {
  EventStore,
  type Append,
  type Appended,
  type ExpectedRevision,
  type NewEvent,
  type ReadAllOptions,
  type ReadOptions,
  type RecordedEvent,
  type SubscribeOptions,
  type Subscription,
  type SubscriptionMessage,
} from '#event-store';
import { hasTexts, mapTexts, openFields, sealedOf, type PersonalOf } from './sealed-fields.js';
import type { Vault } from './vault.js';

/** Whom an event is about, as a text of our own; only asked where there is something to seal. */
export type SubjectOf = (stream: string, events: readonly NewEvent[]) => Promise<string>;

/**
 * An event store whose personal texts are sealed on their way in and opened on their way out, so
 * that those who append through it read what they wrote, or ERASED. All others, who read the same
 * store by themselves, see sealed texts: they keep nothing that has to be erased with the key.
 */
export class SealingEventStore extends EventStore {
  readonly #sealed: PersonalOf;

  constructor(
    private readonly inner: EventStore,
    private readonly vault: Vault,
    { personal, subjectOf }: { readonly personal: PersonalOf; readonly subjectOf: SubjectOf },
  ) {
    super();
    this.#sealed = sealedOf(personal);
    this.#subjectOf = subjectOf;
  }

  readonly #subjectOf: SubjectOf;

  async append(
    stream: string,
    events: readonly NewEvent[],
    expectedRevision: ExpectedRevision,
  ): Promise<Appended> {
    const sealed = this.#hasPersonal(events) ? await this.#seal(stream, events) : events;
    return this.inner.append(stream, sealed, expectedRevision);
  }

  override async appendEach(appends: readonly Append[]): Promise<readonly (Appended | Error)[]> {
    const sealed = await Promise.all(
      appends.map(async (each) =>
        this.#hasPersonal(each.events)
          ? { ...each, events: await this.#seal(each.stream, each.events) }
          : each,
      ),
    );
    return this.inner.appendEach(sealed);
  }

  async *read(stream: string, options?: ReadOptions): AsyncIterable<RecordedEvent> {
    for await (const event of this.inner.read(stream, options)) yield this.#open(event);
  }

  async *readAll(options?: ReadAllOptions): AsyncIterable<RecordedEvent> {
    for await (const event of this.inner.readAll(options)) yield this.#open(event);
  }

  subscribe(options: SubscribeOptions): Subscription {
    const subscription = this.inner.subscribe(options);
    const open = (message: SubscriptionMessage): SubscriptionMessage =>
      message.kind === 'event' ? { kind: 'event', event: this.#open(message.event) } : message;
    return {
      async *[Symbol.asyncIterator]() {
        for await (const message of subscription) yield open(message);
      },
      close: () => subscription.close(),
    };
  }

  async close(): Promise<void> {
    await this.inner.close();
  }

  #hasPersonal(events: readonly NewEvent[]): boolean {
    return events.some(({ type, data }) => {
      const fields = this.#sealed[type];
      return fields !== undefined && hasTexts(fields, data);
    });
  }

  async #seal(stream: string, events: readonly NewEvent[]): Promise<NewEvent[]> {
    const key = await this.vault.keyOf(await this.#subjectOf(stream, events));
    return events.map((event) => {
      const fields = this.#sealed[event.type];
      if (!fields) return event;
      const data = mapTexts(fields, event.data, (text, path, kind) =>
        this.vault.seal(text, { eventId: event.id, path }, key, kind === 'linked'),
      );
      return { ...event, data };
    });
  }

  #open(event: RecordedEvent): RecordedEvent {
    const fields = this.#sealed[event.type];
    return fields
      ? openFields(fields, event, (sealed, where) => this.vault.reveal(sealed, where))
      : event;
  }
}
