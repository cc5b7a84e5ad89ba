import { execFile, spawn } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, mkdtemp, open, readdir, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Database, type Key, open as openLmdb } from 'lmdb';
import { EmbeddedEventStore, StoreNotOpened } from '#embedded-event-store';
import { EventDamaged, type Json } from '#event-store';

const run = promisify(execFile);
const SCAVENGE = 'dist/test/integration/event-store-scavenge.js';

describe("an embedded store's folder", () => {
  let path: string;

  beforeEach(async () => {
    path = await mkdtemp(join(tmpdir(), 'event-store-folder-'));
  });

  afterEach(async () => {
    await rm(path, { recursive: true });
  });

  it('is refused to a second writer in this process, and free again after closing', async () => {
    const store = await EmbeddedEventStore.open({ path });
    await expect(EmbeddedEventStore.open({ path })).rejects.toMatchObject({
      name: 'StoreNotOpened',
      reason: 'in-use',
      message: expect.stringContaining('already open') as string,
    });
    await store.close();
    await (await EmbeddedEventStore.open({ path })).close();
  });

  it('is refused while another process writes, and taken over when that was killed', async () => {
    const writer = spawn(
      process.execPath,
      ['dist/test/integration/event-store-under-load.js', path],
      {
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    );
    const ended = new Promise((resolve) => writer.on('close', resolve));
    await new Promise((resolve) => writer.stdout.once('data', resolve));
    writer.stdout.resume();
    await expect(EmbeddedEventStore.open({ path })).rejects.toThrow(
      `already open in process ${writer.pid}`,
    );
    writer.kill('SIGKILL');
    await ended;
    await (await EmbeddedEventStore.open({ path })).close();
  });

  it('is refused when it has another format', async () => {
    await (await EmbeddedEventStore.open({ path })).close();
    const database = openLmdb<Buffer, string>({
      path: join(path, 'events.mdb'),
      noSubdir: true,
      encoding: 'binary',
      maxDbs: 8,
    });
    await database.put('format', Buffer.from('99'));
    await database.close();
    const opening = EmbeddedEventStore.open({ path });
    await expect(opening).rejects.toThrow('has format 99; this version reads formats 1 and 2');
    await expect(opening).rejects.toBeInstanceOf(StoreNotOpened);
  });

  it('is backed up whole while appends go on', async () => {
    const store = await EmbeddedEventStore.open({ path });
    const stop = new AbortController();
    const appending = (async () => {
      while (!stop.signal.aborted) await store.append('busy', [anEvent()], 'any');
    })();
    const before = await store.append('kept', [anEvent(), anEvent()], 'no-stream');
    const copy = join(path, 'copy');
    await store.backup(copy);
    const after = await store.append('kept', [anEvent()], before.revision);
    stop.abort();
    await appending;

    const restored = await EmbeddedEventStore.open({ path: copy });
    expect((await restored.verify()).problems).toEqual([]);
    const last = await lastPositionOf(restored);
    expect(last).toBeGreaterThanOrEqual(before.position.commit);
    expect(last).toBeLessThan(after.position.commit);
    // Up to where it ends, a backup is the store: same positions, same bytes.
    expect(await digestOf(restored, last)).toEqual(await digestOf(store, last));
    await restored.append('kept', [anEvent()], before.revision);
    await restored.close();
    await store.close();
  });

  it('is restored with its deletions, metadata and scavenged gaps', async () => {
    const store = await EmbeddedEventStore.open({ path });
    const metadata = { id: randomUUID(), type: '$metadata', data: { $maxCount: 2 }, metadata: {} };
    await store.append(
      'short',
      Array.from({ length: 9 }, () => anEvent()),
      'no-stream',
    );
    await store.append('$$short', [metadata], 'no-stream');
    await store.append('gone', [anEvent()], 'no-stream');
    await store.engine.delete('gone', 0n, true);
    expect((await store.scavenge()).events).toBe(8);
    const copy = join(path, 'copy');
    await store.backup(copy);

    const restored = await EmbeddedEventStore.open({ path: copy });
    expect(await restored.verify()).toEqual(await store.verify());
    expect(await digestOf(restored)).toEqual(await digestOf(store));
    await expect(restored.append('gone', [anEvent()], 'any')).rejects.toThrow('deleted for good');
    const { revision } = await restored.append('short', [anEvent()], 8n);
    expect(revision).toBe(9n);
    await restored.close();
    await store.close();
  });

  it('takes a large commit as the first one after it was restored', async () => {
    let store = await EmbeddedEventStore.open({ path });
    // Nearly a page each, so that one commit of the scavenge frees hundreds of pages.
    const large = () => ({ ...anEvent(), data: { text: 'x'.repeat(3_000) } });
    for (let commit = 0; commit < 20; commit += 1) {
      await store.append('short', Array.from({ length: 40 }, large), 'any');
    }
    const metadata = { id: randomUUID(), type: '$metadata', data: { $maxCount: 1 }, metadata: {} };
    await store.append('$$short', [metadata], 'no-stream');
    // Closed and opened, it has its index written, and so the copy has nothing to write at first.
    await store.close();
    store = await EmbeddedEventStore.open({ path });
    const copy = join(path, 'copy');
    await store.backup(copy);
    await store.close();

    // In a process of its own, because LMDB once ended the process here.
    const { stdout } = await run(process.execPath, [SCAVENGE, copy]);
    expect(JSON.parse(stdout)).toEqual({ streams: 1, events: 799 });
    const restored = await EmbeddedEventStore.open({ path: copy });
    expect((await restored.verify()).problems).toEqual([]);
    await restored.append('short', [large()], 799n);
    await restored.close();
  });

  it('is not backed up over something else', async () => {
    const store = await EmbeddedEventStore.open({ path });
    const copy = join(path, 'copy');
    await store.backup(copy);
    await expect(store.backup(copy)).rejects.toThrow(
      `backup folder ${copy} is not empty (events.mdb); name a new one`,
    );
    await store.close();
  });

  it('is refused when it is a backup that did not finish', async () => {
    await writeFile(join(path, 'events.mdb.partial'), '');
    await expect(EmbeddedEventStore.open({ path })).rejects.toMatchObject({
      reason: 'unfinished-backup',
      message: expect.stringContaining('use another one') as string,
    });
  });

  it('is open to its owner alone, and a backup of it too', async () => {
    await chmod(path, 0o755);
    const store = await EmbeddedEventStore.open({ path });
    await store.append('kept', [anEvent()], 'no-stream');
    const copy = join(path, 'copy');
    await store.backup(copy);
    for (const folder of [path, copy]) {
      expect((await stat(folder)).mode & 0o777).toBe(0o700);
      for (const name of await readdir(folder)) {
        const { mode } = await stat(join(folder, name));
        if (name.endsWith('.mdb') || name.endsWith('-lock')) expect(mode & 0o777).toBe(0o600);
      }
    }
    await store.close();
  });

  it.each(['emptied', 'removed'])(
    'is refused when it had events and its file was %s',
    async (how) => {
      const store = await EmbeddedEventStore.open({ path });
      await store.append('kept', [anEvent()], 'no-stream');
      await store.close();
      const file = join(path, 'events.mdb');
      await (how === 'emptied' ? truncate(file) : rm(file));
      await expect(EmbeddedEventStore.open({ path })).rejects.toMatchObject({
        reason: 'lost',
        message: expect.stringContaining('restore it from a backup') as string,
      });
      // Refused, it is left as it was found.
      expect(existsSync(file) ? (await stat(file)).size : 0).toBe(0);
    },
  );

  it('is opened when its making was cut short before there was an event', async () => {
    await writeFile(join(path, 'events.mdb'), '');
    const store = await EmbeddedEventStore.open({ path });
    await store.close();
    await (await EmbeddedEventStore.open({ path })).close();
  });

  it('reads no event with a digit changed, and finds it when it is verified', async () => {
    await inStore(async (store) => {
      await store.append('paid', [anEvent({ amount: '1393' }), anEvent()], 'no-stream');
    });
    // Opened before, so that it is not read at opening.
    await inStore(async (store) => {
      await replaceInFile('"1393"', '"9393"');
      await expect(store.read('paid').next()).rejects.toThrow(EventDamaged);
      await expect(store.readAll().next()).rejects.toThrow('position 1 is damaged');
      const { events, problems } = await store.verify();
      expect(events).toBe(2);
      expect(problems).toEqual([expect.stringContaining('position 1 is damaged')]);
    });
    await expect(EmbeddedEventStore.open({ path })).rejects.toMatchObject({ reason: 'damaged' });
  });

  it('goes on reading what was written before there were checksums, and counts it', async () => {
    await inStore(async (store) => {
      await store.append('old', [anEvent(), anEvent()], 'no-stream');
    });
    await withTable('log', async (log) => {
      for (const { key, value } of [...log.getRange()]) await log.put(key, value.subarray(9));
    });
    await withTable(undefined, (root) => root.put('format', Buffer.from('1')));
    await inStore(async (store) => {
      await store.append('old', [anEvent()], 1n);
      let events = 0;
      for await (const { stream } of store.read('old')) if (stream === 'old') events += 1;
      expect(events).toBe(3);
      const found = await store.verify();
      expect(found).toEqual({ events: 3, withoutChecksum: 2, streams: 1, problems: [] });
    });
  });

  it('finds damage when it is verified', async () => {
    const store = await EmbeddedEventStore.open({ path });
    await store.append('first', [anEvent(), anEvent()], 'no-stream');
    await store.append('second', [anEvent()], 'no-stream');
    expect(await store.verify()).toEqual({
      events: 3,
      withoutChecksum: 0,
      streams: 2,
      problems: [],
    });
    await store.close();
    await withTable('index', (index) =>
      index.remove([...index.getKeys({ limit: 1 })][0] as Buffer),
    );
    await withTable('streams', async (streams) => {
      const record = Buffer.from(streams.get('second') ?? '');
      // The metadata follows three numbers of six bytes.
      await streams.put('second', Buffer.concat([record, Buffer.from('{"maxCount":1}')]));
    });
    const damaged = await EmbeddedEventStore.open({ path });
    const { problems } = await damaged.verify();
    expect(problems).toContain('stream first ends at revision 1, its index at -1');
    expect(problems).toContain('stream second has metadata {"maxCount":1}, not what was written');
    await damaged.close();
  });

  async function inStore(use: (store: EmbeddedEventStore) => Promise<void>): Promise<void> {
    const store = await EmbeddedEventStore.open({ path });
    try {
      await use(store);
    } finally {
      await store.close();
    }
  }

  async function replaceInFile(text: string, other: string): Promise<void> {
    const file = await open(join(path, 'events.mdb'), 'r+');
    const bytes = await file.readFile();
    for (let at = bytes.indexOf(text); at >= 0; at = bytes.indexOf(text, at + 1)) {
      await file.write(other, at);
    }
    await file.close();
  }

  async function withTable(
    name: 'log' | 'index' | 'streams' | undefined,
    change: (table: Database<Buffer>) => Promise<unknown>,
  ): Promise<void> {
    const file = join(path, 'events.mdb');
    const root = openLmdb<Buffer>({
      path: file,
      noSubdir: true,
      encoding: 'binary',
      maxDbs: 8,
    });
    const keys = name === 'index' ? ({ keyEncoding: 'binary' } as const) : {};
    await change(name ? root.openDB<Buffer, Key>({ name, encoding: 'binary', ...keys }) : root);
    await root.close();
  }
});

async function lastPositionOf(store: EmbeddedEventStore): Promise<bigint> {
  for await (const { position } of store.readAll({ direction: 'backwards', maxCount: 1 })) {
    return position.commit;
  }
  return 0n;
}

/** Of all events up to a position, with all that is said of them. */
async function digestOf(store: EmbeddedEventStore, upTo = 2n ** 62n): Promise<string> {
  const digest = createHash('sha256');
  for await (const event of store.readAll()) {
    if (event.position.commit > upTo) break;
    digest.update(JSON.stringify(event, (_key, value: unknown) => printable(value)));
  }
  return digest.digest('hex');
}

function printable(value: unknown): unknown {
  return typeof value === 'bigint' ? String(value) : value;
}

function anEvent(data: Json = {}) {
  return { id: randomUUID(), type: 'Happened', data, metadata: {} };
}
