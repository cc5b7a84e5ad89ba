import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EmbeddedEventStore } from '#embedded-event-store';
import type { RecordedEvent } from '#event-store';

const KILLS = Number(process.env['EVENT_STORE_KILLS'] ?? 20);
const LOAD = 'dist/test/integration/event-store-under-load.js';
const RUN_MS_MAX = 400;
const INSPECT_EVERY = 4;

type Acknowledged = {
  readonly stream: string;
  readonly revision: bigint;
  readonly position: bigint;
};

describe(`an embedded store whose process is killed ${KILLS} times under load`, () => {
  let path: string;
  const acknowledged = new Map<string, Acknowledged>();
  const seed = Date.now() % 100_000;

  beforeAll(async () => {
    path = await mkdtemp(join(tmpdir(), 'event-store-crash-'));
  });

  afterAll(async () => {
    await rm(path, { recursive: true });
  });

  it(
    `keeps every acknowledged append whole, in its place, and its indexes in step (seed ${seed})`,
    async () => {
      for (let kill = 0; kill < KILLS; kill += 1) {
        await appendUntilKilled(pseudoRandom(seed + kill) * RUN_MS_MAX);
        // Between inspections the next process opens what the killed one left, as it is.
        if (kill % INSPECT_EVERY === INSPECT_EVERY - 1 || kill === KILLS - 1) await inspect();
      }
      expect(acknowledged.size).toBeGreaterThan(KILLS);
    },
    KILLS * 10_000,
  );

  async function appendUntilKilled(afterMs: number): Promise<void> {
    const child = spawn(process.execPath, [LOAD, path], { stdio: ['ignore', 'pipe', 'inherit'] });
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      if (output === '') setTimeout(() => child.kill('SIGKILL'), afterMs);
      output += text;
    });
    await new Promise((resolve) => child.on('close', resolve));
    expect(output).toMatch(/^open\n/);
    // The last line may be cut off; what is not acknowledged whole is not acknowledged.
    for (const line of output.split('\n').slice(1, -1)) {
      const [append = '', stream = '', revision = '', position = ''] = line.split(' ');
      acknowledged.set(append, { stream, revision: BigInt(revision), position: BigInt(position) });
    }
  }

  async function inspect(): Promise<void> {
    const store = await EmbeddedEventStore.open({ path });
    try {
      expect((await store.verify()).problems).toEqual([]);
      expect(await problemsOf(store)).toEqual([]);
    } finally {
      await store.close();
    }
  }

  /** What is lost, torn, doubled or out of order, compared with what was acknowledged. */
  async function problemsOf(store: EmbeddedEventStore): Promise<string[]> {
    const problems: string[] = [];
    const appends = new Map<string, { count: number; of: number; last: RecordedEvent }>();
    let position = 0n;
    for await (const event of store.readAll()) {
      const { append, of, index } = event.metadata as { append: string; of: number; index: number };
      const count = appends.get(append)?.count ?? 0;
      if (event.position.commit <= position) problems.push(`position ${position} comes again`);
      if (count !== index) problems.push(`append ${append} is out of order`);
      position = event.position.commit;
      appends.set(append, { count: count + 1, of, last: event });
    }
    const torn = [...appends].filter(([, { count, of }]) => count !== of);
    const lost = [...acknowledged].filter(
      ([append, place]) => !isAt(appends.get(append)?.last, place),
    );
    return [
      ...problems,
      ...torn.map(([append]) => `torn: ${append}`),
      ...lost.map(([append]) => `lost or moved: ${append}`),
    ];
  }
});

function isAt(event: RecordedEvent | undefined, place: Acknowledged): boolean {
  if (event?.stream !== place.stream) return false;
  return event.revision === place.revision && event.position.commit === place.position;
}

/** A number from 0 to 1 that depends on nothing but its seed. */
function pseudoRandom(seed: number): number {
  const sine = Math.sin(seed) * 10_000;
  return sine - Math.floor(sine);
}
