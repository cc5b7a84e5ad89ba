import { upcast, type Assessment, type EventOf } from '#payments';

/** What a fraud worker is asked before a payment is authorised. */
export type ScoreRequest = {
  readonly assessmentId: string;
  readonly payment: EventOf<'PaymentInitiated'>['data'];
};

/** What it answers. The asker adds its own latency and, when no answer came, the degradation. */
export type ScoreReply = Omit<Assessment, 'latencyMs' | 'degraded'> & { readonly score: number };

/**
 * Reads a request that travelled as JSON.
 *
 * @throws RangeError when a field is missing. @throws InvalidMoney for an amount that is not exact.
 */
export function scoreRequestFromJson(json: unknown): ScoreRequest {
  const { assessmentId, payment } = (json ?? {}) as { assessmentId?: unknown; payment?: unknown };
  if (typeof assessmentId !== 'string' || typeof payment !== 'object' || payment === null) {
    throw new RangeError('a score request needs assessmentId and payment');
  }
  for (const field of ['paymentId', 'customerId', 'merchantId', 'amount', 'method', 'occurredAt']) {
    if (!(field in payment)) throw new RangeError(`payment.${field} is missing in a score request`);
  }
  const { data } = upcast('PaymentInitiated', payment) as EventOf<'PaymentInitiated'>;
  return { assessmentId, payment: data };
}

/** Asks for a score without waiting for it; the payment is read in its stream. */
export type RescoreRequest = { readonly assessmentId: string; readonly paymentId: string };

/** Reads a request that travelled as JSON. @throws RangeError when a field is missing. */
export function rescoreRequestFromJson(json: unknown): RescoreRequest {
  const { assessmentId, paymentId } = (json ?? {}) as Partial<Record<string, unknown>>;
  if (typeof assessmentId !== 'string' || typeof paymentId !== 'string') {
    throw new RangeError('a rescore request needs assessmentId and paymentId');
  }
  return { assessmentId, paymentId };
}

/** Asks for a score. Adapters: over NATS, or a worker thread of the same process. */
export abstract class FraudScorer {
  /**
   * @throws ScoringTimedOut when no answer came within the budget.
   * @throws ScoringUnavailable when no scorer is connected.
   */
  abstract score(request: ScoreRequest): Promise<ScoreReply>;

  abstract close(): Promise<void>;
}

export class ScoringTimedOut extends Error {
  override readonly name = 'ScoringTimedOut';
}

export class ScoringUnavailable extends Error {
  override readonly name = 'ScoringUnavailable';
}
