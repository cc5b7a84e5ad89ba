import { upcastOf, type EventShape } from '#event-shapes';
import { InMemoryEventStore } from '../../../test/support/in-memory-event-store.js';
import type { Cause } from './cause.js';
import { changeStream, readStream, recordEvent } from './change-stream.js';
import { eventIdOf } from './event-id.js';
import { ConcurrencyConflict, type NewEvent } from './event-store.js';
import type { StreamType } from './stream-type.js';

type Named = EventShape<'Named', { name: string; by: string | null }>;

const COMMAND_ID = '9d4e6a1c-0000-4000-8000-000000000001';
const CAUSE: Cause = { client: 'shop', actor: 'service:shop', commandId: COMMAND_ID };
const NAMES: StreamType<Named, readonly string[]> = {
  initial: [],
  evolve: (state, { data }, { revision }) => [...state, `${revision}:${data.name}:${data.by}`],
  upcast: upcastOf<Named>('name', {
    Named: { personal: {}, added: { by: null } },
  }),
};
const TARGET = { stream: 'names', type: NAMES };

let store: RacedStore;

beforeEach(() => {
  store = new RacedStore();
});

describe('a change of a stream', () => {
  it('is decided on what the stream comes to, and appended right behind it', async () => {
    await changeStream(store, TARGET, CAUSE, () => named('a', 'b'));
    const changed = await changeStream(store, TARGET, CAUSE, (state) => named(`${state.length}`));
    expect(changed).toEqual({ state: ['0:a:amal', '1:b:amal', '2:2:amal'], revision: 2n });
    expect(await readStream(store, TARGET)).toEqual(changed);
  });

  it('is nothing where nothing is decided', async () => {
    const changed = await changeStream(store, TARGET, CAUSE, () => []);
    expect(changed).toEqual({ state: [], revision: null });
    expect(store.events).toEqual([]);
  });

  it('is decided on old events in the shape of today', async () => {
    const old = { id: COMMAND_ID, type: 'Named', data: { name: 'old' }, metadata: {} };
    await store.append('names', [old], 'no-stream');
    const { state } = await changeStream(store, TARGET, CAUSE, (names) => named(names.join()));
    expect(state).toEqual(['0:old:null', '1:0:old:null:amal']);
  });

  it('begins with what its caller knows, without a look', async () => {
    const from = await changeStream(store, TARGET, CAUSE, () => named('a'));
    store.reads = 0;
    const { state } = await changeStream(store, { ...TARGET, from }, CAUSE, () => named('b'));
    expect(state).toEqual(['0:a:amal', '1:b:amal']);
    expect(store.reads).toBe(0);
  });

  it('is decided again when another writer was faster', async () => {
    store.rivals = 4;
    const changed = await changeStream(store, TARGET, CAUSE, (state) => named(`${state.length}`));
    expect(changed.state.at(-1)).toBe('4:4:amal');
    expect(store.events).toHaveLength(5);
  });

  it('is given up when other writers were faster five times', async () => {
    store.rivals = 5;
    const changing = changeStream(store, TARGET, CAUSE, () => named('late'));
    await expect(changing).rejects.toThrow(ConcurrencyConflict);
    expect(store.events).toHaveLength(5);
  });

  it('waits for the winner of a race whose event cannot be read yet', async () => {
    store.rivals = 1;
    store.unseenReads = 20;
    const changed = await changeStream(store, TARGET, CAUSE, (state) => named(`${state.length}`));
    expect(changed.state).toEqual(['0:rival:amal', '1:1:amal']);
  });

  it('may give each event a cause and an id of its own', async () => {
    const eventId = ({ commandId }: Cause, { data }: Named): string => commandId + data.name;
    const target = { stream: 'names', type: { ...NAMES, eventId } };
    const cause = ({ data }: Named, { revision, index }: { revision: number; index: number }) => ({
      ...CAUSE,
      commandId: `${data.name}${revision}${index}`,
    });
    await changeStream(store, TARGET, CAUSE, () => named('a'));
    await changeStream(store, target, cause, () => named('b', 'c'));
    expect(store.events.slice(1)).toMatchObject([
      { id: 'b10b', metadata: { commandId: 'b10' } },
      { id: 'c21c', metadata: { commandId: 'c21' } },
    ]);
  });
});

describe('an event that stands for itself', () => {
  it('is recorded behind all that its stream holds', async () => {
    await changeStream(store, TARGET, { ...CAUSE, commandId: COMMAND_ID }, () => named('a'));
    const commandId = eventIdOf(COMMAND_ID, 7);
    await recordEvent(store, { stream: 'names' }, { ...CAUSE, commandId }, named('b')[0] as Named);
    expect(store.events[1]).toMatchObject({ id: eventIdOf(commandId, 0), data: { name: 'b' } });
  });
});

/** Lets another writer append before each of the next appends. */
class RacedStore extends InMemoryEventStore {
  rivals = 0;
  reads = 0;
  /** How many of the next reads show nothing, as while an append is on its way to the disk. */
  unseenReads = 0;

  override read(...[stream, options]: Parameters<InMemoryEventStore['read']>) {
    this.reads += 1;
    if (this.unseenReads === 0) return super.read(stream, options);
    this.unseenReads -= 1;
    return super.read('empty', options);
  }

  override async append(...[stream, events, expected]: Parameters<InMemoryEventStore['append']>) {
    if (this.rivals > 0) {
      this.rivals -= 1;
      const [{ data }] = named('rival') as [Named];
      const rival: NewEvent = { id: `rival-${this.rivals}`, type: 'Named', data, metadata: {} };
      await super.append(stream, [rival], 'any');
    }
    return super.append(stream, events, expected);
  }
}

function named(...names: readonly string[]): Named[] {
  return names.map((name) => ({ type: 'Named', data: { name, by: 'amal' } }));
}
