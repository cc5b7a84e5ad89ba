import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { EventStore, follow } from '#event-store';
import { PAYMENT_STREAM_PREFIX } from '#payments';
import { Config } from '../config.js';
import { Log } from '../log.js';
import { contextOf } from '../payment/command-context.js';
import { Journeys } from '../payment/journeys.js';
import { Locks } from '../payment/locks.js';
import { PaymentStreams } from '../payment/payment-streams.js';
import { Assessor } from '../scoring/assessor.js';
import { WebhookApplier } from '../webhooks/webhook-applier.js';
import { WEBHOOK_STREAM_PREFIX } from '../webhooks/webhook-inbox.js';
import { AttentionList } from './attention-list.js';

const SAVE_EVERY_MS = 10_000;
const STREAMS_AT_ONCE_MAX = 8;

/**
 * Finishes what a crash or an absent provider left open: keeps promises under their own ids, takes
 * steps not taken, applies kept webhooks, scores what nobody scored in time.
 */
@Injectable()
export class Resumer {
  #list = new AttentionList();
  #caughtUp = false;
  readonly #stopping = new AbortController();
  #running: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly eventStore: EventStore,
    private readonly streams: PaymentStreams,
    private readonly journeys: Journeys,
    private readonly assessor: Assessor,
    private readonly applier: WebhookApplier,
    private readonly locks: Locks,
    private readonly config: Config,
    private readonly log: Log,
  ) {}

  /** How many streams are unfinished; null until history is read. */
  get open(): number | null {
    return this.#caughtUp ? this.#list.size : null;
  }

  async start(): Promise<void> {
    this.#list = await AttentionList.load(this.#file);
    this.#running = Promise.all([this.#follow(), this.#sweep()]);
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#running;
    await this.#list.save(this.#file);
  }

  get #file(): string {
    return join(this.config.DATA_DIR, 'command-service', 'attention.json');
  }

  #follow(): Promise<void> {
    return follow(this.eventStore, {
      after: this.#list.position,
      streamPrefixes: [PAYMENT_STREAM_PREFIX, WEBHOOK_STREAM_PREFIX],
      signal: this.#stopping.signal,
      onEvent: (event) => {
        this.#list.observe(event);
      },
      onCaughtUp: () => {
        this.#caughtUp = true;
      },
    });
  }

  async #sweep(): Promise<void> {
    const everyMs = Math.max(50, Math.floor(this.config.RESUME_AFTER_MS / 2));
    let savedMs = Date.now();
    while (!this.#stopping.signal.aborted) {
      await pause(everyMs, this.#stopping.signal);
      if (this.#caughtUp) await this.#resumeQuiet();
      if (Date.now() - savedMs > SAVE_EVERY_MS) {
        savedMs = Date.now();
        await this.#list.save(this.#file);
      }
    }
  }

  async #resumeQuiet(): Promise<void> {
    const quiet = this.#list.quietSince(isoIn(-this.config.RESUME_AFTER_MS));
    for (let i = 0; i < quiet.length; i += STREAMS_AT_ONCE_MAX) {
      if (this.#stopping.signal.aborted) return;
      const batch = quiet.slice(i, i + STREAMS_AT_ONCE_MAX);
      await Promise.all(batch.map((stream) => this.#resume(stream)));
    }
  }

  async #resume(stream: string): Promise<void> {
    // Looked at again later, unless the look below brings events that say otherwise.
    this.#list.postpone(stream, isoIn(this.config.RESUME_AFTER_MS));
    try {
      const done = stream.startsWith(WEBHOOK_STREAM_PREFIX)
        ? await this.#resumeWebhook(stream)
        : await this.#resumePayment(stream.slice(PAYMENT_STREAM_PREFIX.length));
      if (done) this.#list.dismiss(stream);
    } catch (error) {
      this.log.warn({ err: error, stream }, 'not resumed yet, will try again');
    }
  }

  async #resumeWebhook(stream: string): Promise<boolean> {
    await this.applier.apply(stream);
    return true;
  }

  /** @returns whether nothing is left to do. */
  #resumePayment(paymentId: string): Promise<boolean> {
    return this.locks.run(paymentId, async () => {
      const loaded = await this.streams.load(paymentId);
      const last = loaded.history.at(-1);
      if (!last) return true;
      const context = contextOf(last.metadata, 'resumer');
      const proceeded = await this.journeys.proceed(loaded, context);
      const { degraded = null } = proceeded.payment.risk ?? {};
      const unscored = degraded !== null && degraded !== 'switched-off';
      const scored = unscored ? await this.assessor.assessLate(proceeded, context) : proceeded;
      const news = scored.history.length - loaded.history.length;
      if (news > 0) this.log.info({ paymentId, events: news }, 'payment resumed');
      return news === 0 && !unscored && scored.payment.unknown.size === 0;
    });
  }
}

function isoIn(ms: number): string {
  return new Date(Date.now() + ms).toISOString();
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', done);
  });
}
