import { formatPosition } from '#event-store';
import type { PaymentEvent } from '#payments';
import { eventually } from '../support/eventually.js';
import { assessed, held, initiated, NOW, PAYMENT_ID } from '../support/payment-events.js';
import { startPostgres, type TestPostgres } from '../support/postgres.js';
import { appendInterleaved } from '../support/postgres-views.js';
import { ProjectionServiceUnderTest } from '../support/projection-service.js';

let postgres: TestPostgres;
let service: ProjectionServiceUnderTest;

beforeAll(async () => {
  postgres = await startPostgres();
  service = await ProjectionServiceUnderTest.start(postgres);
});

afterAll(async () => {
  await service.stop();
  await postgres.stop();
});

describe('a score that came late', () => {
  it('stands beside the assessment that decided', async () => {
    const decided = assessed('review', { degraded: 'timeout', score: null, modelVersion: null });
    const late = assessed('approve', { stage: 'late', score: 0.02 });
    const beside = { score: 0.02, verdict: 'approve', assessedAt: NOW };
    const paymentId = '5b8d3b5e-0000-5000-8000-000000000002';
    const { payment, one } = await shown(paymentId, [initiated(), decided, held, late]);
    expect(payment).toMatchObject({
      risk: { score: null, verdict: 'review', degraded: 'timeout', late: beside },
    });
    expect(one).toMatchObject({
      ...{ score: null, verdict: 'review', degraded: 'timeout' },
      late: beside,
    });
  });

  it('is what a case shows when it held the payment', async () => {
    const decided = assessed('approve', { degraded: 'timeout', score: null });
    const late = assessed('review', { stage: 'late', score: 0.7 });
    const { payment, one } = await shown(PAYMENT_ID, [initiated(), decided, late, held]);
    expect(payment).toMatchObject({ risk: { verdict: 'approve', late: { score: 0.7 } } });
    expect(one).toMatchObject({ score: 0.7, verdict: 'review', degraded: null, late: null });
  });
});

describe('the queue of cases', () => {
  it('is counted as it is now, not as a report once found it', async () => {
    const paymentId = '5b8d3b5e-0000-5000-8000-000000000003';
    await shown(paymentId, [initiated(), assessed('review'), held]);
    await eventually(async () => {
      const headers = { authorization: 'Bearer ops' };
      const answer = await fetch(`${service.service.url}/metrics`, { headers });
      return /^assay_fraud_review_queue_payments [1-9]/m.test(await answer.text());
    });
  });
});

async function shown(paymentId: string, events: readonly PaymentEvent[]) {
  const history = events.map(
    ({ type, data }) => ({ type, data: { ...data, paymentId } }) as PaymentEvent,
  );
  const minPosition = formatPosition(await appendInterleaved(service.store, [history]));
  const query = `${paymentId}?minPosition=${minPosition}`;
  const { body: payment } = await service.get(`/v1/payments/${query}`);
  const { body: one } = await service.get(`/v1/cases/${query}`);
  return { payment, one };
}
