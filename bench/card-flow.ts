import type { Agent } from 'node:http';
import { HAS_NATS_SERVER, NatsServer } from '../test/support/nats-server.js';
import { cpuPerPiece, cpuTimes } from './support/cpu-times.js';
import { API_KEY, LedgerSystem } from './support/ledger-system.js';
import { offer, percentile, post } from './support/open-loop.js';
import { progress } from './support/processes.js';
import { webhookAnswers } from './support/webhook-answers.js';

/**
 * `npm run bench -- card-flow [seconds a rate] [rates]`: card payments from command to capture,
 * with inline scoring, against the provider sandbox, at offered rates. Every part is a process of
 * its own, and the views follow. The sandbox adds no delay of its own, so latencies are the
 * ledger's and the sandbox's work together.
 */
const SECONDS = Number(process.argv[2] ?? 20);
const RATES = (process.argv[3] ?? '500,1000,2000').split(',').map(Number);
const LAG_EVERY_MS = 250;
/** Each with a card and a device, so that most payments look as honest as they are. */
const CUSTOMERS = 20_000;
const MERCHANTS = 5_000;
/** Processes that have just started are slow. */
const WARM_UP = { perS: 50, seconds: 6 };

const nats = HAS_NATS_SERVER ? await NatsServer.startGuarded() : null;
try {
  const rates: Record<string, object> = {};
  for (const perS of RATES) rates[String(perS)] = await measured(perS);
  const scoring = nats ? 'two workers over NATS' : 'a thread of command-service';
  process.stdout.write(`${JSON.stringify({ rates, seconds_per_rate: SECONDS, scoring })}\n`);
} finally {
  await nats?.remove();
}

/** A system of its own for each rate, so that none inherits another's queue. */
async function measured(perS: number): Promise<object> {
  const system = await LedgerSystem.start({
    sandbox: true,
    views: true,
    env: { FRAUD_SCORING: 'on', ...nats?.envOf('command-service') },
  });
  try {
    if (nats) await startWorkers(system, nats.envOf('fraud-worker'));
    await offer({ ...WARM_UP, send: paying(system, `warm-${perS}`) });
    const lags: number[] = [];
    const watching = setInterval(() => void sampleLag(system, lags), LAG_EVERY_MS);
    const ends = new Map<string, number>();
    const unscored = new Map<string, number>();
    const before = cpuTimes();
    const { samples, elapsedS } = await offer({
      perS,
      seconds: SECONDS,
      send: paying(system, `offered-${perS}`, { ends, unscored }),
    });
    clearInterval(watching);
    const cpuMs = cpuPerPiece(before, cpuTimes(), samples.length);
    const latencies = samples.map(({ latencyMs }) => latencyMs);
    const captured = samples.filter(({ ok }) => ok).length;
    progress(`${perS}/s offered: ${captured} of ${samples.length} captured`);
    return {
      achieved_per_s: Math.round(captured / elapsedS),
      p50_ms: Math.round(percentile(latencies, 0.5)),
      p95_ms: Math.round(percentile(latencies, 0.95)),
      p99_ms: Math.round(percentile(latencies, 0.99)),
      errors: samples.length - captured,
      ends: Object.fromEntries(ends),
      unscored: Object.fromEntries(unscored),
      lag_p99_ms: Math.round(percentile(lags, 0.99)),
      webhooks: await webhookAnswers(system),
      cpu_ms_per_payment: cpuMs,
    };
  } finally {
    await system.stop();
  }
}

async function startWorkers(
  system: LedgerSystem,
  nats: Readonly<Record<string, string>>,
): Promise<void> {
  for (const worker of ['a', 'b']) await system.startFraudWorker(worker, nats);
}

/** How many payments ended where, and how many were not scored in time, by reason. */
type Tally = {
  readonly ends: Map<string, number>;
  readonly unscored: Map<string, number>;
};

function paying({ commandUrl }: LedgerSystem, run: string, tally?: Tally) {
  return async (agent: Agent, index: number): Promise<boolean> => {
    const customer = `${run}-${index % CUSTOMERS}`;
    const body = JSON.stringify({
      orderId: `order-${run}-${index}`,
      merchantId: `merchant-${index % MERCHANTS}`,
      customerId: `customer-${customer}`,
      card: { fingerprint: `card-${customer}`, country: 'DE' },
      deviceId: `device-${customer}`,
      ipCountry: 'DE',
      shippingCountry: 'DE',
      amount: { amount: String(500 + (index % 5_000)), currency: 'EUR' },
      provider: 'stripe',
      method: { kind: 'card', token: 'pm_card_visa' },
      intent: 'capture',
    });
    const { status, text } = await post(agent, `${commandUrl}/v1/payments`, body, {
      'content-type': 'application/json',
      authorization: `Bearer ${API_KEY}`,
      'idempotency-key': `${run}-${index}`,
    });
    const end = /"status":"([^"]+)"/.exec(text)?.[1] ?? String(status);
    count(tally?.ends, end);
    count(tally?.unscored, /"degraded":"([^"]+)"/.exec(text)?.[1]);
    // A payment held for review went as far as it may.
    return status === 201 && ['captured', 'held', 'declined'].includes(end);
  };
}

function count(counts: Map<string, number> | undefined, key: string | undefined): void {
  if (key !== undefined) counts?.set(key, (counts.get(key) ?? 0) + 1);
}

async function sampleLag({ queryUrl }: LedgerSystem, lags: number[]): Promise<void> {
  const headers = { authorization: `Bearer ${API_KEY}-desk` };
  const response = await fetch(`${queryUrl}/v1/views`, { headers });
  const { items } = (await response.json()) as { items: { lagMs: number | null }[] };
  lags.push(Math.max(...items.map(({ lagMs }) => lagMs ?? 0)));
}
