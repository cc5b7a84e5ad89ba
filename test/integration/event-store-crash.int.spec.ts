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
    const lastOf = new Map<string, RecordedEvent>();
    const countOf = new Map<string, number>();
    let position = 0n;
    for await (const event of store.readAll()) {
      const at = event.position.commit;
      const { append, of, index } = event.metadata as { append: string; of: number; index: number };
      if (at <= position) problems.push(`position ${at} after ${position}`);
      if ((countOf.get(append) ?? 0) !== index) problems.push(`append ${append} out of order`);
      position = at;
      countOf.set(append, index + 1);
      if (index === of - 1) lastOf.set(append, event);
    }
    for (const append of countOf.keys()) if (!lastOf.has(append)) problems.push(`torn: ${append}`);
    for (const [append, place] of acknowledged) {
      const { stream, revision, position: at } = lastOf.get(append) ?? {};
      const same = stream === place.stream && revision === place.revision;
      if (!same || at?.commit !== place.position) problems.push(`lost or moved: ${append}`);
    }
    return problems;
  }
});

/** A number from 0 to 1 that depends on nothing but its seed. */
function pseudoRandom(seed: number): number {
  const sine = Math.sin(seed) * 10_000;
  return sine - Math.floor(sine);
}
