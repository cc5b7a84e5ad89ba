import { Inbox } from './inbox.js';

describe('an inbox', () => {
  it('hands over all that waits, oldest first', async () => {
    const inbox = new Inbox<number>(10);
    await inbox.put(1);
    await inbox.put(2);
    expect(await inbox.take(1)).toEqual([1, 2]);
  });

  it('lets a producer wait while it is full', async () => {
    const inbox = new Inbox<number>(2);
    await inbox.put(1);
    let room = false;
    const putting = inbox.put(2).then(() => (room = true));
    await Promise.resolve();
    expect(room).toBe(false);
    expect(await inbox.take(1)).toEqual([1, 2]);
    await putting;
    expect(room).toBe(true);
  });

  it('wakes the consumer as soon as something comes', async () => {
    const inbox = new Inbox<number>(2);
    const taking = inbox.take(60_000);
    await inbox.put(1);
    expect(await taking).toEqual([1]);
  });

  it('hands over nothing when nothing came in time', async () => {
    expect(await new Inbox<number>(2).take(1)).toEqual([]);
  });

  it('ends for both sides and says what was left', async () => {
    const inbox = new Inbox<number>(1);
    const putting = inbox.put(1);
    expect(inbox.end()).toEqual([1]);
    await putting;
    expect(await inbox.take(1)).toBeNull();
  });
});
