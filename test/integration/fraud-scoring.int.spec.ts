import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { formatPosition, idOf, type Json } from '#event-store';
import { FeatureState, foldFeatures, syntheticPayments, type InitiatedPayment } from '#fraud';
import { FraudModel } from '#fraud-model';
import { NotRescorable, rescore, ScoringEngine } from '#fraud-scoring';
import { paymentStream, type Assessment, type PaymentEvent } from '#payments';
import { InMemoryEventStore } from '../support/in-memory-event-store.js';

const MODELS_DIR = fileURLToPath(new URL('../../models', import.meta.url));
const OPTIONS = { seed: 42, days: 25, customers: 120, merchants: 40 };

/** Payments with review decisions in between, as they would stand in the store. */
const EVENTS: readonly PaymentEvent[] = [...syntheticPayments(OPTIONS)].map((fact) =>
  fact.kind === 'payment'
    ? { type: 'PaymentInitiated', data: fact.payment }
    : {
        type: 'ReviewRejected',
        data: { paymentId: fact.paymentId, analyst: 'ann', note: '', decidedAt: '' },
      },
);

describe('the scoring engine', () => {
  let store: InMemoryEventStore;
  let folder: string;
  let engine: ScoringEngine;
  const open: ScoringEngine[] = [];

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'assay-scoring-'));
    store = new InMemoryEventStore();
    engine = await start();
  });

  afterEach(async () => {
    await Promise.all(open.splice(0).map((each) => each.close()));
    await rm(folder, { recursive: true, force: true });
  });

  it('scores live exactly what a replay through the same fold gives', async () => {
    const replay = new FeatureState();
    const model = await FraudModel.load(MODELS_DIR);
    for (const event of EVENTS.slice(0, 600)) {
      await append(event);
      const wanted = foldFeatures(replay, event);
      if (!wanted || event.type !== 'PaymentInitiated') continue;
      const reply = await engine.score({ assessmentId: 'a', payment: event.data });
      expect(reply.features).toEqual([...wanted]);
      expect(reply.score).toBe(model.score(wanted));
    }
    model.dispose();
  });

  it('gives the same answer before and after the payment itself was folded', async () => {
    for (const event of EVENTS.slice(0, 150)) await append(event);
    const payment = await quiet();
    const before = await engine.score({ assessmentId: 'a', payment });
    expect(before.featuresPosition).toBe(positionOf(149));
    await append({ type: 'PaymentInitiated', data: payment });
    const after = await engine.score({ assessmentId: 'a', payment });
    expect(after).toEqual(before);

    for (const event of EVENTS.slice(200, 300)) await append(event);
    expect(await engine.score({ assessmentId: 'a', payment })).toEqual(before);
  });

  it('waits for the payment’s own event, so that what came before it counts', async () => {
    const [first, second] = [facts(0), { ...facts(1), customerId: facts(0).customerId }];
    const scoring = engine.score({ assessmentId: 'a', payment: second });
    await append({ type: 'PaymentInitiated', data: first });
    await append({ type: 'PaymentInitiated', data: second });
    const reply = await scoring;
    expect(reply.featuresPosition).toBe(positionOf(0));
  });

  it('continues after a restart, with the vectors of unscored payments', async () => {
    for (const event of EVENTS.slice(0, 400)) await append(event);
    const payment = facts(5);
    const before = await engine.score({ assessmentId: 'a', payment });
    await quiet();
    await engine.close();
    open.length = 0;
    for (const event of EVENTS.slice(400, 500)) await append(event);

    const replay = new FeatureState();
    for (const event of EVENTS.slice(0, 500)) foldFeatures(replay, event);
    const next = EVENTS.slice(500).find(({ type }) => type === 'PaymentInitiated') ?? EVENTS[500];
    const read = watchReads(store);
    engine = await start();
    expect(read()).toBe(100);
    expect(await engine.score({ assessmentId: 'a', payment })).toEqual(before);
    if (next?.type !== 'PaymentInitiated') throw new Error('no payment left to score');
    const reply = await engine.score({ assessmentId: 'b', payment: next.data });
    expect(reply.features).toEqual([...(foldFeatures(replay, next) ?? [])]);
  });

  it('starts over when the store is another one', async () => {
    for (const event of EVENTS.slice(0, 100)) await append(event);
    await engine.score({ assessmentId: 'a', payment: facts(0) });
    await engine.close();
    open.length = 0;
    store = new InMemoryEventStore();
    for (const event of EVENTS.slice(100, 220)) await append(event);
    engine = await start();
    expect(engine.position && formatPosition(engine.position)).toBe(positionOf(119));
    const replay = new FeatureState();
    for (const event of EVENTS.slice(100, 220)) foldFeatures(replay, event);
    const payment = await quiet();
    const wanted = foldFeatures(replay, { type: 'PaymentInitiated', data: payment });
    const reply = await engine.score({ assessmentId: 'a', payment });
    expect(reply.features).toEqual([...(wanted ?? [])]);
  });

  it.each([
    ['was restored from an older backup', 60],
    ['was emptied', 0],
  ])('starts over when the store %s', async (_name, kept) => {
    for (const event of EVENTS.slice(0, 100)) await append(event);
    await quiet();
    await engine.close();
    open.length = 0;
    store.forget(kept);
    engine = await start();
    for (const event of EVENTS.slice(300, 310)) await append(event);
    const replay = new FeatureState();
    const history = [...EVENTS.slice(0, kept), ...EVENTS.slice(300, 310)];
    for (const event of history) foldFeatures(replay, event);
    const payment = await quiet();
    const wanted = foldFeatures(replay, { type: 'PaymentInitiated', data: payment });
    const reply = await engine.score({ assessmentId: 'a', payment });
    expect(reply.features).toEqual([...(wanted ?? [])]);
  });

  it.each([
    ['one changed digit in it', damageOneDigit],
    ['garbage in its place', (file: string) => writeFile(file, Buffer.alloc(65_536, 7))],
  ])('folds again what its file held when there is %s', async (_name, damage) => {
    for (const event of EVENTS.slice(0, 100)) await append(event);
    const payment = await quiet();
    const before = await engine.score({ assessmentId: 'a', payment });
    await engine.close();
    open.length = 0;
    await damage(join(folder, 'features', 'data.mdb'));
    engine = await start();
    expect(await engine.score({ assessmentId: 'a', payment })).toEqual(before);
    expect(await readdir(folder)).toContain('features.damaged');
  });

  it('can compute any stored assessment again, and tells when it was changed', async () => {
    for (const event of EVENTS.slice(0, 100)) await append(event);
    const reply = await engine.score({ assessmentId: 'a', payment: facts(7) });
    const stored = asStored({ ...reply, latencyMs: 1, degraded: null });
    expect(await rescore(stored, MODELS_DIR)).toBe(reply.score);

    const features = [...(stored.features ?? [])];
    features[0] = (features[0] ?? 0) + 1;
    await expect(rescore({ ...stored, features }, MODELS_DIR)).rejects.toThrow(NotRescorable);
    const unknown = { ...stored, modelHash: 'other' };
    await expect(rescore(unknown, MODELS_DIR)).rejects.toThrow(/no model with hash other/);
  });

  it('gives reasons with what it flags', async () => {
    const known = { card: { fingerprint: 'f', country: 'DE' }, deviceId: 'd' };
    const places = { ipCountry: 'NG', shippingCountry: 'RO' };
    const payment = { ...(await quiet()), ...known, ...places, customerId: 'stranger' };
    const reply = await engine.score({ assessmentId: 'a', payment });
    expect(reply.verdict).not.toBe('approve');
    expect(reply.reasons.map(({ feature }) => feature)).toContain('cardIpCountryMismatch');
    expect(reply.reasons.every(({ weight }) => weight > 0)).toBe(true);
  });

  async function start(): Promise<ScoringEngine> {
    const stateDir = join(folder, 'features');
    const started = await ScoringEngine.start({ store, modelsDir: MODELS_DIR, stateDir });
    open.push(started);
    await started.caughtUp;
    expect(started.ready).toBe(true);
    return started;
  }

  async function append(event: PaymentEvent): Promise<void> {
    const id = idOf(event.type, event.data.paymentId);
    const data = event.data as unknown as Json;
    const stream = paymentStream(event.data.paymentId);
    await store.append(stream, [{ id, type: event.type, data, metadata: {} }], 'any');
  }

  /** A payment that does not exist, once the engine has nothing left to fold. */
  async function quiet(): Promise<InitiatedPayment> {
    const last = store.events.at(-1);
    while (last && engine.position?.commit !== last.position.commit) {
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    return { ...facts(3), paymentId: 'never-made' };
  }
});

function facts(index: number): InitiatedPayment {
  const event = EVENTS.filter(({ type }) => type === 'PaymentInitiated')[index];
  if (event?.type !== 'PaymentInitiated') throw new Error(`no payment ${index}`);
  return event.data;
}

/** Positions of the in-memory store count from 1. */
function positionOf(index: number): string {
  return `${index + 1}/${index + 1}`;
}

/** In every place where the text of an entry begins, so that the page in use is among them. */
async function damageOneDigit(file: string): Promise<void> {
  const bytes = await readFile(file);
  for (let at = bytes.indexOf('{"'); at >= 0; at = bytes.indexOf('{"', at + 1))
    bytes.writeUInt8(bytes.readUInt8(at + 2) ^ 1, at + 2);
  await writeFile(file, bytes);
}

function asStored(assessment: Assessment): Assessment {
  return JSON.parse(JSON.stringify(assessment)) as Assessment;
}

/** How many events were delivered by subscriptions from now on. */
function watchReads(store: InMemoryEventStore): () => number {
  let events = 0;
  const subscribe = store.subscribe.bind(store);
  store.subscribe = (options) => {
    const subscription = subscribe(options);
    return {
      close: () => subscription.close(),
      async *[Symbol.asyncIterator]() {
        for await (const message of subscription) {
          if (message.kind === 'event') events += 1;
          yield message;
        }
      },
    };
  };
  return () => events;
}
