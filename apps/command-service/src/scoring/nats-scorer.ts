import {
  FraudScorer,
  ScoringTimedOut,
  ScoringUnavailable,
  type ScoreReply,
  type ScoreRequest,
} from '#fraud';
import {
  MessagingUnavailable,
  NoResponder,
  RequestTimedOut,
  SUBJECTS,
  type Messaging,
} from '#messaging';

/** Asks the fraud workers over NATS; whichever of them is free answers. */
export class NatsScorer extends FraudScorer {
  constructor(
    private readonly messaging: Messaging,
    private readonly timeoutMs: number,
  ) {
    super();
  }

  override async score(request: ScoreRequest): Promise<ScoreReply> {
    try {
      const answer = await this.messaging.request(SUBJECTS.scoreRequested, request, this.timeoutMs);
      return answer as ScoreReply;
    } catch (error) {
      if (error instanceof RequestTimedOut) {
        throw new ScoringTimedOut(error.message, { cause: error });
      }
      if (error instanceof NoResponder || error instanceof MessagingUnavailable) {
        throw new ScoringUnavailable(error.message, { cause: error });
      }
      throw error;
    }
  }

  /** The connection is not ours to close. */
  override close(): Promise<void> {
    return Promise.resolve();
  }
}
