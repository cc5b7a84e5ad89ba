import { openEngine, proposedEvents } from '../../engine/engine-under-test.js';
import type { Reading } from './reading.js';
import { subscribeToStream } from './subscribe.js';

describe('a subscription to a stream from its end', () => {
  it('delivers an event that was on its way to the disk when it began', async () => {
    const { engine, close } = await openEngine();
    const gone = new AbortController();
    const sent: Buffer[] = [];
    const reading: Reading = {
      engine,
      options: { stream: { streamIdentifier: { streamName: Buffer.from('a-stream') }, end: {} } },
      signal: gone.signal,
      mayRead: () => true,
      isTogether: false,
      send: (response) => {
        sent.push(response);
        if (response.includes('OnItsWay')) gone.abort();
        return undefined;
      },
    };
    const appended = engine.append('a-stream', proposedEvents(1, 'OnItsWay'), 'any');
    expect(engine.log.durable).toBe(0);
    const subscribed = subscribeToStream(reading);
    await appended;
    // Would it wait for the next one, it waited for ever.
    await engine.append('a-stream', proposedEvents(1, 'Next'), 'any');
    setTimeout(() => gone.abort(), 2_000).unref();
    await subscribed;
    expect(sent.filter((response) => response.includes('OnItsWay'))).toHaveLength(1);
    await close();
  });
});
