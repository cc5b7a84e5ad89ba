import { jest } from '@jest/globals';
import { eventually } from '../../../../../test/support/eventually.js';
import {
  openEngine,
  proposedEvents,
  turnsDuring,
  writeMetadata,
} from '../../engine/engine-under-test.js';
import type { Engine } from '../../engine/engine.js';
import { Consumer } from './consumer.js';
import { PersistentGroup } from './group.js';
import { type GroupConfig, settingsOf } from './group-config.js';

let engine: Engine;
let close: () => Promise<void>;
let groups: PersistentGroup[];

beforeEach(async () => {
  ({ engine, close } = await openEngine());
  groups = [];
});

afterEach(async () => {
  await Promise.all(groups.map((group) => group.stop()));
  await close();
});

describe('a group', () => {
  it('goes on behind more expired events than it reads at once', async () => {
    const now = jest.spyOn(Date, 'now').mockReturnValue(Date.now() - 3_600_000);
    await engine.append('a-stream', proposedEvents(150), 'no-stream');
    now.mockRestore();
    await engine.append('a-stream', proposedEvents(1, 'Kept'), 'any');
    await writeMetadata(engine, 'a-stream', { $maxAge: 1_800 });
    const types: string[] = [];
    connect({ stream: 'a-stream', startAt: 0 }, types);
    await eventually(() => types.includes('Kept'));
  });

  it('goes on behind a gap that a scavenge left', async () => {
    await engine.append('gone', proposedEvents(1_000), 'no-stream');
    await writeMetadata(engine, 'gone', { $maxCount: 1 });
    await engine.append('kept', proposedEvents(1, 'Kept'), 'no-stream');
    await engine.scavenge();
    const types: string[] = [];
    connect({ stream: '$all', startAt: 1 }, types);
    await eventually(() => types.includes('Kept'));
  });

  it('looks for what its filter lets pass a bit a turn, and keeps how far it looked', async () => {
    await engine.append('others', proposedEvents(4_000), 'no-stream');
    await engine.append('wanted', proposedEvents(1, 'Wanted'), 'no-stream');
    const filter = {
      streamIdentifier: { prefix: ['wanted'] },
      checkpointIntervalMultiplier: 1,
    } as const;
    const types: string[] = [];
    const turns = await turnsDuring(async () => {
      connect({ stream: '$all', startAt: 1, filter }, types);
      await eventually(() => types.includes('Wanted'));
    });
    expect(turns).toBeGreaterThan(10);
    await eventually(() => (groups[0]?.checkpoint.stored ?? 0) >= 1_024);
  });
});

/** A group whose only consumer answers nothing. */
function connect(
  config: Pick<GroupConfig, 'stream' | 'startAt' | 'filter'>,
  types: string[],
): void {
  const settings = settingsOf({ maxCheckpointCount: 100, minCheckpointCount: 50 });
  const all = { ...config, group: 'a-group', startFrom: 'start', settings } as const;
  const group = new PersistentGroup(engine, all);
  groups.push(group);
  group.connect(
    new Consumer({
      bufferSize: 10,
      from: '',
      username: '',
      connectionName: '',
      send: ({ event }) => types.push(event?.fields.type ?? 'none'),
      isFull: () => false,
      drop: () => undefined,
    }),
  );
}
