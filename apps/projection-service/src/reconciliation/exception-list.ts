import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { Money, type MoneyJson } from '#money';
import type { Plain } from '#projections';
import {
  ageBucketOf,
  dueAfterMs,
  exceptionIdOf,
  severityOf,
  SEVERITY_STEPS,
  type Severity,
} from '#reconciliation';
import type { Exportable } from '../lists/exports.js';
import type { Order } from '../lists/page.js';
import type { ExceptionsQuery } from './exceptions.request.js';
import type { ExceptionResponse } from './exceptions.response.js';
import { RECONCILIATION_SCHEMA, ReconciliationMatch } from './reconciliation.entity.js';

type Row = Plain<ReconciliationMatch>;

const DAY_MS = 86_400_000;

/** What an object is about never changes, so that it stays in its place. */
export const EXCEPTION_ORDER: Order<ReconciliationMatch> = {
  by: ['opened', 'reference', 'kind', 'provider'],
  direction: 'ASC',
};

/** Those that a query asks for, the longest known first. */
export function exceptionsFor(
  query: ExceptionsQuery,
  now: Date,
): (manager: EntityManager) => SelectQueryBuilder<ReconciliationMatch> {
  return (manager) => {
    const rows = manager
      .createQueryBuilder(ReconciliationMatch, 'row')
      .where(`${KIND_NOW} IS NOT NULL`)
      .andWhere(BANK_IS_KEPT)
      .setParameter('now', now);
    narrowByBooks(rows, query);
    narrowByWork(rows, query);
    narrowByAge(rows, query, now);
    return rows;
  };
}

/** An object is what it is at once, or what it is when all should be there. */
const KIND_NOW = `(CASE WHEN row.dueAt < :now THEN row.exception ELSE row.freshException END)`;

/** No payout is missed at a bank whose lines are not imported. */
const BANK_IS_KEPT = `(row.exception IS DISTINCT FROM 'missing-at-bank' OR EXISTS (
  SELECT 1 FROM ${RECONCILIATION_SCHEMA}.reconciliation_bank_line line
  WHERE line.currency = row.currency))`;

/** What came to an object after it was written off is not written off. */
const IS_OF_ANOTHER_AMOUNT = `(
  row.work #>> '{resolved,resolution,from}' IS NOT NULL
  AND (row.work #>> '{resolved,resolution,amount,amount}' <> row.stake::text
    OR row.work #>> '{resolved,resolution,amount,currency}' <> row.currency)
)`;

type Rows = SelectQueryBuilder<ReconciliationMatch>;

function narrowByBooks(
  rows: Rows,
  { kind, provider, currency, amountMin, amountMax }: ExceptionsQuery,
): void {
  if (kind !== undefined) rows.andWhere(`${KIND_NOW} = :kind`, { kind });
  if (provider !== undefined) rows.andWhere('row.provider = :provider', { provider });
  if (currency !== undefined) rows.andWhere('row.currency = :currency', { currency });
  if (amountMin !== undefined) rows.andWhere('row.stake >= :amountMin', { amountMin });
  if (amountMax !== undefined) rows.andWhere('row.stake <= :amountMax', { amountMax });
}

function narrowByWork(rows: Rows, { state, assignee }: ExceptionsQuery): void {
  if (state === undefined) rows.andWhere(`(row.state <> 'resolved' OR ${IS_OF_ANOTHER_AMOUNT})`);
  else rows.andWhere('row.state = :state', { state });
  if (assignee !== undefined) rows.andWhere('row.assignee = :assignee', { assignee });
}

function narrowByAge(
  rows: Rows,
  { severity, daysMin, from, to }: ExceptionsQuery,
  now: Date,
): void {
  if (severity !== undefined) narrowBySeverity(rows, severity, now);
  if (daysMin !== undefined) {
    rows.andWhere('row.movedAt <= :oldest', { oldest: before(now, daysMin * DAY_MS) });
  }
  if (from !== undefined) rows.andWhere('row.movedAt >= :from', { from });
  if (to !== undefined) rows.andWhere('row.movedAt < :to', { to });
}

/** At least as bad as asked for, and not as bad as the next. */
function narrowBySeverity(rows: Rows, severity: Severity, now: Date): void {
  const index = SEVERITY_STEPS.findIndex((step) => step.severity === severity);
  const [step, worse] = [SEVERITY_STEPS[index], SEVERITY_STEPS[index - 1]];
  if (step) {
    const [least, old] = [step.units.toString(), before(now, step.ageMs)];
    rows.andWhere('(row.units >= :least OR row.movedAt <= :old)', { least, old });
  }
  if (worse) {
    const [most, older] = [worse.units.toString(), before(now, worse.ageMs)];
    rows.andWhere('row.units < :most AND row.movedAt > :older', { most, older });
  }
}

function before(now: Date, ms: number): Date {
  return new Date(now.getTime() - ms);
}

/** A row as callers see it; null: it is no exception now. */
export function exceptionResponse(row: Row, now: Date): Plain<ExceptionResponse> {
  const { provider, paymentId, units, movedAt, state, assignee, work } = row;
  const ageMs = now.getTime() - movedAt.getTime();
  const dueAt = new Date(movedAt.getTime() + dueAfterMs(BigInt(units))).toISOString();
  return {
    exceptionId: exceptionIdOf(row),
    kind: kindNow(row, now) ?? '',
    state,
    provider,
    paymentId,
    atStake: stakeOf(row),
    since: movedAt.toISOString(),
    ageDays: ageBucketOf(ageMs),
    severity: severityOf(BigInt(units), ageMs),
    dueAt,
    isOverdue: state !== 'resolved' && dueAt <= now.toISOString(),
    assignee,
    revision: work?.revision ?? 0,
  };
}

/** Null: it is no exception now. */
export function kindNow({ dueAt, exception, freshException }: Row, now: Date): string | null {
  return dueAt < now ? exception : freshException;
}

export function stakeOf({ stake, currency }: Pick<Row, 'stake' | 'currency'>): MoneyJson | null {
  return stake === null || currency === null ? null : { amount: stake, currency };
}

export function exceptionExport(
  now: Date,
): Exportable<ReconciliationMatch, Plain<ExceptionResponse>> {
  const said = (row: Row) => exceptionResponse(row, now);
  return {
    view: 'reconciliation',
    name: 'exceptions',
    item: said,
    columns: {
      exceptionId: exceptionIdOf,
      kind: (row) => said(row).kind,
      state: ({ state }) => state,
      provider: ({ provider }) => provider,
      paymentId: ({ paymentId }) => paymentId,
      currency: ({ currency }) => currency,
      atStakeMinor: ({ stake }) => stake,
      atStake: ({ stake, currency }) =>
        stake === null || currency === null ? null : Money.of(BigInt(stake), currency).toDecimal(),
      since: (row) => said(row).since,
      ageDays: (row) => said(row).ageDays,
      severity: (row) => said(row).severity,
      dueAt: (row) => said(row).dueAt,
      assignee: ({ assignee }) => assignee,
    },
  };
}
