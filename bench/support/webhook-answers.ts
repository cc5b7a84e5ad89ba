import { API_KEY, type LedgerSystem } from './ledger-system.js';

export type WebhookAnswers = {
  readonly answered: number;
  /** Seconds, an upper bound: the finest that the service's own histogram tells. */
  readonly p99_within_s: number | null;
  /** Share answered within 100 ms, 0 to 1. */
  readonly within_100_ms: number;
};

const LINE =
  /^http_request_duration_seconds_bucket\{le="([^"]+)",method="POST",route="\/v1\/webhooks\/:provider",status="200"\} (\d+)/gm;

/** How fast command-service answered its providers, as its own metrics tell. */
export async function webhookAnswers({ commandUrl }: LedgerSystem): Promise<WebhookAnswers> {
  const headers = { authorization: `Bearer ${API_KEY}-desk` };
  const text = await (await fetch(`${commandUrl}/metrics`, { headers })).text();
  const below = new Map([...text.matchAll(LINE)].map(([, le, count]) => [le, Number(count)]));
  const answered = below.get('+Inf') ?? 0;
  const p99 = [...below].find(([, count]) => count >= answered * 0.99)?.[0];
  return {
    answered,
    p99_within_s: p99 === undefined || p99 === '+Inf' ? null : Number(p99),
    within_100_ms: Math.round(((below.get('0.1') ?? 0) / answered) * 10_000) / 10_000,
  };
}
