import { idOf, type Json } from '#event-store';
import { paymentStream, type PaymentEvent, type RiskJudgement, type Verdict } from '#payments';
import { ledgerDataset } from '../../apps/fraud-worker/src/training/ledger-dataset.js';
import { reported } from '../support/fraud-labels.js';
import { InMemoryEventStore } from '../support/in-memory-event-store.js';
import { assessed, initiated } from '../support/payment-events.js';

const NOW = '2026-08-01T00:00:00.000Z';
const LUCKY: RiskJudgement = {
  modelVerdict: 'decline',
  rules: [],
  randomApproval: { probability: 0.01 },
  reviewPriceEur: 0,
  trial: null,
};

describe('the data of a training', () => {
  it('leaves out what was declined, and weighs what chance let through for it', async () => {
    const store = new InMemoryEventStore();
    await pay('honest', 'approve');
    await pay('blocked', 'decline');
    await pay('lucky', 'approve', { judgement: LUCKY });
    await pay('unlucky', 'approve', { judgement: LUCKY }, reported('unlucky'));
    const { data } = await ledgerDataset(store, { since: null, now: NOW });
    expect(data.origins.map(({ customer, fraud, weight }) => [customer, fraud, weight])).toEqual([
      ['honest', false, undefined],
      ['lucky', false, 100],
      ['unlucky', true, 100],
    ]);
    expect(Array.from(data.weights ?? [])).toEqual([1, 100, 100]);

    async function pay(
      paymentId: string,
      verdict: Verdict,
      change: Parameters<typeof assessed>[1] = {},
      ...more: readonly PaymentEvent[]
    ): Promise<void> {
      const made = initiated({ paymentId, customerId: paymentId });
      const history = [made, assessed(verdict, { ...change, paymentId }), ...more];
      const events = history.map(({ type, data }) => ({
        id: idOf(type, paymentId),
        type,
        data: JSON.parse(JSON.stringify(data)) as Json,
        metadata: {},
      }));
      await store.append(paymentStream(paymentId), events, 'no-stream');
    }
  });
});
