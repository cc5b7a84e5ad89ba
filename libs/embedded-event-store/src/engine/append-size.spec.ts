import { AppendTooLarge } from '#event-store';
import { openEngine, proposedEvents } from './engine-under-test.js';
import { checkStreamName, sizeOfAppend } from './append-size.js';

const LONG = 'x'.repeat(1_025);

describe('the size of an append', () => {
  it('counts data, metadata and types, as EventStoreDB does', () => {
    const events = proposedEvents(3, 'Told');
    expect(sizeOfAppend(events, 30)).toBe(30);
    expect(() => sizeOfAppend(events, 29)).toThrow(AppendTooLarge);
  });
});

describe('an append', () => {
  it.each([
    ['a stream name beyond its bound', LONG, 'Told', 'the stream name has 1025 bytes'],
    ['an event type beyond its bound', 'a-stream', LONG, 'the event type has 1025 bytes'],
    ['all streams as its stream', '$all', 'Told', '$all is all streams together'],
  ])('is refused with %s, and nothing is written', async (_what, stream, type, why) => {
    const { engine, close } = await openEngine();
    const [event] = proposedEvents(1, type);
    const appending = engine.append(stream, event ? [event] : [], 'any');
    await expect(appending).rejects.toThrow(RangeError);
    await expect(appending).rejects.toThrow(why);
    await expect(engine.delete('$all', 'any', true)).rejects.toThrow('takes no events');
    expect(engine.log.last).toBe(0);
    await close();
  });

  it('may go to a stream of the system whose name holds the longest of all', () => {
    const longest = 'é'.repeat(512);
    expect(() => checkStreamName(longest)).not.toThrow();
    expect(() => checkStreamName(`$$${longest}`)).not.toThrow();
    expect(() => checkStreamName('$$$all')).not.toThrow();
  });
});
