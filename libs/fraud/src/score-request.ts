import type { Assessment, EventOf } from '#payments';

/** What a fraud worker is asked before a payment is authorised. */
export type ScoreRequest = {
  readonly assessmentId: string;
  readonly payment: EventOf<'PaymentInitiated'>['data'];
};

/** What it answers. The asker adds its own latency and, when no answer came, the degradation. */
export type ScoreReply = Omit<Assessment, 'latencyMs' | 'degraded'> & { readonly score: number };

/** Asks for a score. Adapters: over NATS, or a worker thread of the same process. */
export abstract class FraudScorer {
  /**
   * @throws ScoringTimedOut when no answer came within the budget.
   * @throws ScoringUnavailable when nobody is there to answer.
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
