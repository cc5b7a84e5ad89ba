import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EmbeddedEventStore } from '#embedded-event-store';
import { firstLine, startProcess, stop, type StoreProcess } from './event-store-limited-disk.js';

const OPENING = ['dist/test/integration/event-store-opening.js'];
/** As in a container: process ids are counted from 1, so that they collide with ours. */
const CONTAINER = ['unshare', '--user', '--map-root-user', '--pid', '--fork', '--kill-child'];

describe("the lock on an embedded store's folder", () => {
  let path: string;
  const started: StoreProcess[] = [];

  beforeEach(() => {
    path = mkdtempSync(join(tmpdir(), 'event-store-lock-'));
  });

  afterEach(async () => {
    for (const process of started.splice(0)) await stop(process);
    rmSync(path, { recursive: true });
  });

  it('lets one of many that start at once have it, and tells the others which', async () => {
    const processes = Array.from({ length: 6 }, () => start());
    const answers = await Promise.all(processes.map(firstLine));
    const winner = processes[answers.indexOf('opened')];
    const refused = `event store ${path} is already open in process ${winner?.pid}; `;
    const told = answers.map((answer) => (answer.startsWith(refused) ? 'refused' : answer));
    expect(told.sort()).toEqual(['opened', ...Array.from({ length: 5 }, () => 'refused')]);
  });

  it('is free again when its owner closes, and when it is killed', async () => {
    const closing = start();
    expect(await firstLine(closing)).toBe('opened');
    await stop(closing);
    const killed = start();
    expect(await firstLine(killed)).toBe('opened');
    killed.kill('SIGKILL');
    await once(killed, 'close');
    expect(await firstLine(start())).toBe('opened');
    expect(readdirSync(path).filter((name) => name.startsWith('writer-'))).toHaveLength(1);
  });

  it('leaves nothing behind of processes that died before they asked', async () => {
    const draft = join(path, `writer-${randomUUID()}.new`);
    writeFileSync(draft, '');
    utimesSync(draft, 0, 0);
    await (await EmbeddedEventStore.open({ path })).close();
    expect(readdirSync(path).filter((name) => name.startsWith('writer-'))).toEqual([]);
  });

  it('holds while its owner is stopped and cannot answer', async () => {
    const owner = start();
    await firstLine(owner);
    owner.kill('SIGSTOP');
    const answer = await firstLine(start());
    owner.kill('SIGCONT');
    expect(answer).toContain(
      `event store ${path} is already open in a process that does not answer`,
    );
  });

  it('holds between containers, whose process ids mean nothing to each other', async () => {
    const container = mayUnshare() ? CONTAINER : [];
    const owner = start(container);
    expect(await firstLine(owner)).toBe('opened');
    // Listened to at once: what a process prints is lost when it ends before that.
    for (const answer of await Promise.all([start(container), start()].map(firstLine))) {
      expect(answer).toContain(`event store ${path} is already open in process`);
    }
    await stop(owner);
    expect(await firstLine(start())).toBe('opened');
  });

  it('holds in a folder with a long name', async () => {
    const deep = join(path, 'a'.repeat(120), 'b'.repeat(120));
    mkdirSync(deep, { recursive: true });
    const store = await EmbeddedEventStore.open({ path: deep });
    expect(await firstLine(start([], deep))).toContain(`already open in process ${process.pid}`);
    await store.close();
    expect(readdirSync(deep).filter((name) => name.startsWith('writer-'))).toEqual([]);
  });

  function start(container: readonly string[] = [], folder = path): StoreProcess {
    const child = startProcess([...container, process.execPath, ...OPENING, folder]);
    started.push(child);
    return child;
  }
});

function mayUnshare(): boolean {
  const [program = '', ...args] = CONTAINER;
  const allowed = spawnSync(program, [...args, 'true'], { stdio: 'ignore' }).status === 0;
  if (!allowed) process.stderr.write('a process id space of its own is not allowed here\n');
  return allowed;
}
