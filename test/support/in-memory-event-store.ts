import {
  ConcurrencyConflict,
  EventStore,
  type Appended,
  type ExpectedRevision,
  type NewEvent,
  type Position,
  type ReadAllOptions,
  type ReadOptions,
  type RecordedEvent,
  type SubscribeOptions,
  type Subscription,
  type SubscriptionMessage,
} from '#event-store';

/** An EventStore for unit tests: same promises, no disk. The contract suite runs over it too. */
export class InMemoryEventStore extends EventStore {
  readonly #all: RecordedEvent[] = [];
  readonly #streams = new Map<string, RecordedEvent[]>();
  readonly #wakers = new Set<() => void>();

  constructor(private readonly now: () => Date = () => new Date()) {
    super();
  }

  get events(): readonly RecordedEvent[] {
    return this.#all;
  }

  /** Loses everything behind so many events, as a store that is restored from a backup. */
  forget(kept = 0): void {
    this.#all.splice(kept);
    this.#streams.clear();
    for (const event of this.#all) {
      const recorded = this.#streams.get(event.stream) ?? [];
      this.#streams.set(event.stream, [...recorded, event]);
    }
  }

  override async append(
    stream: string,
    events: readonly NewEvent[],
    expected: ExpectedRevision,
  ): Promise<Appended> {
    await Promise.resolve();
    const recorded = this.#streams.get(stream) ?? [];
    const actual = recorded.length === 0 ? null : BigInt(recorded.length - 1);
    const repeated = this.#repeat(recorded, events, expected);
    if (repeated) return { revision: repeated.revision, position: repeated.position };
    if (!fits(expected, actual)) throw new ConcurrencyConflict(stream, expected, actual);
    for (const event of events) {
      const index = BigInt(this.#all.length + 1);
      const stored: RecordedEvent = {
        ...event,
        data: JSON.parse(JSON.stringify(event.data)) as RecordedEvent['data'],
        stream,
        revision: BigInt(recorded.length),
        position: { commit: index, prepare: index },
        recordedAt: this.now().toISOString(),
      };
      recorded.push(stored);
      this.#all.push(stored);
    }
    this.#streams.set(stream, recorded);
    for (const wake of this.#wakers) wake();
    const last = recorded.at(-1);
    if (!last) throw new RangeError('an append needs at least one event');
    return { revision: last.revision, position: last.position };
  }

  #repeat(
    recorded: readonly RecordedEvent[],
    events: readonly NewEvent[],
    expected: ExpectedRevision,
  ): RecordedEvent | null {
    const start =
      expected === 'no-stream' ? 0 : typeof expected === 'bigint' ? Number(expected) + 1 : -1;
    if (start < 0) return null;
    const there = recorded.slice(start, start + events.length);
    const same = there.length === events.length && there.every((e, i) => e.id === events[i]?.id);
    return same ? (there.at(-1) ?? null) : null;
  }

  override async *read(stream: string, options: ReadOptions = {}): AsyncIterable<RecordedEvent> {
    await Promise.resolve();
    const { direction = 'forwards', from, maxCount = Infinity } = options;
    const events = [...(this.#streams.get(stream) ?? [])];
    if (direction === 'backwards') events.reverse();
    const picked = events.filter(({ revision }) =>
      typeof from !== 'bigint'
        ? true
        : direction === 'forwards'
          ? revision >= from
          : revision <= from,
    );
    yield* picked.slice(0, maxCount);
  }

  override async *readAll(options: ReadAllOptions = {}): AsyncIterable<RecordedEvent> {
    await Promise.resolve();
    const { direction = 'forwards', from, maxCount = Infinity, streamPrefixes } = options;
    const events = this.#all.filter(({ stream }) => matches(stream, streamPrefixes));
    if (direction === 'backwards') events.reverse();
    const picked = events.filter(({ position }) => {
      if (typeof from !== 'object') return true;
      return direction === 'forwards'
        ? position.commit >= from.commit
        : position.commit <= from.commit;
    });
    yield* picked.slice(0, maxCount);
  }

  override subscribe({ after, streamPrefixes }: SubscribeOptions): Subscription {
    let next = this.#indexAfter(after);
    let closed = false;
    let wake: () => void = () => undefined;
    const ring = (): void => {
      wake();
    };
    this.#wakers.add(ring);
    const all = this.#all;
    async function* messages(): AsyncGenerator<SubscriptionMessage> {
      let caughtUp = false;
      while (!closed) {
        const event = all[next];
        if (event) {
          next += 1;
          if (matches(event.stream, streamPrefixes)) yield { kind: 'event', event };
          continue;
        }
        if (!caughtUp) {
          caughtUp = true;
          yield { kind: 'caught-up' };
          continue;
        }
        await new Promise<void>((resolve) => (wake = resolve));
      }
    }
    return Object.assign(messages(), {
      close: (): Promise<void> => {
        closed = true;
        this.#wakers.delete(ring);
        wake();
        return Promise.resolve();
      },
    });
  }

  #indexAfter(after: Position | 'start' | 'end'): number {
    if (after === 'start') return 0;
    return after === 'end' ? this.#all.length : Number(after.commit);
  }

  override close(): Promise<void> {
    return Promise.resolve();
  }
}

/** A subscription that delivers nothing until it is closed. */
export function silence(): Subscription {
  let end: () => void = () => undefined;
  const closed = new Promise<void>((resolve) => (end = resolve));
  return {
    async *[Symbol.asyncIterator]() {
      await closed;
    },
    close: () => {
      end();
      return Promise.resolve();
    },
  };
}

function fits(expected: ExpectedRevision, actual: bigint | null): boolean {
  switch (expected) {
    case 'any':
      return true;
    case 'no-stream':
      return actual === null;
    case 'stream-exists':
      return actual !== null;
    default:
      return actual === expected;
  }
}

function matches(stream: string, prefixes: readonly string[] | undefined): boolean {
  if (stream.startsWith('$')) return false;
  return !prefixes || prefixes.some((prefix) => stream.startsWith(prefix));
}
