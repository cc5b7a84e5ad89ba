import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EmbeddedEventStore } from '#embedded-event-store';
import { upcastOf, type EventShape } from '#event-shapes';
import { changeStream, type StreamType } from '#event-store';

type Kept = EventShape<'Kept', { by: number }>;

const DELIVERY: StreamType<Kept, readonly number[]> = {
  initial: [],
  evolve: (state, { data }) => [...state, data.by],
  upcast: upcastOf<Kept>('delivery', { Kept: { personal: {} } }),
  eventId: () => crypto.randomUUID(),
};
const STREAMS = 50;

describe('one stream that two writers begin at once', () => {
  let path: string;
  let store: EmbeddedEventStore;

  beforeAll(async () => {
    path = await mkdtemp(join(tmpdir(), 'assay-raced-streams-'));
    store = await EmbeddedEventStore.open({ path });
  });

  afterAll(async () => {
    await store.close();
    await rm(path, { recursive: true });
  });

  // The winner's append conflicts before it is on disk, and reads show it only then.
  it('holds what the winner decided, and the loser sees it', async () => {
    const streams = Array.from({ length: STREAMS }, (_, index) => `delivery-${index}`);
    await Promise.all(
      streams.map(async (stream) => {
        const [first, second] = await Promise.all([keep(stream, 1), keep(stream, 2)]);
        expect(second).toEqual(first);
        expect(first.state).toHaveLength(1);
      }),
    );
  });

  function keep(stream: string, by: number) {
    const target = { stream, type: DELIVERY, from: { state: DELIVERY.initial, revision: null } };
    const cause = { client: 'provider', actor: 'webhook', commandId: crypto.randomUUID() };
    return changeStream<Kept, readonly number[]>(store, target, cause, (known) =>
      known.length === 0 ? [{ type: 'Kept', data: { by } }] : [],
    );
  }
});
