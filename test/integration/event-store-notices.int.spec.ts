import { aStream, ServedStore, someEvents } from './event-store-fixture.js';
import { RawClient, type ReadMessage } from './event-store-raw-client.js';

/** What the protocol tells beside events, and the official client of today does not show. */
describe("notices of the embedded store's door", () => {
  let served: ServedStore;
  let raw: RawClient;

  beforeAll(async () => {
    served = await ServedStore.start();
    raw = new RawClient(served.port);
  });

  afterAll(async () => {
    raw.close();
    await served.stop();
  });

  describe('of a read', () => {
    const newer = { controlOption: { compatibility: 1 } };

    it('tell newer clients where the stream ended, however much was read', async () => {
      const stream = aStream();
      await served.client.appendToStream(stream, someEvents(5));
      for (const options of [{ count: 100 }, { count: 2 }, { count: 3, readDirection: 1 }]) {
        const messages = await all({ stream: at(stream), ...options, ...newer });
        expect(messages.at(-1)).toEqual({ lastStreamPosition: '4' });
      }
    });

    it('tell newer clients where the stream begins, when they asked for what is before', async () => {
      const stream = aStream();
      await served.client.appendToStream(stream, someEvents(5));
      await served.client.setStreamMetadata(stream, { truncateBefore: 3 });
      const messages = await all({ stream: at(stream), count: 100, ...newer });
      expect(messages[0]).toEqual({ firstStreamPosition: '3' });
      expect(kindsOf(messages)).toEqual([
        'firstStreamPosition',
        'event',
        'event',
        'lastStreamPosition',
      ]);
      const behind = { stream: { ...identifier(stream), revision: 3 }, count: 100, ...newer };
      expect(kindsOf(await all(behind))).toEqual(['event', 'event', 'lastStreamPosition']);
    });

    it('tell older clients neither', async () => {
      const stream = aStream();
      await served.client.appendToStream(stream, someEvents(2));
      await served.client.setStreamMetadata(stream, { truncateBefore: 1 });
      expect(kindsOf(await all({ stream: at(stream), count: 100 }))).toEqual(['event']);
    });

    it('tell of a missing stream that alone', async () => {
      const messages = await all({ stream: at(aStream()), count: 100, ...newer });
      expect(kindsOf(messages)).toEqual(['streamNotFound']);
    });
  });

  describe('of a subscription', () => {
    it('tell when and where it has caught up with a stream', async () => {
      const stream = aStream();
      await served.client.appendToStream(stream, someEvents(3));
      const messages = await untilCaughtUp({ stream: at(stream), subscription: {} });
      expect(kindsOf(messages)).toEqual(['confirmation', 'event', 'event', 'event', 'caughtUp']);
      expect(messages.at(-1)).toMatchObject({ caughtUp: { streamRevision: '2' } });
      const { caughtUp } = messages.at(-1) as { caughtUp: { timestamp: { seconds: string } } };
      const ageSeconds = Date.now() / 1000 - Number(caughtUp.timestamp.seconds);
      expect(Math.abs(ageSeconds)).toBeLessThan(60);
    });

    it('tell no revision of a stream that is not there yet', async () => {
      const messages = await untilCaughtUp({ stream: at(aStream()), subscription: {} });
      const { caughtUp } = messages.at(-1) as { caughtUp: object };
      expect(Object.keys(caughtUp)).toEqual(['timestamp']);
    });

    it('tell the position it has caught up with in $all', async () => {
      const { position } = await served.client.appendToStream(aStream(), someEvents(1));
      const messages = await untilCaughtUp({ all: { start: {} }, subscription: {} });
      const commitPosition = String(position?.commit);
      expect(messages.at(-1)).toMatchObject({ caughtUp: { position: { commitPosition } } });
    });
  });

  async function all(options: object): Promise<ReadMessage[]> {
    const messages: ReadMessage[] = [];
    for await (const message of raw.read(options)) messages.push(message);
    return messages;
  }

  async function untilCaughtUp(options: object): Promise<ReadMessage[]> {
    const messages: ReadMessage[] = [];
    for await (const message of raw.read(options)) {
      messages.push(message);
      if ('caughtUp' in message) break;
    }
    return messages;
  }
});

const identifier = (stream: string) => ({ streamIdentifier: { streamName: Buffer.from(stream) } });
const at = (stream: string) => ({ ...identifier(stream), start: {} });
const kindsOf = (messages: readonly ReadMessage[]) => messages.flatMap(Object.keys);
