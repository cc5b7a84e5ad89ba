import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { cp, mkdtemp, open, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { EmbeddedEventStore } from '../embedded-event-store.js';
import { checkFile } from './check-file.js';
import { PageFile } from './page-file.js';
import { PageWalk } from './walk-pages.js';
import { salvage } from './salvage.js';

const run = promisify(execFile);
const OPENING = 'dist/test/integration/event-store-opening.js';
const PAGE_BYTES = 4_096;
const STREAMS = 12;
const EVENTS = 8;

/**
 * LMDB ends the process on a page that is not its own, so each is looked at before it is opened.
 */
describe('a store whose file is damaged', () => {
  let folder: string;
  let sound: string;
  let path: string;
  let file: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'event-store-damage-'));
    sound = join(folder, 'sound');
    const store = await EmbeddedEventStore.open({ path: sound });
    for (let stream = 0; stream < STREAMS; stream += 1) {
      // Some too large for the page of their key.
      const text = 'x'.repeat(stream === 0 ? 3 * PAGE_BYTES : 300);
      const events = Array.from({ length: EVENTS }, () => anEvent(text));
      await store.append(`payment-${stream}`, events, 'no-stream');
    }
    await store.close();
  });

  beforeEach(async () => {
    path = join(folder, randomUUID());
    file = join(path, 'events.mdb');
    await cp(sound, path, { recursive: true });
  });

  afterAll(async () => {
    await rm(folder, { recursive: true });
  });

  it('is opened when it is sound after all', async () => {
    expect(await opening()).toBe('opened\n');
  });

  it('is refused with any page zeroed, or in another place, that anything leads to', async () => {
    const bytes = await readFile(file);
    const { used, last } = await pagesInUse(file);
    const missed: number[] = [];
    for (let number = 2; number <= last; number += 1) {
      for (const other of [Buffer.alloc(PAGE_BYTES), pageOf(bytes, number === 2 ? 3 : 2)]) {
        await writePage(number, other);
        // Of a long value, only the first page says what it is; the rest is under its checksum.
        if (used.has(number) && (await isTaken())) missed.push(number);
      }
      await writePage(number, pageOf(bytes, number));
    }
    expect(missed).toEqual([]);
    expect(await isTaken()).toBe(true);
    expect(used.size).toBeGreaterThan(10);
  });

  it('is refused with a sentence where LMDB would end the process', async () => {
    const bytes = await readFile(file);
    const { used } = await pagesInUse(file);
    const [some = 2] = [...used].slice(-3);
    await truncate(file, some * PAGE_BYTES + 100);
    expect(await opening()).toMatch(/is damaged: page \d+ .*event-store-salvage/);
    const zeroed = Buffer.from(bytes);
    zeroed.fill(0, some * PAGE_BYTES, (some + 1) * PAGE_BYTES);
    await writeFile(file, zeroed);
    expect(await opening()).toMatch(/is damaged: page \d+ is not the one that must be there/);
    await writeFile(file, Buffer.alloc(bytes.length, 'not an event store '));
    expect(await opening()).toContain('is not that of an event store');
    await writeFile(file, bytes.subarray(0, PAGE_BYTES + 10));
    expect(await opening()).toContain('is not that of an event store');
  });

  it('is whole again when only what is derived from the events was damaged', async () => {
    const { streams } = await pagesInUse(file);
    await writePage(streams, Buffer.alloc(PAGE_BYTES));
    await expect(EmbeddedEventStore.open({ path })).rejects.toMatchObject({ reason: 'damaged' });
    const target = join(path, 'saved');
    expect(await salvage(path, target)).toMatchObject({
      events: STREAMS * EVENTS,
      whole: true,
      damage: [expect.stringContaining('(streams)')],
    });
    const store = await EmbeddedEventStore.open({ path: target });
    expect(await store.verify()).toMatchObject({ events: STREAMS * EVENTS, problems: [] });
    await store.append('payment-3', [anEvent('more')], BigInt(EVENTS - 1));
    await store.close();
  });

  it('gives what can still be read, and says what cannot', async () => {
    const { log, used } = await pagesInUse(file);
    const bytes = await readFile(file);
    const leaf = [...used].find((number) => pageOf(bytes, number).includes('Happened')) ?? 0;
    for (const number of [log, leaf]) await writePage(number, Buffer.alloc(PAGE_BYTES));
    const target = join(path, 'saved');
    const { events, strays, whole, damage } = await salvage(path, target);
    const lines = (await readFile(join(target, 'events.ndjson'), 'utf8')).trimEnd().split('\n');
    expect(whole).toBe(false);
    expect(damage.join()).toContain('(log)');
    expect(lines).toHaveLength(events);
    // Nothing leads to them any more, and all are there but those of one page.
    expect(strays).toBe(events);
    expect(events).toBeLessThan(STREAMS * EVENTS);
    expect(events).toBeGreaterThan(STREAMS * EVENTS - 30);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ checksum: true, type: 'Happened' });
    await expect(salvage(path, target)).rejects.toThrow('is not empty');
  });

  async function isTaken(): Promise<boolean> {
    return checkFile(path, file).then(
      () => true,
      () => false,
    );
  }

  async function opening(): Promise<string> {
    const opened = run(process.execPath, [OPENING, path]);
    opened.child.stdin?.end();
    return (await opened).stdout;
  }

  async function writePage(number: number, page: Buffer): Promise<void> {
    const handle = await open(file, 'r+');
    await handle.write(page, 0, PAGE_BYTES, number * PAGE_BYTES);
    await handle.close();
  }
});

/**
 * Pages that something leads to, without the later ones of long values; and a root of two tables.
 */
async function pagesInUse(path: string) {
  const file = PageFile.open(path);
  const walk = new PageWalk(file, { damaged: () => undefined });
  await walk.run();
  const used = new Set<number>();
  for (let number = 2; number <= file.last; number += 1) {
    const names = file.page(number).readUInt32LE(0) === number;
    if (names && walk.reached(number)) used.add(number);
  }
  const { last } = file;
  const [streams = 0, log = 0] = ['streams', 'log'].map((name) => rootOf(file, name));
  file.close();
  return { used, last, streams, log };
}

/** From the table of tables, where a name is followed by 48 bytes that end with the root. */
function rootOf(file: PageFile, name: string): number {
  const page = file.page(file.trees[1].root);
  const at = page.indexOf(`${name}\0`) + name.length + 1;
  return page.readUInt32LE(at + 40);
}

function pageOf(bytes: Buffer, number: number): Buffer {
  return bytes.subarray(number * PAGE_BYTES, (number + 1) * PAGE_BYTES);
}

function anEvent(text: string) {
  return { id: randomUUID(), type: 'Happened', data: { text }, metadata: {} };
}
