import type { EventStore } from '#event-store';
import { rescoreRequestFromJson, scopedToClient, type ScoreRequest } from '#fraud';
import type { ScoringEngine } from '#fraud-scoring';
import {
  RESCORE_CONSUMER,
  STREAMS,
  SUBJECTS,
  type Messaging,
  type RunningConsumer,
} from '#messaging';
import { paymentStream, upcast } from '#payments';

/** How long a worker that died keeps a request from the others; a score takes milliseconds. */
const ACK_WAIT_MS = 5_000;

/** Scores what was not scored in time. Both ways are durable, so an answer may come twice. */
export async function rescore(
  messaging: Messaging,
  engine: ScoringEngine,
  store: EventStore,
): Promise<RunningConsumer> {
  await messaging.ensureStream(STREAMS.fraud);
  await messaging.ensureStream(STREAMS.dead);
  return messaging.consume({
    stream: STREAMS.fraud.name,
    subject: SUBJECTS.rescoreRequested,
    durable: RESCORE_CONSUMER,
    ackWaitMs: ACK_WAIT_MS,
    handle: async (body) => {
      const request = rescoreRequestFromJson(body);
      const { assessmentId, paymentId } = request;
      const payment = await initiated(store, paymentId);
      const reply = await engine.score({ assessmentId, payment });
      await messaging.publish(SUBJECTS.rescored, { request, reply }, `rescored-${assessmentId}`);
    },
  });
}

/** @throws RangeError when there is no such payment. */
async function initiated(store: EventStore, paymentId: string): Promise<ScoreRequest['payment']> {
  const first = store.read(paymentStream(paymentId), { maxCount: 1 });
  for await (const { type, data, metadata } of first) {
    const event = upcast(type, data);
    if (event.type === 'PaymentInitiated') return scopedToClient(event.data, metadata['client']);
  }
  throw new RangeError(`there is no payment ${paymentId}`);
}
