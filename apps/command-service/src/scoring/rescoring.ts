import { setTimeout as sleep } from 'node:timers/promises';
import {
  RECORD_CONSUMER,
  STREAMS,
  SUBJECTS,
  type Messaging,
  type MessagingLog,
  type RunningConsumer,
} from '#messaging';
import type { RescoreRequest, ScoreReply } from '#fraud';

/** A late score: which payment, and what the worker found. */
export type RescoredPayment = { readonly paymentId: string; readonly reply: ScoreReply };

const AGAIN_MS = 1_000;
const AGAIN_MS_MAX = 30_000;

/**
 * Scoring what nobody scored in time, over JetStream: the request waits for a worker as long as it
 * takes, and its answer waits for us.
 */
export class Rescoring {
  readonly #stopping = new AbortController();
  #consumer: RunningConsumer | null = null;
  #starting: Promise<void> = Promise.resolve();

  /** @param messaging null where scoring runs in this process and needs no queue. */
  constructor(
    private readonly messaging: Messaging | null,
    private readonly log: MessagingLog | null = null,
  ) {}

  get isQueued(): boolean {
    return this.messaging !== null;
  }

  /**
   * Asking again for the same assessment is stored once.
   *
   * @throws MessagingUnavailable when it cannot be asked for now.
   */
  async request(request: RescoreRequest): Promise<void> {
    await this.messaging?.publish(SUBJECTS.rescoreRequested, request, request.assessmentId);
  }

  /** Hands every late score to `handle`, as soon as NATS is there; what throws comes again. */
  start(handle: (rescored: RescoredPayment) => Promise<void>): void {
    const { messaging } = this;
    if (messaging) this.#starting = this.#startAtLast(messaging, handle);
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#starting;
    await this.#consumer?.close();
  }

  async #startAtLast(
    messaging: Messaging,
    handle: (rescored: RescoredPayment) => Promise<void>,
  ): Promise<void> {
    const { signal } = this.#stopping;
    for (let failures = 0; !signal.aborted; failures += 1) {
      try {
        this.#consumer = await consume(messaging, handle);
        return;
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        if (failures === 0) this.log?.warn({ reason }, 'late scores are out of reach for now');
      }
      const pauseMs = Math.min(AGAIN_MS * 2 ** failures, AGAIN_MS_MAX);
      await sleep(pauseMs, undefined, { signal }).catch(() => undefined);
    }
  }
}

async function consume(
  messaging: Messaging,
  handle: (rescored: RescoredPayment) => Promise<void>,
): Promise<RunningConsumer> {
  await messaging.ensureStream(STREAMS.fraud);
  await messaging.ensureStream(STREAMS.dead);
  return messaging.consume({
    stream: STREAMS.fraud.name,
    subject: SUBJECTS.rescored,
    durable: RECORD_CONSUMER,
    handle: async (body) => {
      const { request, reply } = body as { request: { paymentId: string }; reply: ScoreReply };
      await handle({ paymentId: request.paymentId, reply });
    },
  });
}
