import type { PaymentEvent } from './catalogue/events.js';
import { endedAtBy, isStepDueAfter, openedBy, settledBy } from './catalogue/kinds.js';
import type { Intent } from './payment/initiation.js';
import type { Instant } from './payment/vocabulary.js';

/** What is known of an unfinished payment without folding it: just enough to look again. */
export type Attention = {
  readonly intent: Intent | null;
  /** Ids of promises without an outcome, and steps the payment still takes by itself. */
  readonly open: readonly string[];
  /** When the time of the payer or of the hold is over; null: nothing has a time. */
  readonly deadline: Instant | null;
  /** Not to look before. */
  readonly since: Instant;
};

const NEXT_STEP = 'next-step';
const RESCORE = 're-score';
const CANCELLATION = 'planned-cancellation';
/** Followed by the capture or refund whose fee is not known. */
const FEE = 'fee:';

/**
 * Follows one payment's events and says whether it needs looking after: a promise is open, a
 * step of its intent was not taken, or something will be over. Null once it rests. May say "look"
 * too often, never too rarely: the looker folds the payment and decides.
 *
 * @param at when the event was recorded.
 */
export function attend(
  attention: Attention | null,
  event: PaymentEvent,
  at: Instant,
): Attention | null {
  const intent =
    event.type === 'PaymentInitiated' ? event.data.intent : (attention?.intent ?? null);
  const open = new Set(attention?.open);
  follow(open, event, intent);
  const deadline = deadlineAfter(attention?.deadline ?? null, event);
  if (open.size > 0) return { intent, open: [...open], deadline, since: at };
  return deadline === null ? null : { intent, open: [], deadline, since: deadline };
}

function follow(open: Set<string>, event: PaymentEvent, intent: Intent | null): void {
  const isStepDue = isStepDueAfter(event, intent);
  if (isStepDue === true) open.add(NEXT_STEP);
  if (isStepDue === false) open.delete(NEXT_STEP);
  const opened = openedBy(event);
  const settled = settledBy(event);
  if (opened !== null) open.add(opened);
  if (settled !== null) open.delete(settled);
  followCancellation(open, event);
  followFee(open, event);
  if (event.type === 'RiskAssessed') {
    open.delete(RESCORE);
    if (event.data.stage === 'inline' && isWaiting(event.data.degraded)) open.add(RESCORE);
  }
}

function followCancellation(open: Set<string>, event: PaymentEvent): void {
  const spent = event.type === 'PaymentCaptured' && event.data.final;
  if (event.type === 'CancellationPlanned') open.add(CANCELLATION);
  else if (spent || endedAtBy(event) !== null) open.delete(CANCELLATION);
}

/** Money moved without its fee being told; most often the next event tells it. */
function followFee(open: Set<string>, { type, data }: PaymentEvent): void {
  if (type === 'PaymentCaptured') open.add(`${FEE}${data.captureId}`);
  if (type === 'PaymentRefunded' && data.feePending === true) open.add(`${FEE}${data.refundId}`);
  if (type === 'ProviderFeeRecorded') open.delete(`${FEE}${data.refundId ?? data.captureId}`);
}

function deadlineAfter(known: Instant | null, event: PaymentEvent): Instant | null {
  switch (event.type) {
    case 'PayerActionRequired':
      return event.data.deadline;
    case 'PaymentAuthorised':
    case 'PaymentReauthorised':
      return event.data.expiresAt;
    case 'AuthorisationIncremented':
      return event.data.expiresAt ?? known;
    case 'PaymentCaptured':
      return event.data.final ? null : known;
    case 'PayerActionCompleted':
    case 'AuthorisationDeclined':
    case 'AuthorisationExpired':
    case 'PaymentVoided':
    case 'PaymentCancelled':
      return null;
    default:
      return known;
  }
}

/** A payment without a score in time is scored later, unless scoring is switched off. */
function isWaiting(degraded: string | null): boolean {
  return degraded !== null && degraded !== 'switched-off';
}
