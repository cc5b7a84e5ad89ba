import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RemoteEventStore } from '#event-store';

const LIB = new URL('../../dist/libs/embedded-event-store/src/index.js', import.meta.url).href;

/** In a process of its own, so that its answers arrive while this one is busy. */
const SERVER = `
  import { EmbeddedEventStore, EventStoreDoor } from ${JSON.stringify(LIB)};
  const store = await EmbeddedEventStore.open({ path: process.argv[2] });
  const door = await EventStoreDoor.listen(store, { host: '127.0.0.1', port: 0 });
  const events = Array.from({ length: 100 }, (_, place) => (
    { id: crypto.randomUUID(), type: 'Told', data: { place }, metadata: {} }
  ));
  await store.append('stream', events, 'no-stream');
  process.send(door.port);
`;

describe('a reader that leaves before the end', () => {
  let folder: string;
  let server: ChildProcess;
  let store: RemoteEventStore;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'assay-remote-reads-'));
    const script = join(folder, 'server.mjs');
    writeFileSync(script, SERVER);
    server = fork(script, [join(folder, 'event-store')], { execArgv: [] });
    const [port] = (await once(server, 'message')) as [number];
    store = RemoteEventStore.connect(`esdb://127.0.0.1:${port}?tls=false`);
  });

  afterAll(async () => {
    const ended = once(server, 'exit');
    server.kill('SIGKILL');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  });

  it('keeps nothing open that closing would wait for, however busy its process is', async () => {
    for (let read = 0; read < 100; read += 1) {
      // The whole answer is there before anything of it is looked at.
      setImmediate(() => beBusy(4));
      for await (const event of store.read('stream', { maxCount: 1 })) {
        expect(event.type).toBe('Told');
        break;
      }
    }
    await store.close();
  });
});

function beBusy(ms: number): void {
  const endMs = performance.now() + ms;
  while (performance.now() < endMs);
}
