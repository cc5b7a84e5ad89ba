import { randomUUID } from 'node:crypto';
import type { Append, EventStore, Position } from '#event-store';
import { eventIdOf, idOf } from '#event-store';
import { Money } from '#money';
import { paymentStream, type PaymentEvent } from '#payments';
import { assessed, authorised, captured, initiated } from '../../test/support/payment-events.js';
import { jsonOf } from '../../test/support/postgres-views.js';

const MERCHANTS = 50;
const CUSTOMERS = 1_000;
/** Payments that go on side by side, so that no batch of a view has two events of one. */
export const WIDE = 1_000;

/** One card payment from its beginning to its fee. */
function paymentOf(index: number): readonly PaymentEvent[] {
  const paymentId = randomUUID();
  const amount = Money.of(BigInt(100 + ((index * 7919) % 50_000)), 'EUR');
  const at = new Date().toISOString();
  const fixed = { paymentId, amount, reference: `ch_${paymentId}` };
  const hold = { paymentId, authorisationId: 'a1', amount, requestedAt: at };
  const taking = { paymentId, captureId: 'c1', amount, final: true, requestedAt: at };
  const fee = { paymentId, captureId: 'c1', fee: Money.of(30n, 'EUR'), recordedAt: at };
  const begun = {
    ...{ paymentId, amount, orderId: `order-${index}`, initiatedAt: at, occurredAt: at },
    merchantId: `merchant-${index % MERCHANTS}`,
    customerId: `customer-${index % CUSTOMERS}`,
  };
  return [
    initiated(begun),
    assessed('approve', { paymentId, assessedAt: at }),
    { type: 'AuthorisationRequested', data: hold },
    { ...authorised(), data: { ...authorised().data, ...fixed, authorisedAt: at } } as PaymentEvent,
    { type: 'CaptureRequested', data: taking },
    { ...captured('c1', '1'), data: { ...captured('c1', '1').data, ...fixed, capturedAt: at } },
    { type: 'ProviderFeeRecorded', data: fee },
  ] as readonly PaymentEvent[];
}

const METADATA = {
  ...{ client: 'shop', actor: 'service:shop', schemaVersion: 1 },
  correlationId: 'order-7',
  causationId: '9d4e6a1c-0000-4000-8000-000000000002',
};

/** Steps of payments, one of each of many payments after the other. */
export function* stepsOf(payments: number): Generator<readonly Append[]> {
  for (let from = 0; from < payments; from += WIDE) {
    const count = Math.min(WIDE, payments - from);
    const histories = Array.from({ length: count }, (_, index) => paymentOf(from + index));
    const steps = histories[0]?.length ?? 0;
    for (let step = 0; step < steps; step += 1) {
      yield histories.map((history) => appendOf(history[step] as PaymentEvent, step));
    }
  }
}

function appendOf({ type, data }: PaymentEvent, step: number): Append {
  const id = eventIdOf(idOf('bench', data.paymentId), step);
  return {
    stream: paymentStream(data.paymentId),
    events: [{ id, type, data: jsonOf(data), metadata: METADATA }],
    expectedRevision: step === 0 ? 'no-stream' : BigInt(step - 1),
  };
}

/** @returns where the last event is. */
export async function fillPayments(store: EventStore, payments: number): Promise<Position> {
  let last: Position = { commit: 0n, prepare: 0n };
  for (const appends of stepsOf(payments)) {
    for (const appended of await store.appendEach(appends)) {
      if (appended instanceof Error) throw appended;
      last = appended.position;
    }
  }
  return last;
}
