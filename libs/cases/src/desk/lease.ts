import type { Instant } from '#payments';
import { leaseAt, type Desk, type Lease } from './desk.js';
import { CaseError } from './errors.js';
import type { CaseLeased, CaseLeaseExtended, CaseLeaseReleased } from './events.js';

/** Who does something to which case, and when. */
export type At = { readonly paymentId: string; readonly analyst: string; readonly now: Instant };

/**
 * A decision holds its case for at least so long: what it asks of the payment's own stream is
 * recorded by then, and no other analyst was given the case meanwhile.
 */
export const DECISION_LEASE_MS = 60_000;

/**
 * Gives a free case to an analyst.
 *
 * @throws CaseError `case-leased` when anybody has it; `case-changed` when it was put off, or is
 *   another analyst's work, which who proposed it did not know.
 */
export function takeFree(
  { forMs, ...at }: At & { readonly forMs: number },
  desk: Desk,
): CaseLeased[] {
  const held = leaseAt(desk, at.now);
  if (held) throw leasedBy(held);
  const { snooze, assignment } = desk;
  const isPutOff = snooze !== null && snooze.until > at.now;
  const isOthers = assignment !== null && assignment.assignee !== at.analyst;
  if (isPutOff || isOthers) throw changedSince(desk);
  return [leased(at, forMs)];
}

/**
 * Gives a case to an analyst, or lets one who has it keep it for so long from now on; never for
 * less than before.
 *
 * @throws CaseError `case-leased` when another analyst has it.
 */
export function takeOrExtend(
  { forMs, ...at }: At & { readonly forMs: number },
  desk: Desk,
): (CaseLeased | CaseLeaseExtended)[] {
  const own = ownLease(at, desk);
  return own ? extended(at, own, forMs) : [leased(at, forMs)];
}

/** @throws CaseError `case-leased` when another analyst has it; nothing of a free one. */
export function release(at: At, desk: Desk): CaseLeaseReleased[] {
  const { paymentId, analyst, now } = at;
  if (!ownLease(at, desk)) return [];
  return [{ type: 'CaseLeaseReleased', data: { paymentId, analyst, releasedAt: now } }];
}

/**
 * Holds a case for the decision that follows at once.
 *
 * @param expectedRevision what the analyst saw; null: any.
 * @throws CaseError `case-leased`, `case-changed`, with who did what and when.
 */
export function holdToDecide(
  { expectedRevision, ...at }: At & { readonly expectedRevision: number | null },
  desk: Desk,
): (CaseLeased | CaseLeaseExtended)[] {
  const own = ownLease(at, desk);
  if (expectedRevision !== null && expectedRevision !== desk.revision) throw changedSince(desk);
  return own ? extended(at, own, DECISION_LEASE_MS) : [leased(at, DECISION_LEASE_MS)];
}

/** The analyst's own lease. @throws CaseError `case-leased` when it is another's. */
export function ownLease({ analyst, now }: Omit<At, 'paymentId'>, desk: Desk): Lease | null {
  const held = leaseAt(desk, now);
  if (held && held.analyst !== analyst) throw leasedBy(held);
  return held;
}

function leased({ paymentId, analyst, now }: At, forMs: number): CaseLeased {
  const expiresAt = after(now, forMs);
  return { type: 'CaseLeased', data: { paymentId, analyst, leasedAt: now, expiresAt } };
}

function extended({ paymentId, analyst, now }: At, own: Lease, forMs: number): CaseLeaseExtended[] {
  const expiresAt = after(now, forMs);
  if (expiresAt <= own.expiresAt) return [];
  return [{ type: 'CaseLeaseExtended', data: { paymentId, analyst, extendedAt: now, expiresAt } }];
}

function after(now: Instant, ms: number): Instant {
  return new Date(Date.parse(now) + ms).toISOString();
}

function leasedBy({ analyst, leasedAt, expiresAt }: Lease): CaseError {
  return new CaseError('case-leased', { leasedBy: analyst, leasedAt, expiresAt });
}

function changedSince({ revision, changed }: Desk): CaseError {
  return new CaseError('case-changed', {
    revision: String(revision),
    ...(changed && { change: changed.what, changedBy: changed.by, changedAt: changed.at }),
  });
}
