import { eventually } from '../../../../../test/support/eventually.js';
import { openEngine, proposedEvents } from '../../engine/engine-under-test.js';
import type { Engine } from '../../engine/engine.js';
import type { ProposedEvent } from '../../engine/recorded-event.js';
import type { Resolved } from '../streams/read-response.js';
import { Consumer } from './consumer.js';
import type { PersistentGroup } from './group.js';
import { type GroupConfig, settingsOf } from './group-config.js';
import { PersistentGroups } from './groups.js';

type Settings = Parameters<typeof settingsOf>[0];
type Joined = { readonly group: PersistentGroup; readonly consumer: Consumer; readonly got: Got };
type Got = { readonly events: Resolved[]; dropped: boolean };

let engine: Engine;
let close: () => Promise<void>;
let groups: PersistentGroups;

beforeEach(async () => {
  ({ engine, close } = await openEngine());
  groups = new PersistentGroups(engine);
});

afterEach(async () => {
  await groups.close();
  await close();
});

describe('changes of groups', () => {
  it('let a consumer that comes meanwhile join the group as it is afterwards', async () => {
    await groups.create(config('a'));
    for (let round = 0; round < 20; round += 1) {
      const updated = groups.update(config('a'));
      const { got, group } = await join('a');
      await updated;
      await append('s', 1);
      await eventually(() => got.events.length > 0);
      expect(got.dropped).toBe(false);
      expect(groups.find('$all', 'a')).toBe(group);
    }
  });

  it('keep every definition when a group is made during a restart of the subsystem', async () => {
    await groups.create(config('a'));
    await groups.create(config('b'));
    await Promise.all([groups.restart(), groups.create(config('c'))]);
    await groups.restart();
    expect(groups.list().map((group) => group.config.group)).toEqual(['a', 'b', 'c']);
  });

  it('are refused once the store closes, and keep every definition', async () => {
    await groups.create(config('a'));
    await groups.create(config('b'));
    const closing = groups.close();
    await expect(groups.create(config('c'))).rejects.toThrow('closing');
    await closing;
    groups = new PersistentGroups(engine);
    expect(groups.list().map((group) => group.config.group)).toEqual(['a', 'b']);
  });

  it('refuse a consumer strategy that does not exist', () => {
    expect(() => settingsOf({ consumerStrategy: 'Fastest' })).toThrow(
      "consumer strategy 'Fastest' does not exist",
    );
  });
});

describe('a group', () => {
  it('finishes two events that have one id', async () => {
    await groups.create(config('a', { maxCheckpointCount: 1 }));
    const { consumer, group, got } = await join('a');
    const [event] = proposedEvents(1);
    if (!event) throw new Error('there is one');
    for (const stream of ['s1', 's2']) await engine.append(stream, [event], 'no-stream');
    await eventually(() => got.events.length === 2);
    for (const { event: sent } of got.events) group.ack(consumer, [sent?.fields.id ?? '']);
    expect(group.counts).toMatchObject({ inFlight: 0, outstanding: 0 });
    await eventually(() => (group.checkpoint.stored ?? 0) >= engine.log.durable - 2);
  });

  it('goes on for others while a pinned consumer answers nothing', async () => {
    await groups.create(config('a', { consumerStrategy: 'Pinned' }));
    const slow = await join('a', 1);
    const busy = await join('a', 1);
    const streams = Array.from({ length: 100 }, (_, index) => `s-${index}`);
    for (const stream of streams) await append(stream, 1);
    const answered = new Set<Resolved>();
    await eventually(() => {
      for (const resolved of busy.got.events) {
        if (!answered.has(resolved))
          busy.group.ack(busy.consumer, [resolved.event?.fields.id ?? '']);
        answered.add(resolved);
      }
      return answered.size > 20;
    });
    expect(slow.got.events).toHaveLength(1);
  });

  it('delivers system streams, but not what groups write about themselves', async () => {
    const { filter: _, ...unfiltered } = config('a', { maxCheckpointCount: 1 });
    await groups.create(unfiltered);
    const { consumer, group, got } = await join('a');
    await append('$settings', 1);
    await append('s', 3);
    const streams = () => got.events.map(({ event }) => event?.fields.stream);
    await eventually(() => streams().filter((stream) => stream === 's').length === 3);
    for (const { event } of [...got.events]) group.ack(consumer, [event?.fields.id ?? '']);
    await eventually(() => group.checkpoint.stored !== undefined);
    await append('last', 1);
    await eventually(() => streams().includes('last'));
    expect(streams()).toContain('$settings');
    expect(streams().filter((stream) => stream?.startsWith('$persistentsubscription'))).toEqual([]);
  });
});

describe('a parked event', () => {
  it('is linked to itself, not to the link by which it came', async () => {
    await append('target', 1);
    await append('links', 1, { type: '$>', data: '0@target' });
    await groups.create({
      ...config('a', { resolveLinks: true }),
      stream: 'links',
      startFrom: 'start',
    });
    const { consumer, group, got } = await join('a', 10, 'links');
    await eventually(() => got.events.length === 1);
    const id = got.events[0]?.link?.fields.id ?? '';
    group.nack(consumer, [id], 'park', 'not now');
    await eventually(() => group.parked.count === 1);
    expect(group.parked.replay(1)[0]?.fields.data.toString()).toBe('0@target');
  });

  it('that is replayed stays parked until it is answered, however the group stops', async () => {
    await append('s', 2);
    await groups.create({ ...config('a'), stream: 's', startFrom: 'start' });
    const first = await join('a', 10, 's');
    await eventually(() => first.got.events.length === 2);
    const ids = first.got.events.map(({ event }) => event?.fields.id ?? '');
    first.group.nack(first.consumer, ids, 'park', 'not now');
    await eventually(() => first.group.parked.count === 2);
    first.group.replayParked(Infinity);
    await eventually(() => first.got.events.length === 4);
    await groups.restart();

    const second = await join('a', 10, 's');
    expect(second.group.parked.count).toBe(2);
    second.group.replayParked(Infinity);
    second.group.replayParked(Infinity);
    await eventually(() => second.got.events.length === 2);
    for (const { link } of second.got.events) {
      second.group.ack(second.consumer, [link?.fields.id ?? '']);
    }
    await eventually(() => second.group.parked.count === 0);
    expect(second.got.events).toHaveLength(2);
  });
});

/** Of the streams that begin with an s. */
function config(group: string, settings: Settings = {}): Omit<GroupConfig, 'startAt'> {
  const asked = { maxCheckpointCount: 100, minCheckpointCount: 1, ...settings };
  const filter = { streamIdentifier: { prefix: ['s'] }, checkpointIntervalMultiplier: 1 };
  return { stream: '$all', group, startFrom: 'end', settings: settingsOf(asked), filter };
}

function join(name: string, bufferSize = 10, stream = '$all'): Promise<Joined> {
  const got: Got = { events: [], dropped: false };
  return groups.join(stream, name, (group) => {
    const consumer = new Consumer({
      bufferSize,
      from: '',
      username: '',
      connectionName: '',
      send: (resolved) => got.events.push(resolved),
      isFull: () => false,
      drop: () => (got.dropped = true),
    });
    group.connect(consumer);
    return { group, consumer, got };
  });
}

async function append(
  stream: string,
  count: number,
  change: Partial<ProposedEvent> = {},
): Promise<void> {
  const events = proposedEvents(count).map((event) => ({ ...event, ...change }));
  await engine.append(stream, events, 'any');
}
