import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import autocannon from 'autocannon';
import { hashKey } from '#platform';
import {
  freePort,
  median,
  progress,
  startProgram,
  stopProgram,
  untilAnswers,
} from './support/processes.js';

/**
 * Durable payment commands over HTTP beside a NestJS route that does nothing: same run, same
 * client, same body, 64 connections. Provider and scoring are left out by configuration; every
 * payment is on disk before its answer.
 */
const CONNECTIONS = 64;
const ROUNDS = 3;
const SECONDS = Number(process.argv[2] ?? 8);
const API_KEY = 'bench-key';
const DIST = new URL('..', import.meta.url).pathname;

type Round = { readonly perS: number; readonly p50Ms: number; readonly p99Ms: number };

let sent = 0;

function paymentRequest(request: autocannon.Request): autocannon.Request {
  sent += 1;
  request.headers = {
    'content-type': 'application/json',
    authorization: `Bearer ${API_KEY}`,
    'idempotency-key': `bench-${process.pid}-${sent}`,
  };
  request.body = JSON.stringify({
    orderId: `order-${sent}`,
    merchantId: `merchant-${sent % 1000}`,
    customerId: `customer-${sent % 100_000}`,
    amount: { amount: '1050', currency: 'EUR' },
    provider: 'stripe',
    method: { kind: 'card', token: 'pm_card_visa' },
    intent: 'initiate',
  });
  return request;
}

async function measure(url: string, seconds: number): Promise<Round> {
  const result = await autocannon({
    url,
    connections: CONNECTIONS,
    duration: seconds,
    requests: [{ method: 'POST', setupRequest: paymentRequest }],
  });
  if (result.non2xx > 0 || result.errors > 0) {
    throw new Error(`${url}: ${result.non2xx} refusals, ${result.errors} errors`);
  }
  const { latency, requests, duration } = result;
  return { perS: requests.total / duration, p50Ms: latency.p50, p99Ms: latency.p99 };
}

const dataDir = await mkdtemp(join(tmpdir(), 'assay-bench-commands-'));
const [port, noopPort, doorPort] = [await freePort(), await freePort(), await freePort()];
const noop = startProgram(join(DIST, 'bench/support/noop-server.js'), [String(noopPort)]);
const service = startProgram(join(DIST, 'apps/command-service/src/main.js'), [], {
  PORT: String(port),
  EVENTSTORE_PORT: String(doorPort),
  DATA_DIR: dataDir,
  LOG_LEVEL: 'warn',
  FRAUD_SCORING: 'off',
  API_KEYS: `bench:service:${hashKey(API_KEY)}`,
  STRIPE_SECRET_KEY: 'sk_test_bench',
  STRIPE_WEBHOOK_SECRET: 'whsec_bench',
  PAYPAL_CLIENT_ID: 'bench',
  PAYPAL_CLIENT_SECRET: 'bench',
  PAYPAL_WEBHOOK_ID: 'bench',
});
try {
  const noopUrl = `http://127.0.0.1:${noopPort}/noop`;
  const url = `http://127.0.0.1:${port}/v1/payments`;
  await untilAnswers(noopUrl, { method: 'POST' });
  await untilAnswers(`http://127.0.0.1:${port}/health/ready`);
  await measure(noopUrl, 2);
  await measure(url, 2);
  const noops: Round[] = [];
  const payments: Round[] = [];
  for (let round = 1; round <= ROUNDS; round += 1) {
    noops.push(await measure(noopUrl, SECONDS));
    payments.push(await measure(url, SECONDS));
    progress(
      `round ${round}: no-op ${noops.at(-1)?.perS} /s, payments ${payments.at(-1)?.perS} /s`,
    );
  }
  const noopPerS = median(noops.map(({ perS }) => perS));
  const paymentsPerS = median(payments.map(({ perS }) => perS));
  const result = {
    payments_per_s: Math.round(paymentsPerS),
    p50_ms: median(payments.map(({ p50Ms }) => p50Ms)),
    p99_ms: median(payments.map(({ p99Ms }) => p99Ms)),
    noop_route_per_s: Math.round(noopPerS),
    ratio: Math.round((paymentsPerS / noopPerS) * 1000) / 1000,
    connections: CONNECTIONS,
    rounds: ROUNDS,
    seconds_per_round: SECONDS,
  };
  process.stdout.write(`${JSON.stringify(result)}\n`);
} finally {
  await Promise.all([stopProgram(noop), stopProgram(service)]);
  await rm(dataDir, { recursive: true, force: true });
}
