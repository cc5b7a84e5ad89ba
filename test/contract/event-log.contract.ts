import { randomUUID } from 'node:crypto';
import type { EventLog, EventStore, StoredEvent } from '#event-store';

export type EventLogUnderTest = {
  readonly store: EventStore & EventLog;
  readonly stop: () => Promise<void>;
};

/** What every store promises whose events can be read as they are stored. */
export function eventLogContract(name: string, start: () => Promise<EventLogUnderTest>) {
  describe(`EventLog contract: ${name}`, () => {
    let under: EventLogUnderTest;

    beforeAll(async () => {
      under = await start();
    });

    afterAll(async () => {
      await under.stop();
    });

    it('reads the bytes of an event, and where and when it was written', async () => {
      const { store } = under;
      const stream = `log-${randomUUID()}`;
      const id = randomUUID();
      const data = { amount: '1.50', unicode: 'Zürich €', 2: 'two', 1: 'one' };
      await store.append(stream, [{ id, type: 'Ä', data, metadata: { actor: 'a' } }], 'no-stream');
      const [event] = (await stored(store)).filter((each) => each.stream === stream);
      expect(event).toMatchObject({ id, stream, type: 'Ä', revision: 0n });
      expect(event?.contentType).toBe('application/json');
      expect(Buffer.from(event?.data ?? []).toString()).toBe(JSON.stringify(data));
      expect(Buffer.from(event?.metadata ?? []).toString()).toBe('{"actor":"a"}');
      for await (const read of store.read(stream)) {
        expect(event?.position).toEqual(read.position);
        const ms = Number((event?.createdTicks ?? 0n) / 10_000n);
        expect(new Date(ms).toISOString()).toBe(read.recordedAt);
      }
    });

    it('reads all events but the system’s in log order, from the start and from within', async () => {
      const { store } = under;
      const streams = ['log-a', 'log-b'].map((name) => `${name}-${randomUUID()}`);
      for (let round = 0; round < 400; round += 1) {
        const events = [1, 2].map(() => ({ id: randomUUID(), type: 'T', data: {}, metadata: {} }));
        await store.append(streams[round % 2] ?? '', events, 'any');
      }
      const expected: string[] = [];
      for await (const { id } of store.readAll()) expected.push(id);
      const all = await stored(store);
      expect(all.map(({ id }) => id)).toEqual(expected);
      const middle = all[Math.floor(all.length / 2)];
      const rest = await stored(store, middle?.position);
      expect(rest.map(({ id }) => id)).toEqual(expected.slice(Math.floor(all.length / 2)));
    });

    it('can be left in the middle, and read again', async () => {
      const { store } = under;
      for await (const events of store.readStored('start')) {
        expect(events.length).toBeGreaterThan(0);
        break;
      }
      expect((await stored(store)).length).toBeGreaterThan(0);
    });
  });
}

async function stored(store: EventLog, from?: StoredEvent['position']): Promise<StoredEvent[]> {
  const events: StoredEvent[] = [];
  for await (const batch of store.readStored(from ?? 'start')) events.push(...batch);
  return events;
}
