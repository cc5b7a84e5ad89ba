import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Engine } from './engine.js';
import type { ProposedEvent } from './recorded-event.js';

let path: string;
let engine: Engine;

beforeEach(async () => {
  path = await mkdtemp(join(tmpdir(), 'group-commit-'));
  engine = await Engine.open({ path, appendBytesMax: 1024 });
});

afterEach(async () => {
  await engine.close();
  await rm(path, { recursive: true });
});

describe('a commit', () => {
  it('is made for what is appended however soon after the last one', async () => {
    for (let turns = 0; turns < 20; turns += 1) {
      await engine.commits.durable(place());
      for (let turn = 0; turn < turns; turn += 1) await Promise.resolve();
      await engine.commits.durable(place());
    }
    expect(engine.log.durable).toBe(40);
  });

  it('writes the index for those who wait for it while appends go on', async () => {
    let goesOn = true;
    const append = async () => {
      while (goesOn) await engine.append('a-stream', [anEvent()], 'any');
    };
    const appending = Promise.all(Array.from({ length: 8 }, append));
    await engine.append('a-stream', [anEvent()], 'any');
    expect(await engine.scavenge()).toEqual({ streams: 0, events: 0 });
    expect((await engine.verify()).problems).toEqual([]);
    goesOn = false;
    await appending;
  });
});

/** Written in memory; the appends' own wait for the disk is left aside. */
function place(): number {
  void engine.append('a-stream', [anEvent()], 'any').catch(() => undefined);
  return engine.log.last;
}

function anEvent(): ProposedEvent {
  return {
    id: randomUUID(),
    type: 'Told',
    contentType: 'application/json',
    data: '',
    metadata: '',
  };
}
