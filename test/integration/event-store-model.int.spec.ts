import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { EmbeddedEventStore } from '#embedded-event-store';
import { ConcurrencyConflict, type ExpectedRevision, StreamDeleted } from '#event-store';
import { ModelStream, type Outcome } from './event-store-model.js';

const SEQUENCES = Number(process.env['EVENT_STORE_SEQUENCES'] ?? 2_000);
const STREAMS = 3;

type Step =
  | {
      readonly do: 'append';
      readonly stream: number;
      readonly count: number;
      readonly expected: 'any' | 'no-stream' | 'stream-exists' | number;
      /** Repeats this many ids, from this far behind the head. */
      readonly repeat: { readonly back: number; readonly count: number };
    }
  | { readonly do: 'delete'; readonly stream: number; readonly forGood: boolean }
  | { readonly do: 'describe'; readonly stream: number; readonly maxCount: number }
  | { readonly do: 'truncate'; readonly stream: number; readonly before: number }
  | { readonly do: 'reopen' };

const stream = fc.nat(STREAMS - 1);
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 200,
    arbitrary: fc.record({
      do: fc.constant('append' as const),
      stream,
      count: fc.nat(3),
      expected: fc.oneof(
        fc.constantFrom('any' as const, 'no-stream' as const, 'stream-exists' as const),
        fc.integer({ min: -3, max: 1 }),
      ),
      repeat: fc.record({ back: fc.nat(4), count: fc.oneof(fc.constant(0), fc.nat(3)) }),
    }),
  },
  {
    weight: 20,
    arbitrary: fc.record({ do: fc.constant('delete' as const), stream, forGood: fc.boolean() }),
  },
  {
    weight: 30,
    arbitrary: fc.record({
      do: fc.constant('describe' as const),
      stream,
      maxCount: fc.integer({ min: 1, max: 6 }),
    }),
  },
  {
    weight: 20,
    arbitrary: fc.record({ do: fc.constant('truncate' as const), stream, before: fc.nat(12) }),
  },
  { weight: 1, arbitrary: fc.constant({ do: 'reopen' as const }) },
);

describe('the embedded store, beside a plain model of it', () => {
  let path: string;
  let store: EmbeddedEventStore;

  beforeAll(async () => {
    path = await mkdtemp(join(tmpdir(), 'event-store-model-'));
    store = await EmbeddedEventStore.open({ path });
  });

  afterAll(async () => {
    await store.close();
    await rm(path, { recursive: true });
  });

  it(`comes to the same in ${SEQUENCES} random sequences`, async () => {
    // A failure names its seed and the shortest sequence that shows it.
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 25 }), runSequence),
      { numRuns: SEQUENCES },
    );
    expect((await store.verify()).problems).toEqual([]);
  }, 240_000);

  async function runSequence(steps: readonly Step[]): Promise<void> {
    const prefix = `model-${randomUUID()}`;
    const models = Array.from({ length: STREAMS }, () => new ModelStream());
    for (const one of steps) await take(one, prefix, models);
    for (const [index, model] of models.entries()) await compare(`${prefix}-${index}`, model);
  }

  async function take(one: Step, prefix: string, models: readonly ModelStream[]): Promise<void> {
    if (one.do === 'reopen') {
      await store.close();
      store = await EmbeddedEventStore.open({ path });
      return;
    }
    const name = `${prefix}-${one.stream}`;
    const model = models[one.stream] as ModelStream;
    if (one.do === 'append') await append(name, model, one);
    else if (one.do === 'delete') {
      const deletion = store.engine.delete(name, 'any', one.forGood);
      expect(await kindOf(deletion)).toEqual(kind(model.delete('any', one.forGood)));
    } else {
      const metadata =
        one.do === 'describe' ? { maxCount: one.maxCount } : { truncateBefore: one.before };
      const written = { $maxCount: metadata.maxCount, $tb: metadata.truncateBefore };
      const event = { id: randomUUID(), type: '$metadata', data: strip(written), metadata: {} };
      const appended = store.append(`$$${name}`, [event], 'any');
      expect(await kindOf(appended)).toEqual(kind(model.describe(metadata)));
    }
  }

  async function append(
    name: string,
    model: ModelStream,
    { count, expected, repeat }: Extract<Step, { do: 'append' }>,
  ): Promise<void> {
    const head = model.ids.length - 1;
    const from = Math.max(0, head - repeat.back);
    const repeated = model.ids.slice(from, from + repeat.count);
    const ids = [...repeated, ...Array.from({ length: count }, () => randomUUID())];
    const events = ids.map((id) => ({ id, type: 'Modelled', data: { id }, metadata: {} }));
    const revision: ExpectedRevision =
      typeof expected === 'number' ? BigInt(Math.max(0, head + expected)) : expected;
    const appended = store.append(name, events, revision);
    expect(await outcomeOf(appended)).toEqual(simplify(model.append(ids, revision)));
  }

  async function compare(name: string, model: ModelStream): Promise<void> {
    const visible = model.visible();
    const expected = visible === 'deleted' ? [] : visible;
    const read: [number, string][] = [];
    for await (const event of store.read(name)) read.push([Number(event.revision), event.id]);
    expect(read).toEqual(expected.map((revision) => [revision, model.ids[revision]]));
    const back: number[] = [];
    for await (const event of store.read(name, { direction: 'backwards' })) {
      back.push(Number(event.revision));
    }
    expect(back).toEqual([...expected].reverse());
    const middle = expected[Math.floor(expected.length / 2)] ?? 0;
    const some: number[] = [];
    for await (const event of store.read(name, { from: BigInt(middle), maxCount: 2 })) {
      some.push(Number(event.revision));
    }
    expect(some).toEqual(expected.filter((revision) => revision >= middle).slice(0, 2));
  }
});

/** A repeat answers as the first time did, so the two look alike from outside. */
function simplify(outcome: Outcome): object {
  return outcome.kind === 'repeated' ? { ...outcome, kind: 'written' } : outcome;
}

const kind = (outcome: Outcome) => simplify(outcome) as { kind: string };

async function outcomeOf(appended: Promise<{ readonly revision: bigint }>): Promise<object> {
  try {
    return { kind: 'written', revision: Number((await appended).revision) };
  } catch (error) {
    return refusalOf(error);
  }
}

/** For changes whose revision is that of another stream. */
async function kindOf(changed: Promise<unknown>): Promise<object> {
  try {
    await changed;
    return expect.objectContaining({ kind: 'written' }) as object;
  } catch (error) {
    return refusalOf(error);
  }
}

function refusalOf(error: unknown): object {
  if (error instanceof StreamDeleted) return { kind: 'deleted' };
  if (!(error instanceof ConcurrencyConflict)) throw error;
  return { kind: 'conflict', actual: error.actual === null ? null : Number(error.actual) };
}

/** Without what is undefined, which JSON leaves out. */
function strip(values: Readonly<Record<string, number | undefined>>): Record<string, number> {
  return Object.fromEntries(
    Object.entries(values).filter((entry): entry is [string, number] => entry[1] !== undefined),
  );
}
