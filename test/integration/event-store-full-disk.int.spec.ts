import { randomUUID } from 'node:crypto';
import { chmodSync, chownSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EmbeddedEventStore } from '#embedded-event-store';
import { type EventStore, EventStoreUnavailable, RemoteEventStore } from '#event-store';
import {
  diskLimits,
  firstLine,
  type LimitedDisk,
  mount,
  mountInMemory,
  startProcess,
  stop,
  type StoreProcess,
  unmount,
} from './event-store-limited-disk.js';

const OPENING = 'dist/test/integration/event-store-opening.js';
const WRITERS = 8;
const TEXT = 'x'.repeat(4_000);

describe.each(diskLimits())('a store that runs out of room: $name', ({ make }) => {
  let disk: LimitedDisk;
  let server: StoreProcess;
  let store: EventStore;
  /** Ids of all appends, by what became of them. */
  const acknowledged = new Set<string>();
  const refused = new Set<string>();

  beforeAll(async () => {
    disk = make();
    await start();
  });

  afterAll(async () => {
    await store.close();
    await stop(server);
    disk.remove();
  });

  it('names its folder and the way out', async () => {
    const errors = await Promise.all(Array.from({ length: WRITERS }, appendUntilRefused));
    for (const error of errors) {
      expect(error).toBeInstanceOf(EventStoreUnavailable);
      expect((error as Error).message).toContain(`event store ${disk.path} could not write`);
      expect((error as Error).message).toMatch(disk.complaint);
    }
  });

  it('goes on reading, and has everything it acknowledged and nothing it refused', async () => {
    expect(await idsOf(store)).toEqual(acknowledged);
  });

  it('opens again and reads while there is still no room', async () => {
    await store.close();
    await stop(server);
    await start();
    expect(await idsOf(store)).toEqual(acknowledged);
    await expect(appendUntilRefused()).resolves.toBeInstanceOf(EventStoreUnavailable);
  });

  it('writes what it refused once there is room, without a restart', async () => {
    disk.makeRoom(server);
    for (const id of refused) {
      await store.append('later', [anEvent(id)], 'any');
      acknowledged.add(id);
    }
    expect(await idsOf(store)).toEqual(acknowledged);
  });

  it('is sound afterwards', async () => {
    await stop(server);
    const embedded = await EmbeddedEventStore.open({ path: disk.path });
    expect((await embedded.verify()).problems).toEqual([]);
    expect(await idsOf(embedded)).toEqual(acknowledged);
    await embedded.close();
  });

  async function start(): Promise<void> {
    server = disk.start();
    store = RemoteEventStore.connect(`esdb://127.0.0.1:${await firstLine(server)}?tls=false`);
  }

  async function appendUntilRefused(): Promise<unknown> {
    for (;;) {
      const id = randomUUID();
      try {
        await store.append(`stream-${acknowledged.size % 50}`, [anEvent(id)], 'any');
        acknowledged.add(id);
      } catch (error) {
        refused.add(id);
        return error;
      }
    }
  }
});

describe('a backup that does not fit', () => {
  it('is refused whole, and the store goes on', async () => {
    const path = mkdtempSync(join(tmpdir(), 'event-store-backup-'));
    const store = await EmbeddedEventStore.open({ path });
    for (let event = 0; event < 500; event += 1) {
      await store.append('stream', [anEvent(randomUUID())], 'any');
    }
    const disk = mountInMemory('size=1m');
    // Where mounting is not allowed, a folder that is none has no room either.
    const target = disk === undefined ? join(path, 'events.mdb', 'copy') : join(disk, 'copy');
    await expect(store.backup(target)).rejects.toThrow(target);
    if (disk !== undefined) expect(readdirSync(target)).toEqual([]);
    await store.append('stream', [anEvent(randomUUID())], 499n);
    expect((await store.verify()).problems).toEqual([]);
    await store.close();
    if (disk !== undefined) unmount(disk);
    rmSync(path, { recursive: true });
  });
});

describe('a store whose folder cannot be written', () => {
  let path: string;

  beforeEach(async () => {
    path = mkdtempSync(join(tmpdir(), 'event-store-read-only-'));
    await (await EmbeddedEventStore.open({ path })).close();
    if (process.getuid?.() === 0) chownSync(path, 65_534, 65_534);
  });

  afterEach(() => {
    chmodSync(path, 0o755);
    rmSync(path, { recursive: true });
  });

  const wayOut = 'let this user write to the folder and all files in it';

  it('is refused, with the folder and the way out', async () => {
    chmodSync(path, 0o555);
    const answer = await open(path);
    expect(answer).toContain(`event store ${path} cannot be opened for writing`);
    expect(answer).toContain(wayOut);
  });

  it.each(['events.mdb', 'events.mdb-lock'])('is refused when only %s is closed', async (file) => {
    chmodSync(join(path, file), 0o444);
    const answer = await open(path);
    expect(answer).toContain(`event store ${path} cannot be opened for writing`);
    expect(answer).toContain(wayOut);
  });

  it('is refused below something that is not a folder', async () => {
    const below = join(path, 'events.mdb', 'store');
    expect(await open(below)).toContain(`event store ${below} cannot be opened for writing`);
  });

  it('is refused on a disk that is read-only', async () => {
    const disk = mountInMemory('size=4m');
    // Where mounting is not allowed, a closed folder is as near as one gets.
    const folder = disk ?? path;
    if (disk === undefined) chmodSync(path, 0o555);
    else mount('-o', 'remount,ro', disk);
    expect(await open(folder)).toContain(`event store ${folder} cannot be opened for writing`);
    if (disk !== undefined) unmount(disk);
  });

  it('opens once the rights are back', async () => {
    chmodSync(path, 0o555);
    await open(path);
    chmodSync(path, 0o755);
    await (await EmbeddedEventStore.open({ path })).close();
  });
});

async function open(path: string): Promise<string> {
  const opening = startProcess([process.execPath, OPENING, path, 'unprivileged']);
  const answer = await firstLine(opening);
  await stop(opening);
  return answer;
}

async function idsOf(store: EventStore): Promise<Set<string>> {
  const ids: string[] = [];
  for await (const { id } of store.readAll()) ids.push(id);
  expect(new Set(ids).size).toBe(ids.length);
  return new Set(ids);
}

function anEvent(id: string) {
  return { id, type: 'Happened', data: { text: TEXT }, metadata: {} };
}
