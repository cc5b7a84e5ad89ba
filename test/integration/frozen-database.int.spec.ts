import { eventually } from '../support/eventually.js';
import { startPostgres, type TestPostgres } from '../support/postgres.js';
import { ProjectionServiceUnderTest } from '../support/projection-service.js';

/** Numbers that projection-service reads from its database again and again. */
const READ = [
  ...['assay_view_lag_seconds', 'assay_view_set_aside', 'assay_open_contradictions'],
  ...['assay_fraud_review_queue_payments', 'assay_reconciliation_differences'],
];

describe('a database that takes connections and answers nothing', () => {
  let postgres: TestPostgres;
  let views: ProjectionServiceUnderTest;

  beforeAll(async () => {
    postgres = await startPostgres();
    views = await ProjectionServiceUnderTest.start(postgres);
  });

  afterAll(async () => {
    await views.stop();
    await postgres.stop();
  });

  it('makes numbers unknown instead of leaving them as they were', async () => {
    await eventually(async () => (await shown()).length === READ.length);
    postgres.freeze();
    try {
      await eventually(async () => (await shown()).length === 0);
      const { status, body } = await views.get('/v1/views', 'ops');
      expect([status, body['code'], body['retryable']]).toEqual([503, 'unavailable', true]);
    } finally {
      postgres.thaw();
    }
    await eventually(async () => (await shown()).length === READ.length);
  });

  async function shown(): Promise<readonly string[]> {
    const answer = await fetch(`${views.service.url}/metrics`, {
      headers: { authorization: 'Bearer ops' },
    });
    const text = await answer.text();
    return READ.filter((name) => new RegExp(`^${name}[ {]`, 'm').test(text));
  }
});
