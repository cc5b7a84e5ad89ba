import { fileURLToPath } from 'node:url';
import { idOf, type Json } from '#event-store';
import { FeatureState, foldFeatures, syntheticPayments } from '#fraud';
import { FraudModel } from '#fraud-model';
import { paymentStream, type PaymentEvent, type Verdict } from '#payments';
import { whatIf, type WhatIfResult } from '../../apps/fraud-worker/src/replay/what-if.js';
import { ASSESSMENT, initiated } from '../support/payment-events.js';
import { InMemoryEventStore } from '../support/in-memory-event-store.js';

const MODELS_DIR = fileURLToPath(new URL('../../models', import.meta.url));
const WORLD = { seed: 21, days: 20, customers: 150, merchants: 40 };
const ALWAYS = { from: '1970-01-01T00:00:00.000Z', to: '9999-12-31T00:00:00.000Z' };

describe('replaying history with other thresholds', () => {
  const store = new InMemoryEventStore();
  const scores = new Map<string, { readonly score: number; readonly fraud: boolean }>();
  let model: FraudModel;
  const progress: number[] = [];

  beforeAll(async () => {
    model = await FraudModel.load(MODELS_DIR);
    const state = new FeatureState();
    for (const fact of syntheticPayments(WORLD)) {
      if (fact.kind === 'label') {
        const finding = { paymentId: fact.paymentId, analyst: 'ann', note: '', decidedAt: '' };
        await append({ type: 'ReviewRejected', data: finding });
        continue;
      }
      const { payment, fraud } = fact;
      const initiated = { type: 'PaymentInitiated', data: payment } as const;
      const vector = foldFeatures(state, initiated);
      if (!vector) continue;
      const score = model.score(vector);
      scores.set(payment.paymentId, { score, fraud });
      await append(initiated);
      await append(assessedAs('approve', payment.paymentId, { score, features: [...vector] }));
    }
    const degraded = assessedAs('approve', 'never', { score: null, features: null });
    await append(degraded);
  });

  afterAll(() => {
    model.dispose();
  });

  it('changes nothing when nothing is declined', async () => {
    const result = await replay({ reviewMin: 1.1, declineMin: 1.1 });
    expect(result.payments).toBe(scores.size);
    expect(result.cells.every(({ was, would }) => was === 'approve' && would === was)).toBe(true);
  });

  it('counts what would be declined, per currency and with its money', async () => {
    const declineMin = 0.5;
    const result = await replay({ reviewMin: declineMin, declineMin });
    const wanted = [...scores.values()].filter(({ score }) => score >= declineMin).length;
    const declined = result.cells.filter(({ would }) => would === 'decline');
    expect(sum(declined)).toBe(wanted);
    expect(wanted).toBeGreaterThan(0);
    expect(declined.some(({ outcome }) => outcome === 'fraud')).toBe(true);
    for (const { currency } of declined) expect(currency).toMatch(/^[A-Z]{3}$/);
    const money = result.cells.reduce((total, { amount }) => total + BigInt(amount), 0n);
    expect(money).toBeGreaterThan(0n);
  });

  it('compares with what decided, not with the score that came after', async () => {
    const at = '2027-01-01T00:00:00.000Z';
    const payment = initiated({ paymentId: 'scored-late', occurredAt: at, initiatedAt: at });
    const features = model.meta.features.map(() => 0);
    await append(payment);
    await append(assessedAs('approve', 'scored-late', { score: null, features: null }), 'inline');
    await append(assessedAs('decline', 'scored-late', { score: 0.99, features }), 'late');
    const { cells } = await replay({ reviewMin: 1.1, declineMin: 1.1 }, { ...ALWAYS, from: at });
    expect(cells).toMatchObject([{ was: 'approve', would: 'approve', payments: 1 }]);
  });

  it('looks only at the time asked for, and tells how far it is', async () => {
    const nothing = await replay(
      { reviewMin: 0.5, declineMin: 0.5 },
      { ...ALWAYS, to: ALWAYS.from },
    );
    expect(nothing).toMatchObject({ payments: 0, unscored: 0, cells: [] });
    expect([...progress].sort((a, b) => a - b)).toEqual(progress);
  });

  it('gives the same answer each time', async () => {
    const thresholds = { reviewMin: 0.2, declineMin: 0.7 };
    expect(await replay(thresholds)).toEqual(await replay(thresholds));
  });

  function replay(
    thresholds: { readonly reviewMin: number; readonly declineMin: number },
    time = ALWAYS,
  ): Promise<WhatIfResult> {
    progress.length = 0;
    const onProgress = (share: number): void => void progress.push(share);
    return whatIf({ store, model, thresholds, ...time, onProgress });
  }

  async function append(event: PaymentEvent, which = ''): Promise<void> {
    const { paymentId } = event.data;
    const data = JSON.parse(JSON.stringify(event.data)) as Json;
    const id = idOf(event.type, paymentId, which);
    const stored = { id, type: event.type, data, metadata: {} };
    await store.append(paymentStream(paymentId), [stored], 'any');
  }
});

function assessedAs(
  verdict: Verdict,
  paymentId: string,
  { score, features }: { readonly score: number | null; readonly features: number[] | null },
): PaymentEvent {
  const when = { stage: 'inline', policy: 'p', assessedAt: '2026-03-01T00:00:00.000Z' } as const;
  const data = { ...ASSESSMENT, ...when, paymentId, verdict, score, features };
  return { type: 'RiskAssessed', data };
}

function sum(cells: WhatIfResult['cells']): number {
  return cells.reduce((total, { payments }) => total + payments, 0);
}
