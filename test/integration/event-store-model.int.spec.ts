import { randomUUID } from 'node:crypto';
import { jest } from '@jest/globals';
import fc from 'fast-check';
import { ConcurrencyConflict, type ExpectedRevision, StreamDeleted } from '#event-store';
import { ServedStore } from './event-store-fixture.js';
import { type ModelMetadata, ModelStream, type Outcome } from './event-store-model.js';

const SEQUENCES = Number(process.env['EVENT_STORE_SEQUENCES'] ?? 500);
const SEED = Number(process.env['EVENT_STORE_SEED'] ?? Date.now() % 1_000_000);
const STREAMS = 3;

/** The clock given to the store, so that ages need no waiting. */
let nowMs = Date.now();

type Step =
  | {
      readonly do: 'append';
      readonly stream: number;
      readonly count: number;
      readonly expected: 'any' | 'no-stream' | 'stream-exists' | number;
      /** Repeats this many ids, from this far behind the head, of this or another stream. */
      readonly repeat: {
        readonly back: number;
        readonly count: number;
        readonly of: number | undefined;
      };
    }
  | { readonly do: 'delete'; readonly stream: number; readonly forGood: boolean }
  | { readonly do: 'describe'; readonly stream: number; readonly metadata: ModelMetadata }
  | { readonly do: 'link'; readonly stream: number; readonly back: number }
  | { readonly do: 'wait'; readonly seconds: number }
  | { readonly do: 'scavenge' | 'reopen' };

/** A link event, and what it points to. */
type Link = { readonly stream: number; readonly revision: number };

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
      repeat: fc.record({
        back: fc.nat(4),
        count: fc.oneof(fc.constant(0), fc.nat(3)),
        of: fc.option(stream, { freq: 6, nil: undefined }),
      }),
    }),
  },
  {
    weight: 20,
    arbitrary: fc.record({ do: fc.constant('delete' as const), stream, forGood: fc.boolean() }),
  },
  {
    weight: 50,
    arbitrary: fc.record({
      do: fc.constant('describe' as const),
      stream,
      metadata: fc.record(
        {
          $maxCount: fc.integer({ min: 1, max: 6 }),
          $maxAge: fc.integer({ min: 1, max: 12 }),
          $tb: fc.nat(12),
          $acl: fc.constantFrom({ $r: '$all' }, { $w: ['$admins', 'ann'], $d: 'ann' }),
        },
        { requiredKeys: [] },
      ),
    }),
  },
  {
    weight: 20,
    arbitrary: fc.record({ do: fc.constant('link' as const), stream, back: fc.nat(4) }),
  },
  {
    weight: 60,
    arbitrary: fc.record({ do: fc.constant('wait' as const), seconds: fc.nat(8) }),
  },
  { weight: 2, arbitrary: fc.constant({ do: 'scavenge' as const }) },
  { weight: 1, arbitrary: fc.constant({ do: 'reopen' as const }) },
);

describe('the embedded store, beside a plain model of it', () => {
  let served: ServedStore;

  beforeAll(async () => {
    jest.spyOn(Date, 'now').mockImplementation(() => nowMs);
    served = await ServedStore.start();
  });

  afterAll(async () => {
    await served.stop();
    jest.restoreAllMocks();
  });

  it(`comes to the same in ${SEQUENCES} random sequences (seed ${SEED})`, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 25 }), (steps) =>
        new Sequence(served).run(steps),
      ),
      { numRuns: SEQUENCES, seed: SEED },
    );
    expect((await served.embedded.verify()).problems).toEqual([]);
  });

  it('is sound after invisible events were scavenged', async () => {
    await served.embedded.scavenge();
    expect((await served.embedded.verify()).problems).toEqual([]);
    await served.restart();
    expect((await served.embedded.verify()).problems).toEqual([]);
  });
});

/** Some streams, each beside its model. */
class Sequence {
  private readonly prefix = `model-${randomUUID()}`;
  private readonly lastWritten = new Map<string, ModelStream>();
  private readonly models = Array.from(
    { length: STREAMS },
    () => new ModelStream(this.lastWritten),
  );
  private readonly links: Link[] = [];

  constructor(private readonly served: ServedStore) {}

  async run(steps: readonly Step[]): Promise<void> {
    for (const one of steps) await this.take(one);
    for (const [stream, model] of this.models.entries()) {
      await this.compare(this.name(stream), model);
      await this.compareMetadata(this.name(stream), model);
    }
    if (this.links.length > 0) await this.compareLinks();
  }

  private get store() {
    return this.served.embedded;
  }

  private name(stream: number): string {
    return `${this.prefix}-${stream}`;
  }

  private model(stream: number): ModelStream {
    return this.models[stream] as ModelStream;
  }

  private async take(one: Step): Promise<void> {
    if (one.do === 'append') await this.append(one);
    else if (one.do === 'delete') await this.delete(one);
    else if (one.do === 'describe') await this.describe(one);
    else if (one.do === 'link') await this.link(one);
    else if (one.do === 'wait') nowMs += one.seconds * 1000;
    else if (one.do === 'reopen') await this.served.restart();
    else {
      await this.store.scavenge();
      for (const model of this.models) model.scavenge(nowMs);
    }
  }

  private async append(one: Extract<Step, { do: 'append' }>): Promise<void> {
    const { count, expected, repeat } = one;
    const model = this.model(one.stream);
    const source = this.model(repeat.of ?? one.stream);
    const from = Math.max(0, source.head - repeat.back);
    const repeated = source.events.slice(from, from + repeat.count).map((event) => event?.id);
    const ids = [...repeated, ...Array.from({ length: count }, () => randomUUID())].filter(
      (id) => id !== undefined,
    );
    const events = ids.map((id) => ({ id, type: 'Modelled', data: { id }, metadata: {} }));
    const revision: ExpectedRevision =
      typeof expected === 'number' ? BigInt(Math.max(0, model.head + expected)) : expected;
    const appended = this.store.append(this.name(one.stream), events, revision);
    const outcome = model.append(ids, revision, nowMs);
    expect(await outcomeOf(appended)).toEqual(simplify(outcome));
  }

  private async delete({ stream, forGood }: Extract<Step, { do: 'delete' }>): Promise<void> {
    const deletion = this.store.engine.delete(this.name(stream), 'any', forGood);
    expect(await kindOf(deletion)).toEqual(kind(this.model(stream).delete('any', forGood)));
  }

  private async describe({ stream, metadata }: Extract<Step, { do: 'describe' }>): Promise<void> {
    const event = { id: randomUUID(), type: '$metadata', data: { ...metadata }, metadata: {} };
    const appended = this.store.append(`$$${this.name(stream)}`, [event], 'any');
    expect(await kindOf(appended)).toEqual(kind(this.model(stream).describe(metadata)));
  }

  private async link({ stream, back }: Extract<Step, { do: 'link' }>): Promise<void> {
    const revision = Math.max(0, this.model(stream).head - back);
    const link = {
      id: randomUUID(),
      type: '$>',
      contentType: 'application/octet-stream',
      data: `${revision}@${this.name(stream)}`,
      metadata: '',
    } as const;
    await this.store.engine.append(`${this.prefix}-links`, [link], 'any');
    this.links.push({ stream, revision });
  }

  private async compare(name: string, model: ModelStream): Promise<void> {
    const visible = model.visible(nowMs);
    const expected = visible === 'deleted' ? [] : visible;
    const read: [number, string][] = [];
    for await (const event of this.store.read(name)) read.push([Number(event.revision), event.id]);
    expect(read).toEqual(expected.map((revision) => [revision, model.events[revision]?.id]));
    const back: number[] = [];
    for await (const event of this.store.read(name, { direction: 'backwards' })) {
      back.push(Number(event.revision));
    }
    expect(back).toEqual([...expected].reverse());
    const middle = expected[Math.floor(expected.length / 2)] ?? 0;
    const some: number[] = [];
    for await (const event of this.store.read(name, { from: BigInt(middle), maxCount: 2 })) {
      some.push(Number(event.revision));
    }
    expect(some).toEqual(expected.filter((revision) => revision >= middle).slice(0, 2));
  }

  /** Also what the store itself does not act upon, such as an access list. */
  private async compareMetadata(name: string, model: ModelStream): Promise<void> {
    const read: unknown[] = [];
    for await (const { data } of this.store.read(`$$${name}`)) read.push(data);
    expect(read).toEqual(model.described === undefined ? [] : [model.described]);
  }

  /** A link is resolved while its event is still to be seen; after that it comes alone. */
  private async compareLinks(): Promise<void> {
    const options = { resolveLinkTos: true };
    const resolved: unknown[] = [];
    for await (const { event, link } of this.served.client.readStream(
      `${this.prefix}-links`,
      options,
    )) {
      resolved.push([link?.revision, event?.id]);
    }
    const expected = this.links.map(({ stream, revision }, index) => [
      BigInt(index),
      this.model(stream).visibleAt(revision, nowMs),
    ]);
    expect(resolved).toEqual(expected);
  }
}

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
