import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { idOf, type Json } from '#event-store';
import { syntheticPayments, type SyntheticFact } from '#fraud';
import { FraudModel } from '#fraud-model';
import { featuresHashOf, ScoringEngine } from '#fraud-scoring';
import { paymentStream, type PaymentEvent } from '#payments';
import { replayLedger } from '../../apps/fraud-worker/src/training/replay.js';
import { disputed, disputeWon, reported } from '../support/fraud-labels.js';
import { InMemoryEventStore } from '../support/in-memory-event-store.js';

const MODELS_DIR = fileURLToPath(new URL('../../models', import.meta.url));
/** PARITY_PAYMENTS=100000 takes about two minutes. */
const PAYMENTS = Number(process.env['PARITY_PAYMENTS'] ?? 4_000);
const RESTARTS = 3;

describe('the live path and the trainer’s replay', () => {
  let folder: string;
  const store = new InMemoryEventStore();
  const live = new Map<string, { readonly featuresHash: string | null; readonly score: number }>();

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'assay-parity-'));
    let engine = await start();
    for (const event of history()) {
      await append(event);
      if (event.type !== 'PaymentInitiated') continue;
      const { paymentId } = event.data;
      const reply = await engine.score({ assessmentId: paymentId, payment: event.data });
      live.set(paymentId, { featuresHash: reply.featuresHash, score: reply.score });
      if (live.size % Math.ceil(PAYMENTS / (RESTARTS + 1)) !== 0) continue;
      await engine.close();
      engine = await start();
    }
    await engine.close();
  }, 1_200_000);

  afterAll(() => rm(folder, { recursive: true, force: true }));

  it(`give ${PAYMENTS} payments the same features and scores, to the bit`, async () => {
    const model = await FraudModel.load(MODELS_DIR);
    let compared = 0;
    const different: string[] = [];
    for await (const { event, vector } of replayLedger(store)) {
      if (!vector) continue;
      const { paymentId } = event.data;
      const { featuresHash, score } = live.get(paymentId) ?? {};
      compared += 1;
      if (featuresHashOf(vector) === featuresHash && model.score(vector) === score) continue;
      different.push(paymentId);
    }
    model.dispose();
    expect(different).toEqual([]);
    expect(compared).toBe(PAYMENTS);
  });

  async function start(): Promise<ScoringEngine> {
    const stateDir = join(folder, 'features');
    const engine = await ScoringEngine.start({ store, modelsDir: MODELS_DIR, stateDir });
    await engine.caughtUp;
    return engine;
  }

  async function append(event: PaymentEvent): Promise<void> {
    const { paymentId } = event.data;
    const data = JSON.parse(JSON.stringify(event.data)) as Json;
    const id = idOf(event.type, paymentId);
    await store.append(
      paymentStream(paymentId),
      [{ id, type: event.type, data, metadata: {} }],
      'any',
    );
  }
});

/** Payments in order, with what analysts, banks and networks say of frauds in between. */
function* history(): Generator<PaymentEvent> {
  const customers = Math.max(100, Math.ceil(PAYMENTS / 20));
  const world = { seed: 12, days: 75, customers, merchants: Math.ceil(customers / 3) };
  let payments = 0;
  let labels = 0;
  for (const fact of syntheticPayments(world)) {
    if (fact.kind === 'payment') {
      if (payments === PAYMENTS) return;
      payments += 1;
      yield { type: 'PaymentInitiated', data: fact.payment };
    } else {
      labels += 1;
      yield* sayingsOf(fact, labels);
    }
  }
}

function* sayingsOf(
  { paymentId }: Extract<SyntheticFact, { kind: 'label' }>,
  nth: number,
): Generator<PaymentEvent> {
  if (nth % 3 === 0) yield reported(paymentId);
  else if (nth % 3 === 1) {
    const finding = { analyst: 'ann', note: '', decidedAt: '2026-03-01T00:00:00.000Z' };
    yield { type: 'ReviewRejected', data: { paymentId, ...finding } };
  } else {
    yield disputed(paymentId);
    if (nth % 2 === 0) yield disputeWon(paymentId);
  }
}
