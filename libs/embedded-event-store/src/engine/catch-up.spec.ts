import { openEngine, proposedEvents, turnsDuring } from './engine-under-test.js';
import { catchUp, type CatchUpOptions, type CatchUpStep } from './catch-up.js';
import { catchUpStream } from './catch-up-stream.js';
import type { Engine } from './engine.js';
import { readAll } from './read-all.js';
import { inTurns } from './turns.js';

const EVENTS = 4_000;

let engine: Engine;
let close: () => Promise<void>;

beforeEach(async () => {
  ({ engine, close } = await openEngine());
});

afterEach(async () => {
  await close();
});

describe('a long history', () => {
  beforeEach(async () => {
    await engine.append('a-stream', proposedEvents(EVENTS), 'no-stream');
  });

  it('is searched a bit a turn, with checkpoints, when nothing of it matches', async () => {
    const checkpoints: number[] = [];
    const turns = await turnsDuring(async () => {
      for await (const step of steps({ matches: none, checkpointEvery: 1_000 })) {
        if (step.kind === 'checkpoint') checkpoints.push(step.position);
        if (step.kind === 'caught-up') break;
      }
    });
    expect(checkpoints).toEqual([1_000, 2_000, 3_000, 4_000]);
    expect(turns).toBeGreaterThan(10);
  });

  it('is delivered a bit a turn, however fast it is taken', async () => {
    let delivered = 0;
    const turns = await turnsDuring(async () => {
      for await (const { kind } of steps({ matches: () => true, checkpointEvery: Infinity })) {
        if (kind === 'event') delivered += 1;
        if (kind === 'caught-up') break;
      }
    });
    expect(delivered).toBe(EVENTS);
    expect(turns).toBeGreaterThan(10);
  });

  it('is read a bit a turn', async () => {
    const options = { from: 'start', direction: 'forwards', limit: Infinity } as const;
    const turns = await turnsDuring(async () => {
      for await (const { entries } of inTurns(readAll(engine.log, { ...options, matches: none }))) {
        expect(entries).toEqual([]);
      }
    });
    expect(turns).toBeGreaterThan(10);
  });
});

describe('a subscription to a stream', () => {
  it('goes on with what was committed while it delivered the event before', async () => {
    await engine.append('a-stream', proposedEvents(1), 'no-stream');
    const stop = new AbortController();
    const delivered: number[] = [];
    for await (const step of catchUpStream(engine, 'a-stream', -1, stop.signal)) {
      if (step.kind !== 'event') continue;
      delivered.push(step.entry.fields.revision);
      if (delivered.length === 3) stop.abort();
      else await engine.append('a-stream', proposedEvents(1), 'any');
    }
    expect(delivered).toEqual([0, 1, 2]);
  });
});

function steps(
  options: Pick<CatchUpOptions, 'matches' | 'checkpointEvery'>,
): AsyncIterable<CatchUpStep> {
  const { signal } = new AbortController();
  return catchUp(engine.log, engine.commits, { after: 0, signal, ...options });
}

function none(): boolean {
  return false;
}
