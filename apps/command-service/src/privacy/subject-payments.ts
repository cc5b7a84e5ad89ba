import { Injectable } from '@nestjs/common';
import { EventStore } from '#event-store';
import {
  openContradictions,
  openPromises,
  PAYMENT_STREAM_PREFIX,
  statusOf,
  type Payment,
  type PaymentStatus,
} from '#payments';
import { PaymentStreams, type LoadedPayment } from '../payment/payment-streams.js';

export type Subject = { readonly client: string; readonly customerId: string };

/** Where a payment stands while its money still moves by itself, or may. */
const MOVING: ReadonlySet<PaymentStatus> = new Set([
  'held',
  'authorising',
  'payer-action-required',
  'authorised',
  'capturing',
  'partially-captured',
]);

/** The payments of one customer. */
@Injectable()
export class SubjectPayments {
  constructor(
    private readonly eventStore: EventStore,
    private readonly streams: PaymentStreams,
  ) {}

  /** Reads the whole store: such questions are rare, an index costs every payment. */
  async of({ client, customerId }: Subject): Promise<LoadedPayment[]> {
    const found: LoadedPayment[] = [];
    const payments = this.eventStore.readAll({ streamPrefixes: [PAYMENT_STREAM_PREFIX] });
    for await (const { type, data, metadata, stream } of payments) {
      if (type !== 'PaymentInitiated' || metadata['client'] !== client) continue;
      const named = (data as { readonly customerId?: unknown }).customerId;
      if (named !== customerId) continue;
      found.push(await this.streams.load(stream.slice(PAYMENT_STREAM_PREFIX.length)));
    }
    return found;
  }
}

/** Whether money of it is under way, held or contested: then its words are still needed. */
export function isMoneyOpen(payment: Payment): boolean {
  const isContested = [...payment.disputes.values()].some(({ closedAt }) => closedAt === null);
  const isDoubted = openContradictions(payment).length > 0 || payment.unknown.size > 0;
  if (isContested || isDoubted || openPromises(payment).length > 0) return true;
  return MOVING.has(statusOf(payment));
}
