import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { idOf, type Json } from '#event-store';
import {
  MODEL_STREAM,
  SHADOW_STREAM_PREFIX,
  syntheticPayments,
  type ModelEvent,
  type ModelRef,
  type ShadowScored,
} from '#fraud';
import { readRegistry, saveArtefact, train, writeRegistry, syntheticDataset } from '#fraud-model';
import { ScoringEngine } from '#fraud-scoring';
import { paymentStream } from '#payments';
import { eventually } from '../support/eventually.js';
import { InMemoryEventStore } from '../support/in-memory-event-store.js';

const SHIPPED = fileURLToPath(new URL('../../models', import.meta.url));
const WORLD = { seed: 3, days: 6, customers: 60, merchants: 20 };
const PAYMENTS = [...syntheticPayments(WORLD)].flatMap((fact) =>
  fact.kind === 'payment' ? [fact.payment] : [],
);
const NOW = '2026-11-21T00:00:00.000Z';

describe('the models of a running scoring engine', () => {
  let folder: string;
  let champion: ModelRef;
  let challenger: ModelRef;
  let store: InMemoryEventStore;
  let engine: ScoringEngine;
  let revision = 0;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'assay-promotion-'));
    await cp(SHIPPED, join(folder, 'models'), { recursive: true });
    const registry = await readRegistry(join(folder, 'models'));
    champion = refOfVersion(registry.champion, registry.versions);
    challenger = await trainChallenger();
  });

  beforeEach(async () => {
    store = new InMemoryEventStore();
    engine = await start('models');
  });

  afterEach(() => engine.close());
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('are those of the registry until the first decision', async () => {
    expect((await score(0)).modelHash).toBe(champion.modelHash);
    expect(engine.modelTrouble).toBeNull();
  });

  it('change with a promotion and back with a rollback, without a restart', async () => {
    await decide(promoted(challenger, champion));
    await eventually(() => engine.model.hash === challenger.modelHash);
    const [first, second] = [await score(1), await score(2)];
    expect(first).toMatchObject({ modelHash: challenger.modelHash, modelVersion: 'challenger' });
    expect(second.modelHash).toBe(challenger.modelHash);
    await decide(rolledBack(champion, challenger));
    await eventually(() => engine.model.hash === champion.modelHash);
    expect((await score(3)).modelHash).toBe(champion.modelHash);
  });

  it('are the decided ones from the first score after a restart', async () => {
    await decide(promoted(challenger, champion));
    await engine.close();
    engine = await start('models');
    expect((await score(4)).modelHash).toBe(challenger.modelHash);
  });

  it('stay as they are while the files of the promoted one are missing, and say so', async () => {
    const missing = { version: '2027-01', modelHash: 'f'.repeat(64) };
    await decide(promoted(missing, champion));
    await eventually(() => engine.modelTrouble !== null);
    expect(engine.modelTrouble).toContain('2027-01 decides, but no model with hash');
    expect((await score(5)).modelHash).toBe(champion.modelHash);
    await decide(rolledBack(champion, missing));
    await eventually(() => engine.modelTrouble === null);
  });

  it('include a challenger that only records', async () => {
    await decide(proposed(challenger));
    await eventually(() => engine.challenger !== null);
    const replies = [];
    for (let index = 6; index < 30; index += 1) replies.push(await score(index));
    for (const { modelHash } of replies) expect(modelHash).toBe(champion.modelHash);
    await engine.close();
    const recorded = store.events.filter(({ stream }) => stream.startsWith(SHADOW_STREAM_PREFIX));
    expect(recorded).toHaveLength(1);
    const data = recorded[0]?.data as unknown as ShadowScored['data'];
    expect(data).toMatchObject({ challenger, champion, dropped: 0 });
    expect(data.scores.map(([paymentId, scored]) => [paymentId, scored])).toEqual(
      replies.map((reply, index) => [PAYMENTS[index + 6]?.paymentId, reply.score]),
    );
    for (const [, , other] of data.scores) expect(other).toBeLessThanOrEqual(1);
    engine = await start('models');
  });

  async function start(models: string): Promise<ScoringEngine> {
    const started = await ScoringEngine.start({
      store,
      modelsDir: join(folder, models),
      stateDir: join(folder, idOf(String(Math.random()))),
      foldWaitMs: 500,
    });
    await started.caughtUp;
    return started;
  }

  async function score(index: number) {
    const payment = PAYMENTS[index];
    if (!payment) throw new Error('no payment left');
    const data = JSON.parse(JSON.stringify(payment)) as Json;
    const event = { id: idOf(payment.paymentId), type: 'PaymentInitiated', data, metadata: {} };
    await store.append(paymentStream(payment.paymentId), [event], 'any');
    return engine.score({ assessmentId: 'a', payment });
  }

  async function decide({ type, data }: ModelEvent): Promise<void> {
    revision += 1;
    const id = idOf('decision', String(revision));
    await store.append(MODEL_STREAM, [{ id, type, data: data, metadata: {} }], 'any');
  }

  /** One epoch on few payments: another model, of any quality. */
  async function trainChallenger(): Promise<ModelRef> {
    const modelsDir = join(folder, 'models');
    const data = syntheticDataset({ seed: 8, days: 6, customers: 80, merchants: 30 });
    const { artefact, hash, weightsHash } = await train(
      { train: data, validation: data },
      { version: 'challenger', seed: 2, epochs: 1, source: 'a test' },
    );
    await saveArtefact(modelsDir, artefact, { metrics: {}, card: '' });
    const registry = await readRegistry(modelsDir);
    const registered = { version: 'challenger', sha256: hash, weightsSha256: weightsHash };
    await writeRegistry(modelsDir, {
      ...registry,
      versions: [...registry.versions, { ...registered, trainedAt: NOW, trainedTo: null }],
    });
    return { version: 'challenger', modelHash: hash };
  }
});

function promoted(to: ModelRef, previous: ModelRef): ModelEvent {
  return { type: 'ModelPromoted', data: { requestId: 'r', ...to, previous, promotedAt: NOW } };
}

function rolledBack(to: ModelRef, previous: ModelRef): ModelEvent {
  return { type: 'ModelRolledBack', data: { requestId: 'r', ...to, previous, rolledBackAt: NOW } };
}

function proposed(ref: ModelRef): ModelEvent {
  const quality = { averagePrecision: 0.5, auc: 0.9, cardPrecision: 0.2 };
  const training = { labels: 1, dataHash: 'd', seed: 2, trainedTo: '0/0', champion: 'x' };
  const qualities = { championQuality: quality, challengerQuality: quality };
  return {
    type: 'ChallengerProposed',
    data: { ...ref, ...training, ...qualities, comparedFrom: null, proposedAt: NOW },
  };
}

function refOfVersion(
  version: string,
  versions: readonly { readonly version: string; readonly sha256: string }[],
): ModelRef {
  const { sha256 = '' } = versions.find((each) => each.version === version) ?? {};
  return { version, modelHash: sha256 };
}
