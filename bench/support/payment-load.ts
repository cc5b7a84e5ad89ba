import autocannon from 'autocannon';
import { API_KEY } from './ledger-system.js';

export type Round = { readonly perS: number; readonly p50Ms: number; readonly p99Ms: number };

export type Load = {
  readonly url: string;
  readonly seconds: number;
  readonly connections: number;
  /** Payments in one request; 1 sends each alone. */
  readonly batch: number;
  /** All payments of one merchant and customer, instead of spread over 100,000. */
  readonly hot: boolean;
};

let sent = 0;

/** Sends payments as fast as the service takes them, and counts what it answered. */
export async function measure({ url, seconds, connections, batch, hot }: Load): Promise<Round> {
  const result = await autocannon({
    url,
    connections,
    duration: seconds,
    requests: [
      {
        method: 'POST',
        setupRequest: (request) => (batch === 1 ? alone(request, hot) : many(request, batch, hot)),
      },
    ],
  });
  if (result.non2xx > 0 || result.errors > 0) {
    throw new Error(`${url}: ${result.non2xx} refusals, ${result.errors} errors`);
  }
  const { latency, requests, duration } = result;
  return {
    perS: (requests.total * batch) / duration,
    p50Ms: latency.p50,
    p99Ms: latency.p99,
  };
}

const HEADERS = { 'content-type': 'application/json', authorization: `Bearer ${API_KEY}` };

function alone(request: autocannon.Request, hot: boolean): autocannon.Request {
  request.headers = { ...HEADERS, 'idempotency-key': nextKey() };
  request.body = JSON.stringify(bodyOf(hot));
  return request;
}

function many(request: autocannon.Request, batch: number, hot: boolean): autocannon.Request {
  const commands = Array.from({ length: batch }, () => ({
    operation: 'initiate',
    idempotencyKey: nextKey(),
    body: bodyOf(hot),
  }));
  request.headers = HEADERS;
  request.body = JSON.stringify({ commands });
  return request;
}

function nextKey(): string {
  sent += 1;
  return `bench-${process.pid}-${sent}`;
}

function bodyOf(hot: boolean) {
  const who = hot ? 0 : sent % 100_000;
  return {
    orderId: `order-${sent}`,
    merchantId: `merchant-${who}`,
    customerId: `customer-${who}`,
    amount: { amount: '1050', currency: 'EUR' },
    provider: 'stripe',
    method: { kind: 'card', token: 'pm_card_visa' },
    intent: 'initiate',
  };
}
