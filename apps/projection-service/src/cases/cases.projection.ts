import {
  CASE_EVENT_TYPES,
  CASE_STREAM_PREFIX,
  evolveCase,
  evolveDesk,
  NO_CASE,
  NO_DESK,
  upcastCase,
  type Case,
  type CaseEvent,
  type Desk,
} from '#cases';
import { linkOf } from '#event-shapes';
import type { RecordedEvent } from '#event-store';
import { evidenceAfter, isFraud, LABEL_EVENTS, NO_EVIDENCE } from '#fraud';
import {
  ENDING_EVENTS,
  isPaymentEventType,
  PAYMENT_EVENT_TYPES,
  PAYMENT_STREAM_PREFIX,
  upcast,
  verdictGroundsOf,
  type EventOf,
  type PaymentEvent,
} from '#payments';
import { defineProjection, each, rowsOf, type Plain, type View } from '#projections';
import { CASE_VIEW_5_TABLES } from '../../migrations/1795230000022-create-case-view-5.js';
import { clientOf } from '../recorded.js';
import { amountAtRisk } from './at-risk.js';
import { PaymentCase } from './payment-case.entity.js';

type Row = Plain<PaymentCase>;

/** Payments under review, with what an analyst needs to decide, and who works on which. */
export const caseView = defineProjection<PaymentEvent | CaseEvent>({
  name: 'case-view-5',
  streamPrefixes: [PAYMENT_STREAM_PREFIX, CASE_STREAM_PREFIX],
  rows: [PaymentCase],
  tables: CASE_VIEW_5_TABLES,
  upcast: (type, data) => (isPaymentEventType(type) ? upcast(type, data) : upcastCase(type, data)),
  reads: (recorded) => [rowsOf(PaymentCase, 'paymentId', paymentIdOf(recorded))],
  on: {
    ...each(PAYMENT_EVENT_TYPES, 'ignored'),
    ...each(LABEL_EVENTS, change),
    ...each(ENDING_EVENTS, change),
    ...each(CASE_EVENT_TYPES, work),
    PaymentInitiated: begin,
    PaymentRerouted: ({ data: { paymentId, provider } }, view) => {
      view.put(PaymentCase, { ...rowOf(paymentId, view), provider });
    },
    RiskAssessed: recordRisk,
  },
});

function paymentIdOf({ stream }: RecordedEvent): string {
  const prefix = stream.startsWith(CASE_STREAM_PREFIX) ? CASE_STREAM_PREFIX : PAYMENT_STREAM_PREFIX;
  return stream.slice(prefix.length);
}

function begin({ data }: EventOf<'PaymentInitiated'>, view: View, recorded: RecordedEvent): void {
  const { paymentId, orderId, merchantId, customerId, provider, amount, occurredAt } = data;
  view.put(PaymentCase, {
    paymentId,
    ...NO_CASE,
    openedAt: null,
    dueAt: null,
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
    ...scored(null, amount),
    analyst: null,
    desk: null,
    ...UNWORKED,
    card: linkIn(data.card?.fingerprint ?? null),
    deviceId: linkIn(data.deviceId),
    evidence: null,
    fraud: null,
  });
}

/** Cards and devices are only ever compared; of sealed ones the row has what equal ones share. */
function linkIn(text: string | null): string | null {
  return text === null ? null : linkOf(text);
}

function recordRisk({ data }: EventOf<'RiskAssessed'>, view: View): void {
  const { stage, score, verdict, reasons, modelVersion, degraded, assessedAt } = data;
  const { rules } = verdictGroundsOf(data);
  const risk = { stage, score, verdict, reasons, modelVersion, degraded, assessedAt, rules };
  const row = rowOf(data.paymentId, view);
  if (row.status === 'none') {
    const amount = { minorUnits: BigInt(row.amount), currency: row.currency };
    view.put(PaymentCase, { ...row, risk, ...scored(score, amount) });
  } else view.put(PaymentCase, { ...row, lateRisk: risk });
}

const NOT_SCORED = -1;

type Amount = Parameters<typeof amountAtRisk>[0];

function scored(score: number | null, amount: Amount): Pick<Row, 'score' | 'rank' | 'atRisk'> {
  const rank = score === null ? NOT_SCORED : Math.round(score * 1_000_000);
  return { score, rank, atRisk: amountAtRisk(amount, score).toString() };
}

/** What an event says of the case, and of whether its payment was fraud. */
function change(event: PaymentEvent, view: View, { position }: RecordedEvent): void {
  const row = rowOf(event.data.paymentId, view);
  const known = caseOf(row);
  const next = evolveCase(known, event);
  const said = saidBy(event, row);
  if (next === known && said === null) return;
  const { openedAt, dueAt, endedAt, ...rest } = next;
  const opened = row.opened ?? (next.status === 'none' ? null : position.commit.toString());
  view.put(PaymentCase, {
    ...row,
    ...rest,
    opened,
    analyst: next.decision?.analyst ?? null,
    openedAt: dateOf(openedAt),
    dueAt: dateOf(dueAt),
    endedAt: dateOf(endedAt),
    // A decided case is no work any more; what was said of it stays in its desk.
    ...(next.status === 'open' ? {} : UNWORKED),
    ...said,
  });
}

/** Null when it says nothing new of whether the payment was fraud. */
function saidBy(event: PaymentEvent, row: Row): Pick<Row, 'evidence' | 'fraud'> | null {
  const known = row.evidence ?? NO_EVIDENCE;
  const evidence = evidenceAfter(known, event);
  return evidence === known ? null : { evidence, fraud: isFraud(evidence) };
}

/** What the desk is searched by. */
type Worked = Pick<Row, 'leasedBy' | 'leasedUntil' | 'snoozedUntil' | 'assignee' | 'escalatedAt'>;

const UNWORKED: Worked = {
  leasedBy: null,
  leasedUntil: null,
  snoozedUntil: null,
  assignee: null,
  escalatedAt: null,
};

function work(event: CaseEvent, view: View): void {
  const row = rowOf(event.data.paymentId, view);
  const desk = evolveDesk(row.desk ?? NO_DESK, event);
  view.put(PaymentCase, { ...row, desk, ...(row.status === 'open' ? workOf(desk) : {}) });
}

function workOf({ lease, snooze, assignment, escalation }: Desk): Worked {
  return {
    ...UNWORKED,
    ...(lease && { leasedBy: lease.analyst, leasedUntil: dateOf(lease.expiresAt) }),
    ...(snooze && { snoozedUntil: dateOf(snooze.until) }),
    ...(assignment && { assignee: assignment.assignee }),
    ...(escalation && { escalatedAt: dateOf(escalation.escalatedAt) }),
  };
}

function rowOf(paymentId: string, view: View): Row {
  const row = view.find(PaymentCase, { paymentId });
  if (!row) throw new RangeError(`payment ${paymentId} was never initiated`);
  return row;
}

/** The case as the rules see it. */
function caseOf({ status, reason, openedAt, dueAt, decision, endedAt }: Row): Case {
  return {
    status,
    reason,
    openedAt: openedAt?.toISOString() ?? null,
    dueAt: dueAt?.toISOString() ?? null,
    decision,
    endedAt: endedAt?.toISOString() ?? null,
  };
}

function dateOf(instant: string | null): Date | null {
  return instant === null ? null : new Date(instant);
}
