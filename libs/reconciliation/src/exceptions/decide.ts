import { assertSecondPerson } from '#governed-change';
import { exponentOf, type Money } from '#money';
import type { Instant } from '#provider-port';
import { ExceptionError } from './errors.js';
import type {
  ExceptionAssigned,
  ExceptionEscalated,
  ExceptionEvidenceAdded,
  ExceptionInvestigated,
  ExceptionNoted,
  ExceptionReopened,
  ExceptionResolutionProposed,
  ExceptionResolutionRefused,
  ExceptionResolved,
  Resolution,
} from './events.js';
import type { ExceptionWork } from './exception.js';

/** Who does something to which exception, and when. */
export type Acting = {
  readonly exceptionId: string;
  readonly person: string;
  readonly now: Instant;
  /** The revision that the person saw; null: any. */
  readonly expectedRevision: number | null;
  /** From when on the books are open; null while no period is closed. */
  readonly openFrom: Instant | null;
};

/** An exception that is named as the other side of a manual match. */
export type OtherSide = {
  readonly exceptionId: string;
  /** Null where it is unknown. */
  readonly atStake: Money | null;
  readonly work: ExceptionWork;
};

const NOTES_MAX = 200;
const EVIDENCE_MAX = 10;

/** @throws ExceptionError `exception-changed`, `exception-resolved`. */
export function assignException(
  acting: Acting & { readonly assignee: string },
  work: ExceptionWork,
): ExceptionAssigned[] {
  const { exceptionId, person: assignedBy, now: assignedAt, assignee } = acting;
  assertUnresolved(acting, work);
  if (work.assignment?.assignee === assignee) return [];
  return [{ type: 'ExceptionAssigned', data: { exceptionId, assignee, assignedBy, assignedAt } }];
}

/** @throws ExceptionError `exception-changed`, `exception-resolved`. */
export function investigateException(acting: Acting, work: ExceptionWork): ExceptionInvestigated[] {
  const { exceptionId, person: investigatedBy, now: investigatedAt } = acting;
  assertUnresolved(acting, work);
  if (work.state === 'investigating') return [];
  return [{ type: 'ExceptionInvestigated', data: { exceptionId, investigatedBy, investigatedAt } }];
}

/** @throws ExceptionError `exception-changed`, `exception-notes-full`. */
export function noteException(
  acting: Acting & { readonly note: string },
  work: ExceptionWork,
): ExceptionNoted[] {
  const { exceptionId, person: notedBy, now: notedAt, note } = acting;
  assertSeen(acting, work);
  if (work.notes.length >= NOTES_MAX) throw new ExceptionError('exception-notes-full');
  return [{ type: 'ExceptionNoted', data: { exceptionId, note, notedBy, notedAt } }];
}

type File = Pick<
  ExceptionEvidenceAdded['data'],
  'name' | 'mediaType' | 'contentHash' | 'contentBase64'
>;

/**
 * The same content again is no second evidence.
 *
 * @throws ExceptionError `exception-changed`, `exception-evidence-full`.
 */
export function addEvidence(
  acting: Acting & { readonly file: File },
  work: ExceptionWork,
): ExceptionEvidenceAdded[] {
  const { exceptionId, person: addedBy, now: addedAt, file } = acting;
  assertSeen(acting, work);
  if (work.evidence.some(({ contentHash }) => contentHash === file.contentHash)) return [];
  if (work.evidence.length >= EVIDENCE_MAX) throw new ExceptionError('exception-evidence-full');
  return [{ type: 'ExceptionEvidenceAdded', data: { exceptionId, ...file, addedBy, addedAt } }];
}

/** @throws ExceptionError `exception-changed`, `exception-resolved`. */
export function escalateException(
  acting: Acting & Pick<ExceptionEscalated['data'], 'reason' | 'note'>,
  work: ExceptionWork,
): ExceptionEscalated[] {
  const { exceptionId, person: escalatedBy, now: escalatedAt, reason, note } = acting;
  assertUnresolved(acting, work);
  if (work.escalation !== null) return [];
  const data = { exceptionId, reason, note, escalatedBy, escalatedAt };
  return [{ type: 'ExceptionEscalated', data }];
}

/**
 * Resolves an exception; a write-off or a manual match above the limit waits for a second person,
 * whichever side of the match is.
 *
 * @param acting.limit in whole units of whichever currency.
 * @throws ExceptionError `exception-changed`, `exception-resolved`, `exception-resolution-waiting`,
 *   `exception-resolution-incomplete`, `exception-match-taken`, `exception-period-closed`.
 */
export function resolveException(
  acting: Acting & {
    readonly resolution: Resolution;
    readonly limit: bigint;
    readonly others: readonly OtherSide[];
  },
  work: ExceptionWork,
): (ExceptionResolutionProposed | ExceptionResolved)[] {
  const { exceptionId, person, now, resolution, limit, others } = acting;
  assertUnresolved(acting, work);
  if (work.proposal !== null) throw new ExceptionError('exception-resolution-waiting');
  assertComplete(resolution, exceptionId);
  assertFree(exceptionId, others);
  const { amount } = resolution;
  const stakes = [amount, ...others.map(({ atStake }) => atStake)];
  if (amount !== null && stakes.some((stake) => stake === null || isAbove(stake, limit))) {
    const data = { exceptionId, resolution, proposedBy: person, proposedAt: now };
    return [{ type: 'ExceptionResolutionProposed', data }];
  }
  assertOpen(acting, resolution);
  const data = { exceptionId, resolution, resolvedBy: person, approvedBy: null, resolvedAt: now };
  return [{ type: 'ExceptionResolved', data }];
}

/**
 * Agrees to what another person proposed.
 *
 * @throws ExceptionError `exception-changed`, `exception-nothing-waiting`,
 *   `exception-needs-second-person`, `exception-match-taken`, `exception-period-closed`.
 */
export function approveResolution(
  acting: Acting & { readonly others: readonly Pick<OtherSide, 'exceptionId' | 'work'>[] },
  work: ExceptionWork,
): ExceptionResolved[] {
  const { exceptionId, person: approvedBy, now: resolvedAt, others } = acting;
  const { resolution, proposedBy: resolvedBy } = waitingIn(acting, work);
  assertSecondPerson(
    resolvedBy,
    approvedBy,
    () => new ExceptionError('exception-needs-second-person', { proposedBy: resolvedBy }),
  );
  assertFree(exceptionId, others);
  assertOpen(acting, resolution);
  const data = { exceptionId, resolution, resolvedBy, approvedBy, resolvedAt };
  return [{ type: 'ExceptionResolved', data }];
}

/** @throws ExceptionError `exception-changed`, `exception-nothing-waiting`. */
export function refuseResolution(
  acting: Acting & { readonly note: string },
  work: ExceptionWork,
): ExceptionResolutionRefused[] {
  const { exceptionId, person: refusedBy, now: refusedAt, note } = acting;
  waitingIn(acting, work);
  return [
    { type: 'ExceptionResolutionRefused', data: { exceptionId, note, refusedBy, refusedAt } },
  ];
}

/**
 * Takes a resolution back, so that a manual match holds no more.
 *
 * @throws ExceptionError `exception-changed`, `exception-not-resolved`, `exception-period-closed`.
 */
export function reopenException(
  acting: Acting & { readonly note: string },
  work: ExceptionWork,
): ExceptionReopened[] {
  const { exceptionId, person: reopenedBy, now: reopenedAt, note } = acting;
  assertSeen(acting, work);
  if (work.resolved === null) throw new ExceptionError('exception-not-resolved', { exceptionId });
  const { resolution } = work.resolved;
  assertOpen(acting, resolution);
  const data = { exceptionId, resolution, note, reopenedBy, reopenedAt };
  return [{ type: 'ExceptionReopened', data }];
}

function waitingIn(acting: Acting, work: ExceptionWork) {
  assertSeen(acting, work);
  if (work.proposal === null) throw new ExceptionError('exception-nothing-waiting');
  return work.proposal;
}

function assertSeen({ expectedRevision }: Acting, { revision }: ExceptionWork): void {
  if (expectedRevision === null || expectedRevision === revision) return;
  throw new ExceptionError('exception-changed', { revision: String(revision) });
}

function assertUnresolved(acting: Acting, work: ExceptionWork): void {
  assertSeen(acting, work);
  const { exceptionId } = acting;
  if (work.resolved !== null) throw new ExceptionError('exception-resolved', { exceptionId });
}

/** What was resolved by itself is no side of a match any more. */
function assertFree(
  exceptionId: string,
  others: readonly Pick<OtherSide, 'exceptionId' | 'work'>[],
): void {
  const taken = others.find(({ work: { resolved } }) => {
    return resolved !== null && !resolved.resolution.matchedWith.includes(exceptionId);
  });
  if (taken) throw new ExceptionError('exception-match-taken', { exceptionId: taken.exceptionId });
}

/** Only what is written off is booked. */
function assertOpen({ now, openFrom }: Acting, { from }: Resolution): void {
  if (from === null || openFrom === null || Date.parse(now) >= Date.parse(openFrom)) return;
  throw new ExceptionError('exception-period-closed', { effectiveAt: now, openFrom });
}

function assertComplete(
  { reason, amount, from, matchedWith }: Resolution,
  exceptionId: string,
): void {
  const asksAmount = reason === 'written-off' || reason === 'manual-match';
  const isComplete =
    asksAmount === (amount !== null && !amount.isZero) &&
    (reason === 'written-off') === (from !== null) &&
    (reason === 'manual-match') === matchedWith.length > 0 &&
    !matchedWith.includes(exceptionId);
  if (!isComplete) throw new ExceptionError('exception-resolution-incomplete', { reason });
}

function isAbove({ minorUnits, currency }: Money, limit: bigint): boolean {
  const size = minorUnits < 0n ? -minorUnits : minorUnits;
  return size > limit * 10n ** BigInt(exponentOf(currency));
}
