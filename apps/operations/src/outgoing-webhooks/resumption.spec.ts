import { markOf, type Mark } from '#event-store';
import { InMemoryEventStore } from '../../../../test/support/in-memory-event-store.js';
import { resumptionOf } from './resumption.js';

let store: InMemoryEventStore;

beforeEach(async () => {
  store = new InMemoryEventStore();
  await write('before', 10);
});

describe('the feed of messages', () => {
  it('goes on behind the last event while the store has it', async () => {
    const [last] = marks(9);
    expect(await resumptionOf(store, last ?? null, marks(0, 5))).toEqual({
      after: last,
      diverged: null,
    });
  });

  it.each([
    [10, 7, [0, 3, 6, 9], 6],
    [10, 7, [6, 9], 6],
    [10, 1, [0, 3, 6, 9], 0],
  ])(
    'of %i events goes on, when %i are restored, behind the last mark there is',
    async (...row) => {
      const [, restored, kept, wanted] = row;
      const [last] = marks(9);
      const [expected] = marks(wanted);
      const keptMarks = marks(...kept);
      store.forget(restored);
      // Positions are given out again: only ids tell that these are others.
      await write('after', 5);
      const { after, diverged } = await resumptionOf(store, last ?? null, keptMarks);
      expect(after).toEqual(expected);
      expect(diverged).toContain('it was read up to event before-9');
    },
  );

  it('begins at the start of a store that has none of its marks', async () => {
    const [last] = marks(9);
    const kept = marks(3, 9);
    store.forget(2);
    expect((await resumptionOf(store, last ?? null, kept)).after).toBe('start');
  });

  it('goes on from the end where it kept no marks, and does not tell all of history again', async () => {
    const [last] = marks(9);
    store.forget(4);
    const [end] = marks(3);
    expect((await resumptionOf(store, last ?? null, [])).after).toEqual(end);
  });
});

async function write(prefix: string, count: number): Promise<void> {
  for (let index = 0; index < count; index += 1) {
    const event = { id: `${prefix}-${index}`, type: 'Happened', data: {}, metadata: {} };
    await store.append('payment-1', [event], 'any');
  }
}

function marks(...indexes: number[]): Mark[] {
  return indexes.flatMap((index) => store.events.slice(index, index + 1)).map(markOf);
}
