import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { ServedStore } from './event-store-fixture.js';

const PROGRAM = 'dist/test/integration/event-store-kurrentdb-client.js';

describe("KurrentDB's client through the embedded store's door", () => {
  let served: ServedStore;

  beforeAll(async () => {
    served = await ServedStore.start();
  });

  afterAll(async () => {
    await served.stop();
  });

  it.each(['kurrentdb', 'kurrentdb+discover'])(
    'finds all it relies on, by %s://',
    async (scheme) => {
      const url = `${scheme}://127.0.0.1:${served.port}?tls=false`;
      const child = spawn(process.execPath, [PROGRAM, url], { stdio: ['ignore', 'pipe', 'pipe'] });
      const [output, errors] = await Promise.all([text(child.stdout), text(child.stderr)]);
      expect(output === '' ? errors : 'no errors').toBe('no errors');
      const held = JSON.parse(output) as Record<string, string>;
      expect(Object.entries(held).filter(([, outcome]) => outcome !== 'holds')).toEqual([]);
      expect(Object.keys(held).length).toBeGreaterThan(5);
    },
    60_000,
  );
});
