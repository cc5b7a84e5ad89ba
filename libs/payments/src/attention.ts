import type { Instant, Intent, PaymentEvent } from './events.js';

/** What is known of an unfinished payment without folding it: just enough to look again. */
export type Attention = {
  readonly intent: Intent | null;
  /** Ids of promises without an outcome, and steps the payment still takes by itself. */
  readonly open: readonly string[];
  readonly since: Instant;
};

const NEXT_STEP = 'next-step';
const RESCORE = 're-score';

/**
 * Follows one payment's events and says whether somebody must look after it: a promise is open, or
 * a step of its intent was not taken. Null once it rests. May say "look" too often, never too
 * rarely: the looker folds the payment and decides.
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
  return open.size === 0 ? null : { intent, open: [...open], since: at };
}

function follow(open: Set<string>, event: PaymentEvent, intent: Intent | null): void {
  if (event.type !== 'ProviderFeeRecorded' && event.type !== 'ProviderOutcomeUnknown') {
    open.delete(NEXT_STEP);
  }
  switch (event.type) {
    case 'PaymentInitiated':
      if (event.data.intent !== 'initiate') open.add(NEXT_STEP);
      return;
    case 'RiskAssessed':
      open.delete(RESCORE);
      if (event.data.stage === 'inline' && isWaiting(event.data.degraded)) open.add(RESCORE);
      if (event.data.verdict === 'approve' && intent !== 'initiate') open.add(NEXT_STEP);
      return;
    case 'ReviewApproved':
    case 'ReviewRejected':
      open.add(NEXT_STEP);
      return;
    case 'AuthorisationRequested':
    case 'PayerActionCompleted':
      open.add(event.data.authorisationId);
      return;
    case 'CaptureRequested':
      open.add(event.data.captureId);
      return;
    case 'VoidRequested':
      open.add(event.data.voidId);
      return;
    case 'RefundRequested':
      open.add(event.data.refundId);
      return;
    default:
      settle(open, event, intent);
  }
}

function settle(open: Set<string>, event: PaymentEvent, intent: Intent | null): void {
  const { data } = event;
  if ('authorisationId' in data) open.delete(data.authorisationId);
  if ('captureId' in data && event.type !== 'PaymentRefunded') open.delete(data.captureId);
  if ('voidId' in data) open.delete(data.voidId);
  if ('refundId' in data) open.delete(data.refundId);
  // Without the intent at hand (it rested in between), look once rather than miss a capture.
  if (event.type === 'PaymentAuthorised' && (intent === 'capture' || intent === null)) {
    open.add(NEXT_STEP);
  }
}

/** A payment that nobody scored in time is scored later, unless scoring is switched off. */
function isWaiting(degraded: string | null): boolean {
  return degraded !== null && degraded !== 'switched-off';
}
