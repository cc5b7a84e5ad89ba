import { BACKWARDS, END, START } from '@eventstore/db-client';
import { aStream, ServedStore, someEvents, take } from './event-store-fixture.js';

const COMMITS = 10;
const EVENTS_A_COMMIT = 100;

/** A scavenge leaves a gap in the positions that is longer than anything read at once. */
describe('behind a gap that a scavenge left, an embedded store', () => {
  let served: ServedStore;
  const kept = aStream('kept');

  beforeAll(async () => {
    served = await ServedStore.start();
    const { client, embedded } = served;
    const gone = aStream('gone');
    await client.appendToStream(kept, someEvents(1, 'Before'));
    for (let commit = 0; commit < COMMITS; commit += 1) {
      await client.appendToStream(gone, someEvents(EVENTS_A_COMMIT, 'Gone'));
    }
    await client.appendToStream(kept, someEvents(1, 'After'));
    await client.setStreamMetadata(gone, { maxCount: 1 });
    expect((await embedded.scavenge()).events).toBe(COMMITS * EVENTS_A_COMMIT - 1);
  });

  afterAll(async () => {
    await served.stop();
  });

  const LEFT = ['Before', 'Gone', 'After'];

  it('reads on in both directions', async () => {
    const { client, embedded } = served;
    const forwards = await take(client.readAll());
    expect(ownTypes(forwards)).toEqual(LEFT);
    const backwards = await take(client.readAll({ direction: BACKWARDS, fromPosition: END }));
    expect(ownTypes(backwards)).toEqual(LEFT.toReversed());
    const types: string[] = [];
    for await (const { type } of embedded.readAll()) types.push(type);
    expect(types).toEqual(LEFT);
  });

  it('delivers to subscriptions from the start, and answers everybody else meanwhile', async () => {
    const { client, embedded } = served;
    const subscribed = client.subscribeToAll({ fromPosition: START });
    const inProcess = embedded.subscribe({ after: 'start' });
    const types: string[] = [];
    for await (const message of inProcess) {
      if (message.kind === 'event') types.push(message.event.type);
      if (message.kind === 'caught-up') break;
    }
    expect(types).toEqual(LEFT);
    const delivered: (string | undefined)[] = [];
    for await (const { event } of subscribed) {
      delivered.push(event?.type);
      if (event?.type === 'After') break;
    }
    expect(delivered.filter((type) => LEFT.includes(type ?? ''))).toEqual(LEFT);
    await subscribed.unsubscribe();
  });

  it('verifies every event', async () => {
    const everything = await take(served.client.readAll());
    expect(await served.embedded.verify()).toMatchObject({
      events: everything.length,
      problems: [],
    });
  });

  function ownTypes(events: Awaited<ReturnType<typeof take>>): (string | undefined)[] {
    return events.map(({ event }) => event?.type).filter((type) => LEFT.includes(type ?? ''));
  }
});
