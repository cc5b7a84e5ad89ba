import { RemoteEventStore, comparePositions, parsePosition, type Position } from '#event-store';
import { API_KEY, type LedgerSystem } from './ledger-system.js';

const BATCH = 500;

export type Drain = {
  readonly payments: number;
  /** Recorded and answered. */
  readonly accepted_per_s: number;
  /** Authorised and captured at the provider. */
  readonly applied_per_s: number;
  /** Visible in every view. */
  readonly projected_per_s: number;
  /** From the last answer until every view shows everything. */
  readonly drain_ms: number;
};

/** Sends payments that go all the way in batches, and waits until nothing is left to do. */
export async function drain(system: LedgerSystem, payments: number): Promise<Drain> {
  const store = RemoteEventStore.connect(system.eventStoreUrl);
  try {
    const startMs = performance.now();
    await Promise.all(
      Array.from({ length: Math.ceil(payments / BATCH) }, (_, index) => send(system, index)),
    );
    const acceptedMs = performance.now();
    const last = await untilCaptured(store, payments);
    const appliedMs = performance.now();
    await untilProjected(system, last);
    const projectedMs = performance.now();
    const perS = (endMs: number): number => Math.round((payments * 1000) / (endMs - startMs));
    return {
      payments,
      accepted_per_s: perS(acceptedMs),
      applied_per_s: perS(appliedMs),
      projected_per_s: perS(projectedMs),
      drain_ms: Math.round(projectedMs - acceptedMs),
    };
  } finally {
    await store.close();
  }
}

async function send({ commandUrl }: LedgerSystem, batch: number): Promise<void> {
  const commands = Array.from({ length: BATCH }, (_, index) => ({
    operation: 'initiate',
    idempotencyKey: `drain-${process.pid}-${batch}-${index}`,
    body: {
      orderId: `order-${batch}-${index}`,
      merchantId: `merchant-${index}`,
      customerId: `customer-${batch}-${index}`,
      amount: { amount: '1050', currency: 'EUR' },
      provider: 'stripe',
      method: { kind: 'card', token: 'pm_card_visa' },
      intent: 'capture',
    },
  }));
  const response = await fetch(`${commandUrl}/v1/batch`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${API_KEY}` },
    body: JSON.stringify({ commands }),
  });
  if (!response.ok) throw new Error(`batch refused: ${await response.text()}`);
}

async function untilCaptured(store: RemoteEventStore, payments: number): Promise<Position> {
  const subscription = store.subscribe({ after: 'start', streamPrefixes: ['payment-'] });
  let captured = 0;
  try {
    for await (const message of subscription) {
      if (message.kind !== 'event' || message.event.type !== 'PaymentCaptured') continue;
      captured += 1;
      if (captured === payments) return message.event.position;
    }
  } finally {
    await subscription.close();
  }
  throw new Error('the event store ended the subscription');
}

async function untilProjected({ queryUrl }: LedgerSystem, last: Position): Promise<void> {
  for (;;) {
    const headers = { authorization: `Bearer ${API_KEY}-desk` };
    const response = await fetch(`${queryUrl}/v1/views`, { headers });
    const { items } = (await response.json()) as { items: { position: string }[] };
    const behind = items.some(
      ({ position }) => comparePositions(parsePosition(position), last) < 0,
    );
    if (!behind) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
