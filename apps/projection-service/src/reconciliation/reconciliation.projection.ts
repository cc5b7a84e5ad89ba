import type { RecordedEvent } from '#event-store';
import type { Money } from '#money';
import {
  isPaymentEventType,
  MONEY_EVENTS,
  PAYMENT_EVENT_TYPES,
  PAYMENT_STREAM_PREFIX,
  PAYOUT_STREAM_PREFIX,
  upcast,
  upcastPayout,
  type PaymentEvent,
  type PayoutRecorded,
  type ProviderName,
} from '#payments';
import { defineProjection, each, rowsOf, type Read, type View } from '#projections';
import {
  adjustmentsBetween,
  BANK_STREAM_PREFIX,
  PROVIDER_BALANCE_STREAM_PREFIX,
  upcastBank,
  upcastProviderBalance,
  type BankEvent,
  type ProviderBalanceReported,
  type SettlementLine,
  EXCEPTION_EVENT_TYPES,
  EXCEPTION_STREAM_PREFIX,
  evolveWork,
  exceptionKeyOf,
  isExceptionEventType,
  upcastException,
  type ExceptionEvent,
  evolveMovementContext,
  SETTLEMENT_STREAM_PREFIX,
  totalsOf,
  toldBy,
  upcastSettlement,
  withLine,
  withTold,
  type MovementContext,
  type SettlementEvent,
  type SettlementLineRecorded,
  type SettlementLineSetAside,
} from '#reconciliation';
import { RECONCILIATION_VIEW_4_TABLES } from '../../migrations/1795240000000-create-reconciliation-view-4.js';
import { disputeOf, matchReads, paymentOfLine } from '../match-reads.js';
import { followsOfLeg, readsOfLeg, recordInLeg, recordPayoutLine } from './bank-leg.js';
import {
  BankGroup,
  BankReference,
  ReconciliationBankLine,
  ReconciliationDay,
  ReconciliationPayout,
  ReconciliationReported,
} from './bank-leg.entity.js';
import { emptyRow, matchOf, rowWith } from './match-row.js';
import { workJson, workOf } from './work-json.js';
import {
  ReconciliationMatch,
  ReconciliationPayment,
  ReconciliationTotal,
} from './reconciliation.entity.js';

type Told =
  | PaymentEvent
  | PayoutRecorded
  | SettlementEvent
  | BankEvent
  | ExceptionEvent
  | ProviderBalanceReported;

/** What we captured and refunded against what the providers' books say, and payouts at the bank. */
export const reconciliationView = defineProjection<Told>({
  name: 'reconciliation-view-4',
  streamPrefixes: [
    PAYMENT_STREAM_PREFIX,
    PAYOUT_STREAM_PREFIX,
    SETTLEMENT_STREAM_PREFIX,
    BANK_STREAM_PREFIX,
    EXCEPTION_STREAM_PREFIX,
    PROVIDER_BALANCE_STREAM_PREFIX,
  ],
  listPrefixes: [SETTLEMENT_STREAM_PREFIX, BANK_STREAM_PREFIX],
  rows: [
    ...[ReconciliationMatch, ReconciliationTotal, ReconciliationPayment],
    ...[BankGroup, BankReference, ReconciliationPayout, ReconciliationBankLine],
    ...[ReconciliationDay, ReconciliationReported],
  ],
  tables: RECONCILIATION_VIEW_4_TABLES,
  upcast: (type, data) => {
    if (isPaymentEventType(type)) return upcast(type, data);
    if (isExceptionEventType(type)) return upcastException(type, data);
    if (type === 'PayoutRecorded') return upcastPayout(type, data);
    if (type === 'BankLineRecorded') return upcastBank(type, data);
    if (type === 'ProviderBalanceReported') return upcastProviderBalance(type, data);
    return upcastSettlement(type, data);
  },
  reads: readsOf,
  follows: followsOfLeg,
  on: {
    ...each(PAYMENT_EVENT_TYPES, 'ignored'),
    ...each(MONEY_EVENTS, record),
    // These move nothing, and say where the lines of later events will be found.
    PaymentInitiated: follow,
    PaymentRerouted: follow,
    DisputeOpened: follow,
    SettlementLineRecorded: recordLine,
    SettlementLineSetAside: recordSetAside,
    PayoutRecorded: recordInLeg,
    BankLineRecorded: recordInLeg,
    ProviderBalanceReported: recordReported,
    ...each(EXCEPTION_EVENT_TYPES, work),
  },
});

function readsOf(recorded: RecordedEvent): Read[] {
  const { exceptionId } = recorded.data as { readonly exceptionId?: string };
  if (recorded.stream.startsWith(EXCEPTION_STREAM_PREFIX) && exceptionId !== undefined) {
    return [rowsOf(ReconciliationMatch, 'reference', exceptionKeyOf(exceptionId).reference)];
  }
  if (!SIDES.some((prefix) => recorded.stream.startsWith(prefix))) return readsOfLeg(recorded);
  const tables = { payments: ReconciliationPayment, matches: ReconciliationMatch };
  return [...matchReads(recorded, tables), ...readsOfLeg(recorded)];
}

/** Streams whose events are on a side of the leg between our events and the provider's lines. */
const SIDES = [PAYMENT_STREAM_PREFIX, SETTLEMENT_STREAM_PREFIX];

/** What people made of an exception; the books had told of it before. */
function work(event: ExceptionEvent, view: View): void {
  const row = view.find(ReconciliationMatch, exceptionKeyOf(event.data.exceptionId));
  if (!row) return;
  const next = evolveWork(workOf(row), event);
  const assignee = next.assignment?.assignee ?? null;
  view.put(ReconciliationMatch, { ...row, state: next.state, assignee, work: workJson(next) });
}

/** Keeps what the payment's later events need. */
function follow(event: PaymentEvent, view: View): void {
  const { paymentId } = event.data;
  const next = evolveMovementContext(contextOf(paymentId, view), event);
  if (next) view.put(ReconciliationPayment, { paymentId, ...next });
}

/** @throws RangeError for money of a payment that was never initiated. */
function record(event: PaymentEvent, view: View, recorded: RecordedEvent): void {
  const { paymentId } = event.data;
  const context = contextOf(paymentId, view);
  if (!context) throw new RangeError(`payment ${paymentId} was never initiated`);
  const told = toldBy(event, context);
  if (told) {
    const { key } = told;
    const row =
      view.find(ReconciliationMatch, { ...key, paymentId }) ?? emptyRow(key, recorded.position);
    const before = matchOf(row);
    const after = withTold(before, told);
    view.put(ReconciliationMatch, { ...rowWith(row, after), paymentId });
    const dispute = disputeOf(told, view, ReconciliationMatch);
    if (dispute) view.put(ReconciliationMatch, { ...dispute, paymentId });
    const { provider } = key;
    if ('movement' in told) add(provider, 'ourGross', [told.movement.amount], view);
    const fee = 'movement' in told ? told.movement.fee : told.fee;
    const adjusted = feesIn(adjustmentsBetween(before, after));
    add(provider, 'ourFees', fee === null ? adjusted : [fee, ...adjusted], view);
  }
  if (event.type === 'PaymentCaptured') follow(event, view);
}

function recordLine({ data }: SettlementLineRecorded, view: View, recorded: RecordedEvent): void {
  const { provider, kind, reference, lineId } = data;
  const key = { provider, kind, reference };
  const row = view.find(ReconciliationMatch, key) ?? emptyRow(key, recorded.position);
  const before = matchOf(row);
  const after = withLine(before, data);
  if (after === before) return;
  const paymentId = row.paymentId ?? paymentOfLine(data, view, ReconciliationMatch);
  view.put(ReconciliationMatch, { ...rowWith(row, after), paymentId });
  const { gross, fees, paidOut, exchanged, reserved } = totalsOf(data);
  add(provider, 'theirGross', gross, view);
  add(provider, 'theirFees', fees, view);
  add(provider, 'theirPaidOut', paidOut, view);
  add(provider, 'theirExchanged', exchanged, view);
  add(provider, 'theirReserved', reserved, view);
  add(provider, 'ourFees', feesIn(adjustmentsBetween(before, after)), view);
  addToDay(data, view);
  if (kind === 'payout') recordPayoutLine(data, view, recorded);
  const aside = view.find(ReconciliationMatch, setAsideKey(provider, lineId));
  if (aside) {
    const read = {
      status: 'booked',
      overdue: 'booked',
      freshException: null,
      exception: null,
    } as const;
    view.put(ReconciliationMatch, { ...aside, ...read });
  }
}

/** Nothing is known of its money, so it is shown and counted, and added up nowhere. */
function recordSetAside(
  { data }: SettlementLineSetAside,
  view: View,
  recorded: RecordedEvent,
): void {
  const { provider, lineId, at, reason, raw } = data;
  view.put(ReconciliationMatch, {
    ...emptyRow(setAsideKey(provider, lineId), recorded.position),
    status: 'unreadable',
    overdue: 'unreadable',
    freshException: 'unreadable',
    exception: 'unreadable',
    unreadable: { reason, raw },
    movedAt: new Date(at),
  });
}

function setAsideKey(provider: string, reference: string) {
  return { provider, kind: 'unreadable', reference };
}

/** Fees in the journal that no event of ours told. */
function feesIn(adjustments: ReturnType<typeof adjustmentsBetween>): Money[] {
  return adjustments
    .filter(({ purpose }) => purpose === 'fees')
    .map(({ amount }) => amount.negated());
}

/** What a line moved of its provider's balance; its fee may be in another currency. */
function addToDay({ provider, kind, amount, fee, at }: SettlementLine, view: View): void {
  const day = at.slice(0, 10);
  const keyIn = (currency: string) => ({ provider, currency, day, kind });
  view.add(ReconciliationDay, keyIn(amount.currency), 'amount', amount.minorUnits);
  view.add(ReconciliationDay, keyIn(amount.currency), 'lines', 1n);
  if (!fee.isZero) view.add(ReconciliationDay, keyIn(fee.currency), 'fees', fee.minorUnits);
}

function recordReported({ data }: ProviderBalanceReported, view: View): void {
  const { provider, balances } = data;
  for (const { available } of balances) {
    const { currency, minorUnits } = available;
    const asOf = new Date(data.asOf);
    const amount = minorUnits.toString();
    view.put(ReconciliationReported, { provider, currency, asOf, amount });
  }
}

type Sum = Exclude<keyof ReconciliationTotal, 'provider' | 'currency'>;

function add(provider: string, sum: Sum, amounts: readonly Money[], view: View): void {
  for (const { currency, minorUnits } of amounts) {
    view.add(ReconciliationTotal, { provider, currency }, sum, minorUnits);
  }
}

function contextOf(paymentId: string, view: View): MovementContext | null {
  const known = view.find(ReconciliationPayment, { paymentId });
  return known && { provider: known.provider as ProviderName, references: known.references };
}
