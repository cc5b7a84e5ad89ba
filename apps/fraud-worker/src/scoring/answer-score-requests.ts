import { scoreRequestFromJson } from '#fraud';
import type { ScoringEngine } from '#fraud-scoring';
import { FRAUD_WORKERS, SUBJECTS, type Answering, type Messaging } from '#messaging';

/** Answers the requests made before authorisation, sharing them with all other workers. */
export function answerScoreRequests(
  messaging: Messaging,
  engine: ScoringEngine,
): Promise<Answering> {
  return messaging.answer(SUBJECTS.scoreRequested, FRAUD_WORKERS, (body) =>
    engine.score(scoreRequestFromJson(body)),
  );
}
