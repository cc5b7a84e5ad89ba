import type { DataSource } from 'typeorm';
import { PaymentCase } from '../../apps/projection-service/src/cases/payment-case.entity.js';

/** Fills the table of cases with so many open ones, as their projection leaves them. */
export async function fillCases(views: DataSource, count: number): Promise<void> {
  const { tablePath } = views.getMetadata(PaymentCase);
  const risk = {
    stage: 'before-authorisation',
    verdict: 'review',
    reasons: [],
    modelVersion: 'bench',
    degraded: false,
    assessedAt: '2026-01-01T00:00:00.000Z',
    rules: [],
  };
  await views.query(
    `
    INSERT INTO ${tablePath} (
      payment_id, status, client, order_id, merchant_id, customer_id, provider, currency, amount,
      occurred_at, risk, reason, opened_at, opened, score, rank, due_at, at_risk)
    SELECT
      '6b8d3b5e-0000-5000-8000-' || lpad(n::text, 12, '0'), 'open', 'client-' || n % 20,
      'order-' || n, 'merchant-' || n % 500, 'customer-' || n % 50000,
      CASE WHEN n % 10 = 0 THEN 'paypal' ELSE 'stripe' END,
      (ARRAY['EUR', 'USD', 'JPY', 'OMR'])[1 + n % 4], 100 + (n::bigint * 7919) % 1000000,
      at.time, jsonb_set($1::jsonb, '{score}', to_jsonb(score.of_1000 / 1000.0)), 'score',
      at.time, n, score.of_1000 / 1000.0, score.of_1000 * 1000,
      at.time + interval '30 days', (n::bigint * 104729) % 500000
    FROM generate_series(1, ${count}) AS n
    CROSS JOIN LATERAL (SELECT (n * 31) % 1000 AS of_1000) AS score
    CROSS JOIN LATERAL (SELECT now() - n * interval '3 seconds' AS time) AS at`,
    [JSON.stringify(risk)],
  );
  await views.query(`ANALYZE ${tablePath}`);
}
