import { scoreRequestFromJson } from '#fraud';
import type { ScoringEngine } from '#fraud-scoring';
import { STREAMS, SUBJECTS, type Messaging, type RunningConsumer } from '#messaging';

/** How long a worker that died keeps a request from the others; a score takes milliseconds. */
const ACK_WAIT_MS = 5_000;

/** Scores what nobody scored in time. Both ways are durable, so an answer may come twice. */
export async function rescore(
  messaging: Messaging,
  engine: ScoringEngine,
): Promise<RunningConsumer> {
  await messaging.ensureStream(STREAMS.fraud);
  await messaging.ensureStream(STREAMS.dead);
  return messaging.consume({
    stream: STREAMS.fraud.name,
    subject: SUBJECTS.rescoreRequested,
    durable: 'fraud-rescore',
    ackWaitMs: ACK_WAIT_MS,
    handle: async (body) => {
      const request = scoreRequestFromJson(body);
      const reply = await engine.score(request);
      const { assessmentId, payment } = request;
      const answer = { request: { assessmentId, paymentId: payment.paymentId }, reply };
      await messaging.publish(SUBJECTS.rescored, answer, `rescored-${assessmentId}`);
    },
  });
}
