import { ConcurrencyConflict, EventStoreUnavailable } from '#event-store';
import type { PromotionErrorCode } from '#fraud';
import type { PolicyErrorCode } from '#fraud-policy';
import type { IncidentErrorCode } from '#incidents';
import type { EndpointErrorCode } from '#outgoing-webhooks';
import { Problem, refusalDocument, type ProblemDocument, type RefusalStatus } from '#platform';
import { Finding } from './audit/finding.js';

type Code = PolicyErrorCode | PromotionErrorCode | EndpointErrorCode | IncidentErrorCode;

/** HTTP status of each refusal. The type makes a new code without a status fail to compile. */
export const REFUSALS: Readonly<Record<Code, RefusalStatus>> = {
  'policy-not-proposed': 409,
  'policy-not-waiting': 409,
  'policy-needs-second-person': 409,
  'policy-already-active': 409,
  'policy-nothing-before': 409,
  'policy-not-on-trial': 409,
  'no-such-challenger': 409,
  'challenger-not-compared': 409,
  'comparison-outdated': 409,
  'gate-does-not-hold': 409,
  'request-open': 409,
  'no-such-request': 409,
  'second-person-needed': 409,
  'nothing-to-roll-back-to': 409,
  'endpoint-limit-reached': 409,
  'endpoint-disabled': 409,
  'endpoint-set-aside': 409,
  'test-in-progress': 409,
  'replay-in-progress': 409,
  'incident-resolved': 409,
  'incident-notes-full': 409,
};

/** The only place that knows which HTTP status an error of operations has. */
export function problemOf(error: unknown): ProblemDocument | null {
  if (error instanceof EventStoreUnavailable) {
    return new Problem('unavailable', 'the event store does not answer').toDocument();
  }
  if (error instanceof ConcurrencyConflict) {
    return new Problem('conflict', 'another decision was recorded meanwhile').toDocument();
  }
  if (error instanceof Finding) return new Problem('conflict', error.message).toDocument();
  return refusalDocument(error, REFUSALS);
}
