import { randomUUID } from 'node:crypto';
import {
  assertContinues,
  ConcurrencyConflict,
  comparePositions,
  type EventStore,
  lastMark,
  type NewEvent,
  type Position,
  POSITION_START,
  type RecordedEvent,
  StoreDiverged,
  type Subscription,
  type SubscriptionMessage,
} from '#event-store';

export type EventStoreUnderTest = {
  readonly store: EventStore;
  /** Closes and opens the store again, or just reconnects where the server is not ours. */
  readonly reopen: () => Promise<EventStore>;
  readonly stop: () => Promise<void>;
};

/** What every EventStore promises. Each adapter calls this from its own spec file. */
export function eventStoreContract(name: string, start: () => Promise<EventStoreUnderTest>) {
  describe(`EventStore contract: ${name}`, () => {
    let under: EventStoreUnderTest;
    let store: EventStore;

    beforeAll(async () => {
      under = await start();
      ({ store } = under);
    });

    afterAll(async () => {
      await under.stop();
    });

    describe('append and read', () => {
      it('reads back what was appended, with revisions, positions and times', async () => {
        const stream = aStream();
        const before = Date.now() - 1;
        const events = [anEvent({ data: { nested: [1, 'two', null, true] } }), anEvent()];
        const appended = await store.append(stream, events, 'no-stream');
        const read = await all(store.read(stream));

        expect(read.map(({ id, type, data, metadata }) => ({ id, type, data, metadata }))).toEqual(
          events,
        );
        expect(read.map(({ revision }) => revision)).toEqual([0n, 1n]);
        expect(read.map((event) => event.stream)).toEqual([stream, stream]);
        expect(appended).toEqual({ revision: 1n, position: read[1]?.position });
        expect(Date.parse(read[0]?.recordedAt ?? '')).toBeGreaterThanOrEqual(before);
      });

      it('reads a missing stream as empty', async () => {
        expect(await all(store.read(aStream()))).toEqual([]);
      });

      it('reads from a revision on, and a limited number', async () => {
        const stream = aStream();
        await store.append(stream, someEvents(10), 'no-stream');
        expect(await revisions(store.read(stream, { from: 7n }))).toEqual([7n, 8n, 9n]);
        expect(await revisions(store.read(stream, { from: 2n, maxCount: 3 }))).toEqual([
          2n,
          3n,
          4n,
        ]);
        expect(await revisions(store.read(stream, { from: 99n }))).toEqual([]);
      });

      it('reads backwards from the end or from a revision', async () => {
        const stream = aStream();
        await store.append(stream, someEvents(5), 'no-stream');
        const direction = 'backwards';
        expect(await revisions(store.read(stream, { direction, maxCount: 2 }))).toEqual([4n, 3n]);
        expect(await revisions(store.read(stream, { direction, from: 1n }))).toEqual([1n, 0n]);
        expect(await revisions(store.read(stream, { direction, from: 99n }))).toHaveLength(5);
      });

      it('keeps text of every script and every control character', async () => {
        const text = 'Zażółć 支付 🧾\u0000\u0001"\\\n\u2028é';
        const event = anEvent({ data: { text }, metadata: { 'ключ 🔑': text } });
        const stream = `${aStream()}-支付`;
        await store.append(stream, [event], 'no-stream');
        const [read] = await all(store.read(stream));
        expect(read).toMatchObject({ stream, data: { text }, metadata: { 'ключ 🔑': text } });
      });

      it('keeps an event of 700,000 bytes', async () => {
        const stream = aStream();
        const event = anEvent({ data: { text: 'é'.repeat(350_000) } });
        await store.append(stream, [event], 'no-stream');
        const [read] = await all(store.read(stream));
        expect(read?.data).toEqual(event.data);
      });

      it('keeps numbers, strings, arrays and null as data', async () => {
        const stream = aStream();
        const values = [0, 'text', [1, 2], null, false, {}];
        await store.append(
          stream,
          values.map((data) => anEvent({ data })),
          'no-stream',
        );
        expect((await all(store.read(stream))).map(({ data }) => data)).toEqual(values);
      });

      it('reads a stream longer than any page', async () => {
        const stream = aStream();
        for (let start = 0; start < 1500; start += 500) {
          await store.append(
            stream,
            someEvents(500),
            start === 0 ? 'no-stream' : BigInt(start - 1),
          );
        }
        const read = await revisions(store.read(stream));
        expect(read).toEqual(Array.from({ length: 1500 }, (_, index) => BigInt(index)));
        const back = await revisions(store.read(stream, { direction: 'backwards' }));
        expect(back).toEqual(read.reverse());
      });
    });

    describe('expected revision', () => {
      it('accepts the exact revision and refuses any other', async () => {
        const stream = aStream();
        await store.append(stream, someEvents(2), 'no-stream');
        await store.append(stream, someEvents(1), 1n);
        const stale = store.append(stream, someEvents(1), 1n);
        await expect(stale).rejects.toThrow(ConcurrencyConflict);
        await expect(stale).rejects.toMatchObject({ stream, expected: 1n, actual: 2n });
        await expect(store.append(stream, someEvents(1), 7n)).rejects.toMatchObject({ actual: 2n });
      });

      it('refuses a revision of a stream that does not exist', async () => {
        const stream = aStream();
        const refused = store.append(stream, someEvents(1), 0n);
        await expect(refused).rejects.toMatchObject({
          name: 'ConcurrencyConflict',
          stream,
          expected: 0n,
          actual: null,
        });
        expect(await all(store.read(stream))).toEqual([]);
      });

      it('refuses no-stream when there is one, and stream-exists when there is none', async () => {
        const stream = aStream();
        await expect(store.append(stream, someEvents(1), 'stream-exists')).rejects.toThrow(
          ConcurrencyConflict,
        );
        await store.append(stream, someEvents(1), 'no-stream');
        await expect(store.append(stream, someEvents(1), 'no-stream')).rejects.toMatchObject({
          expected: 'no-stream',
          actual: 0n,
        });
        await store.append(stream, someEvents(1), 'stream-exists');
        await store.append(stream, someEvents(1), 'any');
        expect(await revisions(store.read(stream))).toEqual([0n, 1n, 2n]);
      });

      it('lets exactly one of many concurrent writers win', async () => {
        const stream = aStream();
        await store.append(stream, someEvents(1), 'no-stream');
        const attempts = await Promise.allSettled(
          Array.from({ length: 20 }, () => store.append(stream, someEvents(2), 0n)),
        );
        const lost = attempts.filter(({ status }) => status === 'rejected');
        expect(lost).toHaveLength(19);
        for (const attempt of lost) {
          expect((attempt as PromiseRejectedResult).reason).toBeInstanceOf(ConcurrencyConflict);
        }
        expect(await revisions(store.read(stream))).toEqual([0n, 1n, 2n]);
      });

      it('writes all events of an append or none', async () => {
        const stream = aStream();
        await store.append(stream, someEvents(1), 'no-stream');
        await expect(store.append(stream, someEvents(5), 3n)).rejects.toThrow(ConcurrencyConflict);
        expect(await revisions(store.read(stream))).toEqual([0n]);
      });
    });

    describe('several appends at once', () => {
      it('are each written or refused by themselves, answered in their order', async () => {
        const [taken, first, second] = [aStream(), aStream(), aStream()];
        await store.append(taken, someEvents(1), 'no-stream');
        const appends = [
          { stream: first, events: someEvents(2), expectedRevision: 'no-stream' },
          { stream: taken, events: someEvents(1), expectedRevision: 'no-stream' },
          { stream: second, events: someEvents(1), expectedRevision: 'no-stream' },
          { stream: taken, events: someEvents(1), expectedRevision: 0n },
        ] as const;
        const [a, refused, b, c] = await store.appendEach(appends);
        expect([a, b, c]).toMatchObject([{ revision: 1n }, { revision: 0n }, { revision: 1n }]);
        expect(refused).toBeInstanceOf(ConcurrencyConflict);
        expect(await revisions(store.read(first))).toEqual([0n, 1n]);
        expect(await revisions(store.read(taken))).toEqual([0n, 1n]);
        const [stored] = await all(store.read(second));
        expect(stored?.position).toEqual(b instanceof Error ? null : b?.position);
      });

      it('recognise a repeat among themselves', async () => {
        const append = { stream: aStream(), events: someEvents(2), expectedRevision: 'no-stream' };
        const once = append as Parameters<EventStore['appendEach']>[0][number];
        const answers = await store.appendEach([once, once]);
        expect(answers).toMatchObject([{ revision: 1n }, { revision: 1n }]);
        expect(await all(store.read(once.stream))).toHaveLength(2);
      });

      it('are written however soon they follow the answer to others', async () => {
        const stream = aStream();
        for (let turns = 0; turns < 20; turns += 1) {
          await store.append(stream, someEvents(1), 'any');
          for (let turn = 0; turn < turns; turn += 1) await Promise.resolve();
          await store.append(stream, someEvents(1), 'any');
        }
        expect(await all(store.read(stream))).toHaveLength(40);
      });

      it('may be none', async () => {
        expect(await store.appendEach([])).toEqual([]);
      });
    });

    describe('repeated append', () => {
      it('answers as the first time and writes nothing', async () => {
        const stream = aStream();
        const first = someEvents(2);
        const second = someEvents(2);
        const answers = [
          await store.append(stream, first, 'no-stream'),
          await store.append(stream, second, 1n),
        ];
        await store.append(stream, someEvents(1), 3n);
        expect([
          await store.append(stream, first, 'no-stream'),
          await store.append(stream, second, 1n),
        ]).toMatchObject(answers.map(({ revision }) => ({ revision })));
        expect(await all(store.read(stream))).toHaveLength(5);
      });

      it('is recognised while the first is still on its way', async () => {
        const stream = aStream();
        const events = someEvents(3);
        const answers = await Promise.all(
          Array.from({ length: 10 }, () => store.append(stream, events, 'no-stream')),
        );
        expect(new Set(answers.map(({ revision }) => revision))).toEqual(new Set([2n]));
        expect(await all(store.read(stream))).toHaveLength(3);
      });

      it('is recognised without an exact revision too', async () => {
        const stream = aStream();
        const events = someEvents(2);
        await store.append(stream, events, 'any');
        await store.append(stream, someEvents(1), 'any');
        expect(await store.append(stream, events, 'any')).toMatchObject({ revision: 1n });
        expect(await all(store.read(stream))).toHaveLength(3);
      });

      it('is refused when only a part is the same', async () => {
        const stream = aStream();
        const [first, second] = someEvents(2) as [NewEvent, NewEvent];
        await store.append(stream, [first, second], 'no-stream');
        await expect(store.append(stream, [first, anEvent()], 'no-stream')).rejects.toThrow(
          ConcurrencyConflict,
        );
        expect(await all(store.read(stream))).toHaveLength(2);
      });
    });

    describe('all streams', () => {
      it('are read in the order of their positions', async () => {
        const { streams, from } = await severalStreams();
        const read = await all(store.readAll({ from }));
        const positions = read.map(({ position }) => position);
        expect(positions).toEqual([...positions].sort(comparePositions));
        expect(new Set(positions.map(({ commit }) => commit)).size).toBe(positions.length);
        expect(read.filter(({ stream }) => streams.includes(stream))).toHaveLength(6);
      });

      it('are read from a position, inclusive, and backwards', async () => {
        const { from, to } = await severalStreams();
        const forwards = await all(store.readAll({ from }));
        expect(forwards[0]?.position).toEqual(from);
        const backwards = await all(
          store.readAll({ from: to, direction: 'backwards', maxCount: 6 }),
        );
        expect(backwards.map(({ id }) => id)).toEqual(
          forwards
            .slice(0, 6)
            .map(({ id }) => id)
            .reverse(),
        );
        const [last] = await all(store.readAll({ direction: 'backwards', maxCount: 1 }));
        expect(last?.position).toEqual(to);
      });

      it('are narrowed to stream prefixes', async () => {
        const { streams, from } = await severalStreams();
        const [first, second] = streams as [string, string];
        const read = await all(store.readAll({ from, streamPrefixes: [first, second] }));
        expect(new Set(read.map(({ stream }) => stream))).toEqual(new Set([first, second]));
        const limited = store.readAll({ from, streamPrefixes: [second], maxCount: 1 });
        expect((await all(limited)).map(({ stream }) => stream)).toEqual([second]);
      });

      it('are searched as far back as it takes to find a few', async () => {
        const [prefix, other] = [aStream(), aStream()];
        const mine = anEvent();
        await store.append(prefix, [mine], 'no-stream');
        await store.append(other, someEvents(80), 'no-stream');
        for (const direction of ['backwards', 'forwards'] as const) {
          const one = { direction, maxCount: 1, streamPrefixes: [prefix] };
          expect((await all(store.readAll(one))).map(({ id }) => id)).toEqual([mine.id]);
        }
        const none = { direction: 'backwards', maxCount: 1, streamPrefixes: [aStream()] } as const;
        expect(await all(store.readAll(none))).toEqual([]);
        const latest = await all(store.readAll({ direction: 'backwards', maxCount: 40 }));
        expect(latest.map(({ revision }) => Number(revision))).toEqual(
          Array.from({ length: 40 }, (_, index) => 79 - index),
        );
      });

      it('tell whether an event that was read before is still there', async () => {
        await store.append(aStream(), someEvents(3), 'no-stream');
        const end = await lastMark(store);
        if (!end) throw new Error('nothing was written');
        await expect(assertContinues(store, end)).resolves.toBeUndefined();
        const another = { ...end, eventId: randomUUID() };
        await expect(assertContinues(store, another)).rejects.toThrow(StoreDiverged);
        const { commit, prepare } = end.position;
        const beyond = { commit: commit + 1_000_000n, prepare: prepare + 1_000_000n };
        await expect(assertContinues(store, { position: beyond, eventId: null })).rejects.toThrow(
          StoreDiverged,
        );
      });

      it('leave out system events', async () => {
        const read = await all(store.readAll());
        expect(read.filter(({ stream, type }) => /^\$/.test(stream) || /^\$/.test(type))).toEqual(
          [],
        );
      });
    });

    describe('subscription', () => {
      it('delivers history, says so, and goes on live', async () => {
        const prefix = aStream();
        await store.append(`${prefix}-1`, someEvents(3), 'no-stream');
        const subscription = store.subscribe({ after: 'start', streamPrefixes: [prefix] });
        const { kinds } = await take(
          subscription,
          (_, { caughtUp }) => caughtUp > 0,
          async () => {
            await store.append(`${prefix}-2`, someEvents(2), 'no-stream');
          },
        );
        expect(kinds.filter((kind) => kind !== 'checkpoint')).toEqual([
          'event',
          'event',
          'event',
          'caught-up',
        ]);
        const rest = store.subscribe({ after: 'start', streamPrefixes: [prefix] });
        const { events } = await take(rest, (delivered) => delivered.length === 5);
        expect(events.map(({ stream }) => stream)).toEqual([
          ...Array<string>(3).fill(`${prefix}-1`),
          ...Array<string>(2).fill(`${prefix}-2`),
        ]);
      });

      it('delivers each event once, in order, across the switch to live', async () => {
        const prefix = aStream();
        const total = 400;
        const write = async (writer: number) => {
          for (let count = 0; count < total / 4; count += 1) {
            await store.append(`${prefix}-${writer}`, someEvents(1), 'any');
          }
        };
        const writing = Promise.all([write(1), write(2), write(3), write(4)]);
        const subscription = store.subscribe({ after: POSITION_START, streamPrefixes: [prefix] });
        const { events } = await take(subscription, (delivered) => delivered.length === total);
        await writing;
        expect(new Set(events.map(({ id }) => id)).size).toBe(total);
        for (const [index, event] of events.slice(1).entries()) {
          expect(
            comparePositions(events[index]?.position as Position, event.position),
          ).toBeLessThan(0);
        }
      });

      it('starts behind a position, or at the end', async () => {
        const prefix = aStream();
        const { position } = await store.append(prefix, someEvents(2), 'no-stream');
        const behind = store.subscribe({ after: position, streamPrefixes: [prefix] });
        const atEnd = store.subscribe({ after: 'end', streamPrefixes: [prefix] });
        const one = (delivered: readonly RecordedEvent[]) => delivered.length === 1;
        const both = Promise.all([take(behind, one), take(atEnd, one)]);
        // When the server has a subscription from the end is unknown: append until it delivers.
        const later: NewEvent[] = [];
        const reached = both.then(() => true);
        do {
          later.push(anEvent());
          await store.append(prefix, later.slice(-1), 'any');
        } while (!(await Promise.race([reached, pause(50)])));
        const [{ events: fromBehind }, { events: fromEnd }] = await both;
        const ids = later.map(({ id }) => id);
        expect(fromBehind.map(({ id }) => id)).toEqual(ids.slice(0, 1));
        expect(ids).toContain(fromEnd[0]?.id);
      });

      it('reports a checkpoint past events that are not of interest', async () => {
        const { position } = await store.append(aStream(), someEvents(100), 'no-stream');
        const subscription = store.subscribe({
          after: POSITION_START,
          streamPrefixes: [aStream()],
        });
        const { checkpoints, events } = await take(subscription, (_, { checkpoints: seen }) =>
          seen.some((checkpoint) => comparePositions(checkpoint, position) >= 0),
        );
        expect(events).toEqual([]);
        expect([...checkpoints].sort(comparePositions)).toEqual(checkpoints);
      });

      it('never reports a checkpoint before the events it covers are delivered', async () => {
        const prefix = aStream();
        for (let round = 0; round < 30; round += 1) {
          await store.append(`${prefix}-mine`, someEvents(2), 'any');
          await store.append(aStream(), someEvents(60), 'any');
        }
        const subscription = store.subscribe({ after: 'start', streamPrefixes: [prefix] });
        let covered = POSITION_START;
        await take(subscription, (delivered, { checkpoints, caughtUp }) => {
          const event = delivered.at(-1);
          const checkpoint = checkpoints.at(-1) ?? POSITION_START;
          if (comparePositions(checkpoint, covered) > 0) covered = checkpoint;
          else if (event && caughtUp === 0) {
            expect(comparePositions(event.position, covered)).toBeGreaterThan(0);
          }
          return caughtUp > 0;
        });
      });

      it('ends when closed', async () => {
        const subscription = store.subscribe({ after: 'end' });
        const ended = (async () => {
          for await (const message of subscription) if (message.kind === 'event') return 'event';
          return 'ended';
        })();
        await subscription.close();
        expect(await ended).toBe('ended');
      });
    });

    it('has everything after it was opened again', async () => {
      const stream = aStream();
      const events = someEvents(3);
      const { position } = await store.append(stream, events, 'no-stream');
      store = await under.reopen();
      const read = await all(store.read(stream));
      expect(read.map(({ id }) => id)).toEqual(events.map(({ id }) => id));
      expect(read[2]?.position).toEqual(position);
      expect(await store.append(stream, events, 'no-stream')).toMatchObject({ revision: 2n });
      expect(await store.append(stream, someEvents(1), 2n)).toMatchObject({ revision: 3n });
    });

    /** Two events in each of three new streams, and the positions of the first and the last. */
    async function severalStreams() {
      const streams = [aStream(), aStream(), aStream()];
      for (const round of [0, 1]) {
        for (const stream of streams) {
          await store.append(stream, someEvents(1), round === 0 ? 'no-stream' : 0n);
        }
      }
      const [first] = await all(store.read(streams[0] ?? ''));
      const last = (await all(store.read(streams[2] ?? ''))).at(-1);
      return { streams, from: first?.position as Position, to: last?.position as Position };
    }
  });
}

type Taken = {
  readonly events: readonly RecordedEvent[];
  readonly kinds: readonly SubscriptionMessage['kind'][];
  readonly checkpoints: readonly Position[];
  readonly caughtUp: number;
};

/** Iterates until `enough`, then closes; `then` runs before that. */
async function take(
  subscription: Subscription,
  enough: (events: readonly RecordedEvent[], taken: Taken) => boolean,
  then?: () => Promise<void>,
): Promise<Taken> {
  const events: RecordedEvent[] = [];
  const kinds: SubscriptionMessage['kind'][] = [];
  const checkpoints: Position[] = [];
  let caughtUp = 0;
  for await (const message of subscription) {
    kinds.push(message.kind);
    if (message.kind === 'event') events.push(message.event);
    else if (message.kind === 'checkpoint') checkpoints.push(message.position);
    else caughtUp += 1;
    if (enough(events, { events, kinds, checkpoints, caughtUp })) break;
  }
  await then?.();
  await subscription.close();
  return { events, kinds, checkpoints, caughtUp };
}

async function pause(ms: number): Promise<false> {
  await new Promise((resolve) => setTimeout(resolve, ms));
  return false;
}

async function all(events: AsyncIterable<RecordedEvent>): Promise<RecordedEvent[]> {
  const read: RecordedEvent[] = [];
  for await (const event of events) read.push(event);
  return read;
}

async function revisions(events: AsyncIterable<RecordedEvent>): Promise<bigint[]> {
  return (await all(events)).map(({ revision }) => revision);
}

const aStream = () => `contract-${randomUUID()}`;

function anEvent(part: Partial<NewEvent> = {}): NewEvent {
  return {
    id: randomUUID(),
    type: 'SomethingHappened',
    data: { amount: '1050' },
    metadata: { schemaVersion: 1 },
    ...part,
  };
}

const someEvents = (count: number) => Array.from({ length: count }, () => anEvent());
