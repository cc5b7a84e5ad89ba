import { evolveCase, NO_CASE, type Case } from '#cases';
import type { RecordedEvent } from '#event-store';
import {
  ENDING_EVENTS,
  PAYMENT_EVENT_TYPES,
  PAYMENT_STREAM_PREFIX,
  upcast,
  verdictGroundsOf,
  type EventOf,
  type PaymentEvent,
} from '#payments';
import { defineProjection, each, rowsOf, type Plain, type View } from '#projections';
import { CASE_VIEW_4_TABLES } from '../../migrations/1795230000015-create-case-view-4.js';
import { clientOf, paymentIdOf } from '../recorded.js';
import { PaymentCase } from './payment-case.entity.js';

/** Payments under review, with what an analyst needs to decide. */
export const caseView = defineProjection<PaymentEvent>({
  name: 'case-view-4',
  streamPrefixes: [PAYMENT_STREAM_PREFIX],
  rows: [PaymentCase],
  tables: CASE_VIEW_4_TABLES,
  upcast,
  reads: (recorded) => [rowsOf(PaymentCase, 'paymentId', paymentIdOf(recorded))],
  on: {
    ...each(PAYMENT_EVENT_TYPES, 'ignored'),
    ...each(ENDING_EVENTS, change),
    PaymentInitiated: begin,
    PaymentRerouted: ({ data: { paymentId, provider } }, view) => {
      view.put(PaymentCase, { ...rowOf(paymentId, view), provider });
    },
    RiskAssessed: recordRisk,
    PaymentHeldForReview: change,
    ReviewApproved: change,
    ReviewRejected: change,
  },
});

function begin({ data }: EventOf<'PaymentInitiated'>, view: View, recorded: RecordedEvent): void {
  const { paymentId, orderId, merchantId, customerId, provider, amount, occurredAt } = data;
  view.put(PaymentCase, {
    paymentId,
    ...NO_CASE,
    openedAt: null,
    endedAt: null,
    opened: null,
    client: clientOf(recorded),
    orderId,
    merchantId,
    customerId,
    provider,
    currency: amount.currency,
    amount: amount.minorUnits.toString(),
    occurredAt: new Date(occurredAt),
    risk: null,
    lateRisk: null,
    ...rankOf(null),
    analyst: null,
  });
}

function recordRisk({ data }: EventOf<'RiskAssessed'>, view: View): void {
  const { stage, score, verdict, reasons, modelVersion, degraded, assessedAt } = data;
  const { rules } = verdictGroundsOf(data);
  const risk = { stage, score, verdict, reasons, modelVersion, degraded, assessedAt, rules };
  const row = rowOf(data.paymentId, view);
  if (row.status === 'none') view.put(PaymentCase, { ...row, risk, ...rankOf(score) });
  else view.put(PaymentCase, { ...row, lateRisk: risk });
}

const NOT_SCORED = -1;

function rankOf(score: number | null): Pick<PaymentCase, 'score' | 'rank'> {
  return { score, rank: score === null ? NOT_SCORED : Math.round(score * 1_000_000) };
}

function change(event: PaymentEvent, view: View, { position }: RecordedEvent): void {
  const row = rowOf(event.data.paymentId, view);
  const known = caseOf(row);
  const next = evolveCase(known, event);
  if (next === known) return;
  const { openedAt, endedAt, ...rest } = next;
  const opened = row.opened ?? (next.status === 'none' ? null : position.commit.toString());
  view.put(PaymentCase, {
    ...row,
    ...rest,
    opened,
    analyst: next.decision?.analyst ?? null,
    openedAt: openedAt === null ? null : new Date(openedAt),
    endedAt: endedAt === null ? null : new Date(endedAt),
  });
}

function rowOf(paymentId: string, view: View): Plain<PaymentCase> {
  const row = view.find(PaymentCase, { paymentId });
  if (!row) throw new RangeError(`payment ${paymentId} was never initiated`);
  return row;
}

/** The case as the rules see it. */
function caseOf({ status, reason, openedAt, decision, endedAt }: Plain<PaymentCase>): Case {
  return {
    status,
    reason,
    openedAt: openedAt?.toISOString() ?? null,
    decision,
    endedAt: endedAt?.toISOString() ?? null,
  };
}
