import { STREAMS, SUBJECTS, type Messaging, type RunningConsumer } from '#messaging';
import type { ScoreReply, ScoreRequest } from '#fraud';

/** A late score: which payment, and what the worker found. */
export type Rescored = { readonly paymentId: string; readonly reply: ScoreReply };

/**
 * Scoring what nobody scored in time, over JetStream: the request waits for a worker as long as it
 * takes, and its answer waits for us.
 */
export class Rescoring {
  #consumer: RunningConsumer | null = null;

  /** @param messaging null where scoring runs in this process and needs no queue. */
  constructor(private readonly messaging: Messaging | null) {}

  get isQueued(): boolean {
    return this.messaging !== null;
  }

  /** Asking again for the same assessment is stored once. */
  async request(request: ScoreRequest): Promise<void> {
    await this.messaging?.publish(SUBJECTS.rescoreRequested, request, request.assessmentId);
  }

  /** Hands every late score to `handle`; what throws comes again. */
  async start(handle: (rescored: Rescored) => Promise<void>): Promise<void> {
    if (!this.messaging) return;
    await this.messaging.ensureStream(STREAMS.fraud);
    await this.messaging.ensureStream(STREAMS.dead);
    this.#consumer = await this.messaging.consume({
      stream: STREAMS.fraud.name,
      subject: SUBJECTS.rescored,
      durable: 'record-rescored',
      handle: async (body) => {
        const { request, reply } = body as { request: { paymentId: string }; reply: ScoreReply };
        await handle({ paymentId: request.paymentId, reply });
      },
    });
  }

  async stop(): Promise<void> {
    await this.#consumer?.close();
  }
}
