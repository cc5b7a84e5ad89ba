import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { EmbeddedEventStore, EventStoreDoor } from '#embedded-event-store';
import { idOf, type EventStore, type Json } from '#event-store';
import { FEATURES, MODEL_STREAM, syntheticPayments, type ChallengerProposed } from '#fraud';
import { FraudModel, readRegistry, syntheticDataset } from '#fraud-model';
import { paymentStream, type PaymentEvent } from '#payments';
import { InMemoryEventStore } from '../support/in-memory-event-store.js';

const run = promisify(execFile);
const TRAIN = fileURLToPath(new URL('../../dist/apps/fraud-worker/src/train.js', import.meta.url));
const SMALL = ['--epochs', '1', '--days', '8', '--customers', '60'];

describe('training', () => {
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'assay-training-'));
    await train(join(folder, 'one'), '--generated', '--seed', '5', ...SMALL);
  });

  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('gives the same model in another process, and another one for another seed', async () => {
    await train(join(folder, 'two'), '--generated', '--seed', '5', ...SMALL);
    await train(join(folder, 'three'), '--generated', '--seed', '6', ...SMALL);
    const [one, two, three] = await Promise.all(['one', 'two', 'three'].map(weightsOf));
    expect(two).toBe(one);
    expect(three).not.toBe(one);
    const model = await FraudModel.load(join(folder, 'two'));
    expect(model.meta.features).toEqual(FEATURES);
    model.dispose();
  });

  it('writes card and metrics beside the weights, and no second first champion', async () => {
    const { champion } = await readRegistry(join(folder, 'one'));
    const card = await readFile(join(folder, 'one', champion, 'MODEL_CARD.md'), 'utf8');
    expect(card).toContain('# Fraud model');
    await expect(train(join(folder, 'one'), '--generated')).rejects.toThrow(/champion already/);
    await expect(train(join(folder, 'one'), '--seed', '0')).rejects.toThrow(/--seed must be/);
  });

  it('waits, and says for what, while the ledger has too few labels', async () => {
    const store = await EmbeddedEventStore.open({ path: join(folder, 'event-store') });
    const door = await EventStoreDoor.listen(store, { host: '127.0.0.1', port: 0 });
    await fill(store, { payments: 40, labels: 12 });
    const { stdout } = await train(join(folder, 'one'), `esdb://127.0.0.1:${door.port}?tls=false`);
    expect(stdout).toContain('waiting: 100 new labels are needed, 12 have arrived');
    expect((await readRegistry(join(folder, 'one'))).challenger).toBeNull();
    await door.close();
    await store.close();
  });

  it('proposes a challenger that beats the champion on later payments, and decides nothing', async () => {
    const modelsDir = join(folder, 'proposing');
    await cp(join(folder, 'one'), modelsDir, { recursive: true });
    const store = new InMemoryEventStore();
    await fill(store, { payments: 16_000, labels: 16_000 });
    const { outcome, lines } = await trainInProcess(store, modelsDir);
    expect([outcome, lines.at(-1)]).toEqual(['proposed', expect.stringContaining('proposed')]);

    const before = await readRegistry(join(folder, 'one'));
    const registry = await readRegistry(modelsDir);
    expect(registry.champion).toBe(before.champion);
    expect(registry.versions[0]).toEqual(before.versions[0]);
    expect(registry.challenger).not.toBeNull();
    const events = store.events.filter(({ stream }) => stream === MODEL_STREAM);
    const proposed = events[0]?.data as unknown as ChallengerProposed['data'];
    expect(events.map(({ type }) => type)).toEqual(['ChallengerProposed', 'ChallengerCompared']);
    expect(proposed.version).toBe(registry.challenger);
    expect(proposed.challengerQuality.averagePrecision).toBeGreaterThan(
      proposed.championQuality.averagePrecision,
    );
    const model = await FraudModel.load(modelsDir, registry.challenger ?? '');
    expect(model.hash).toBe(proposed.modelHash);
    model.dispose();

    const again = await trainInProcess(store, modelsDir);
    expect(again.outcome).toBe('waits');
  });

  it('folds made-up worlds into equal rows each time', () => {
    const options = { seed: 1, days: 4, customers: 50, merchants: 20 };
    expect(syntheticDataset(options).hash()).toBe(syntheticDataset(options).hash());
  });

  async function weightsOf(name: string): Promise<string> {
    return (await readRegistry(join(folder, name))).versions[0]?.weightsSha256 ?? '';
  }
});

async function train(modelsDir: string, ...args: readonly string[]) {
  const url = args.find((arg) => arg.startsWith('esdb://')) ?? 'esdb://127.0.0.1:9?tls=false';
  const env = { PATH: process.env['PATH'] ?? '', MODELS_DIR: modelsDir, EVENTSTORE_URL: url };
  return run(process.execPath, [TRAIN, ...args.filter((arg) => arg !== url)], { env });
}

/** In this process, on a store in memory; the sources, not the build. */
async function trainInProcess(store: EventStore, modelsDir: string) {
  const { trainFromLedger } =
    await import('../../apps/fraud-worker/src/training/train-from-ledger.js');
  const lines: string[] = [];
  const outcome = await trainFromLedger({
    store,
    modelsDir,
    size: { days: 8, customers: 60 },
    seed: 1,
    epochs: 4,
    now: '2026-12-01T00:00:00Z',
    print: (line) => lines.push(line),
  });
  return { outcome, lines };
}

/** Payments in their order, each decided upon by an analyst who is always right. */
async function fill(
  store: EventStore,
  { payments, labels }: { readonly payments: number; readonly labels: number },
): Promise<void> {
  let made = 0;
  const world = { seed: 31, days: 60, customers: 500, merchants: 120, bareShare: 0 };
  for (const fact of syntheticPayments({ ...world, startAt: '2026-09-01T00:00:00Z' })) {
    if (fact.kind === 'label' || made >= payments) continue;
    made += 1;
    const { payment, fraud } = fact;
    await append({ type: 'PaymentInitiated', data: payment });
    if (made > labels) continue;
    const type = fraud ? 'ReviewRejected' : 'ReviewApproved';
    const decision = { analyst: 'ann', note: '', decidedAt: payment.occurredAt };
    await append({ type, data: { paymentId: payment.paymentId, ...decision } });
  }

  async function append(event: PaymentEvent): Promise<void> {
    const id = idOf(event.type, event.data.paymentId);
    const data = JSON.parse(JSON.stringify(event.data)) as Json;
    const stream = paymentStream(event.data.paymentId);
    await store.append(stream, [{ id, type: event.type, data, metadata: {} }], 'any');
  }
}
