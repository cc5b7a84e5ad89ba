import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EventStoreDBClient } from '@eventstore/db-client';
import { EmbeddedEventStore, EventStoreDoor } from '#embedded-event-store';
import type { NewEvent } from '#event-store';
import { eventually } from '../support/eventually.js';
import { Witness } from './event-store-witness.js';

const KILLS = Number(process.env['EVENT_STORE_KILLS'] ?? 20);
const SEED = Number(process.env['EVENT_STORE_SEED'] ?? Date.now() % 100_000);
const LOAD = 'dist/test/integration/event-store-under-load.js';
const RUN_MS_MAX = 400;
/** A process that is killed while it starts: before, while and after it opens the store. */
const START_MS_MAX = 500;
const INSPECT_EVERY = 5;
/** A store grows with every run and is read whole at every inspection: then a new one. */
const KILLS_PER_STORE = 50;
/** What the process does beside appending when it is killed. */
const DUTIES = ['appends', 'scavenge', 'backup', 'group', 'opening'] as const;

describe(`an embedded store whose process is killed ${KILLS} times under load`, () => {
  let path: string;
  let witness: Witness;
  const total = { appends: 0, handled: 0, backups: 0, scavenged: 0 };

  afterAll(() => {
    // What the run was worth, for a run with more kills.
    process.stderr.write(`seed ${SEED}, ${KILLS} kills: ${JSON.stringify(total)}\n`);
  });

  it(
    `keeps every acknowledged append whole, in its place, and its indexes in step (seed ${SEED})`,
    async () => {
      for (let kill = 0; kill < KILLS; kill += 1) {
        if (kill % KILLS_PER_STORE === 0) await begin();
        await work(kill);
        const last = kill === KILLS - 1 || (kill + 1) % KILLS_PER_STORE === 0;
        // Between inspections the next process opens what the killed one left, as it is.
        if (last || kill % INSPECT_EVERY === INSPECT_EVERY - 1) await inspect(kill);
        if (last) await end();
      }
      expect(total.appends).toBeGreaterThan(KILLS);
      // Of fewer kills all may come before the first backup or scavenge has ended.
      if (KILLS >= 50) expect(Object.values(total)).not.toContain(0);
    },
    KILLS * 10_000 + 30_000,
  );

  async function begin(): Promise<void> {
    path = await mkdtemp(join(tmpdir(), 'event-store-crash-'));
    witness = new Witness();
  }

  async function end(): Promise<void> {
    total.appends += witness.appends;
    total.handled += witness.handled.size;
    total.scavenged += witness.scavenged;
    await rm(path, { recursive: true });
  }

  /** Runs the load and kills it: a while after it opened the store, or before. */
  async function work(kill: number): Promise<void> {
    const duty = DUTIES[Math.floor(pseudoRandom(SEED + kill) * DUTIES.length)] ?? 'appends';
    const share = pseudoRandom(SEED + kill + 0.5);
    const opening = duty === 'opening';
    const child = spawn(process.execPath, [LOAD, path, duty], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const killIn = (ms: number) => setTimeout(() => child.kill('SIGKILL'), ms);
    if (opening) killIn(share * START_MS_MAX);
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      if (output === '' && !opening) killIn(share * RUN_MS_MAX);
      output += text;
    });
    await new Promise((resolve) => child.on('close', resolve));
    expect(child.signalCode).toBe('SIGKILL');
    if (!opening) expect(output).toMatch(/^open\n/);
    witness.hear(output);
  }

  async function inspect(kill: number): Promise<void> {
    const store = await EmbeddedEventStore.open({ path });
    try {
      expect({ kill, problems: (await store.verify()).problems }).toEqual({ kill, problems: [] });
      expect({ kill, problems: await witness.problemsOf(store) }).toEqual({ kill, problems: [] });
      await inspectGroup(store);
    } finally {
      await store.close();
    }
    await inspectBackups();
  }

  /** An unacknowledged event must be delivered again: no checkpoint may be ahead of it. */
  async function inspectGroup(store: EmbeddedEventStore): Promise<void> {
    if (!witness.grouped) return;
    const open = new Set<string>();
    for await (const { id } of store.read('queue')) if (!witness.handled.has(id)) open.add(id);
    if (open.size === 0) return;
    const door = await EventStoreDoor.listen(store, { host: '127.0.0.1', port: 0 });
    const client = EventStoreDBClient.connectionString(`esdb://127.0.0.1:${door.port}?tls=false`);
    const subscription = client.subscribeToPersistentSubscriptionToStream('queue', 'group');
    subscription.on('data', (resolved) => {
      const id = resolved.event?.id ?? '';
      witness.handled.add(id);
      open.delete(id);
      void subscription.ack(resolved);
    });
    await eventually(() => open.size === 0);
    await subscription.unsubscribe();
    await client.dispose();
    (await client['getChannel']()).close();
    await door.close();
  }

  async function inspectBackups(): Promise<void> {
    const { backups } = witness;
    total.backups += backups.length;
    // All of them would take long; the last began closest to a kill.
    const last = backups.at(-1);
    if (last) {
      const restored = await EmbeddedEventStore.open({ path: last.folder });
      expect((await restored.verify()).problems).toEqual([]);
      expect(await witness.problemsOf(restored, last.position)).toEqual([]);
      // A backup that takes no more appends is none.
      await restored.append('restored', [anEvent()], 'no-stream');
      await restored.scavenge();
      await restored.append('restored', [anEvent()], 0n);
      expect((await restored.verify()).problems).toEqual([]);
      await restored.close();
    }
    backups.length = 0;
    await rm(`${path}-backups`, { recursive: true, force: true });
  }
});

function anEvent(): NewEvent {
  return { id: randomUUID(), type: 'Restored', data: null, metadata: {} };
}

/** A number from 0 to 1 that depends on nothing but its seed. */
function pseudoRandom(seed: number): number {
  const sine = Math.sin(seed) * 10_000;
  return sine - Math.floor(sine);
}
