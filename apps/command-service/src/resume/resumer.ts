import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  Injectable,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import {
  assertContinues,
  comparePositions,
  follow,
  followOn,
  StoreDiverged,
  type Mark,
} from '#event-store';
import { PAYMENT_STREAM_PREFIX } from '#payments';
import { Clock, Logger, type ReadMetric } from '#platform';
import { Config } from '../config.js';
import { FollowedEvents } from '../event-store/followed-events.js';
import { OrderIndex } from '../orders/order-index.js';
import { ORDER_STREAM_PREFIX } from '../orders/order-stream.js';
import { WebhookApplier } from '../webhooks/webhook-applier.js';
import { WEBHOOK_STREAM_PREFIX } from '../webhooks/webhook-inbox.js';
import { AttentionList, type Unfinished } from './attention-list.js';
import { ResumedPayments } from './resumed-payments.js';

const SAVE_EVERY_MS = 10_000;
const STREAMS_AT_ONCE_MAX = 8;

/**
 * Finishes what a crash or an absent provider left open: keeps promises under their own ids, takes
 * steps not taken, applies kept webhooks, scores what nobody scored in time.
 */
@Injectable()
export class Resumer implements OnApplicationBootstrap, OnApplicationShutdown {
  #list = new AttentionList();
  #caughtUp = false;
  readonly #stopping = new AbortController();
  #running: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly events: FollowedEvents,
    private readonly payments: ResumedPayments,
    private readonly applier: WebhookApplier,
    private readonly orders: OrderIndex,
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  /** How many streams are unfinished; null until history is read. */
  get open(): number | null {
    return this.#caughtUp ? this.#list.count(this.clock.nowIso) : null;
  }

  get metrics(): readonly ReadMetric[] {
    return [
      {
        name: 'assay_unfinished_streams',
        help: 'Payments and deliveries that somebody must look after.',
        type: 'gauge',
        read: () => (this.open === null ? [] : [{ value: this.open }]),
      },
      {
        name: 'assay_abandoned_deliveries',
        help: 'Deliveries that waited in vain and that a person has to look at.',
        type: 'gauge',
        read: () => (this.#caughtUp ? [{ value: this.#list.abandoned }] : []),
      },
    ];
  }

  /** Streams that are unfinished, the longest quiet first. */
  unfinished(limit: number): readonly Unfinished[] {
    return this.#list.oldest(limit, this.clock.nowIso);
  }

  async onApplicationBootstrap(): Promise<void> {
    this.#list = await AttentionList.load(this.#file);
    const following = followOn(
      this.#stopping.signal,
      () => this.#follow(),
      (error) =>
        this.logger.error({ err: error }, 'the resumer cannot take an event, will try again'),
    );
    this.#running = Promise.all([following, this.#sweep()]);
  }

  async onApplicationShutdown(): Promise<void> {
    this.#stopping.abort();
    await this.#running;
    await this.#save();
  }

  get #file(): string {
    return join(this.config.DATA_DIR, 'command-service', 'attention.json');
  }

  /** A store that was restored or replaced is read from its beginning. */
  async #follow(): Promise<void> {
    try {
      await this.#followFrom(this.#list.mark, this.orders.mark);
    } catch (error) {
      if (!(error instanceof StoreDiverged)) throw error;
      this.logger.error({ err: error }, 'what is unfinished is found out again from the start');
      this.#caughtUp = false;
      this.#list = new AttentionList();
      await this.orders.forget();
    }
  }

  async #followFrom(...marks: readonly (Mark | null)[]): Promise<void> {
    for (const mark of marks) if (mark) await assertContinues(this.events, mark);
    return follow(this.events, {
      after: earliest(marks) ?? 'start',
      streamPrefixes: [PAYMENT_STREAM_PREFIX, WEBHOOK_STREAM_PREFIX, ORDER_STREAM_PREFIX],
      signal: this.#stopping.signal,
      onEvent: (event) => {
        this.#list.observe(event);
        return this.orders.observe(event);
      },
      onCaughtUp: () => {
        this.#caughtUp = true;
      },
    });
  }

  async #sweep(): Promise<void> {
    const everyMs = Math.max(50, Math.floor(this.config.RESUME_AFTER_MS / 2));
    let savedMs = performance.now();
    while (!this.#stopping.signal.aborted) {
      await sleep(everyMs, undefined, { signal: this.#stopping.signal }).catch(() => undefined);
      if (this.#caughtUp) await this.#resumeQuiet();
      if (performance.now() - savedMs > SAVE_EVERY_MS) {
        savedMs = performance.now();
        await this.#save();
      }
    }
  }

  /** What cannot be saved now costs a longer replay after the next start, nothing else. */
  async #save(): Promise<void> {
    try {
      await this.#list.save(this.#file);
      await this.orders.save();
    } catch (error) {
      this.logger.error({ err: error }, 'what is unfinished could not be saved, will try again');
    }
  }

  async #resumeQuiet(): Promise<void> {
    const quiet = this.#list.quietSince(this.#isoIn(-this.config.RESUME_AFTER_MS));
    for (let i = 0; i < quiet.length; i += STREAMS_AT_ONCE_MAX) {
      if (this.#stopping.signal.aborted) return;
      const batch = quiet.slice(i, i + STREAMS_AT_ONCE_MAX);
      await Promise.all(batch.map((stream) => this.#resume(stream)));
    }
  }

  async #resume(stream: string): Promise<void> {
    // Looked at again later, unless the look below brings events that say otherwise.
    this.#list.postpone(stream, this.#isoIn(this.config.RESUME_AFTER_MS));
    try {
      const againMs = stream.startsWith(WEBHOOK_STREAM_PREFIX)
        ? await this.#resumeWebhook(stream)
        : await this.payments.resume(stream.slice(PAYMENT_STREAM_PREFIX.length));
      if (againMs === null) this.#list.dismiss(stream);
      else this.#list.postpone(stream, this.#isoIn(againMs));
    } catch (error) {
      this.logger.warn({ err: error, stream }, 'not resumed yet, will try again');
    }
  }

  /** @returns when to look again, in milliseconds; null: nothing is left to do. */
  async #resumeWebhook(stream: string): Promise<number | null> {
    return (await this.applier.applyStored(stream)) ? null : this.config.RESUME_AFTER_MS * 4;
  }

  #isoIn(ms: number): string {
    return new Date(this.clock.nowMs + ms).toISOString();
  }
}

function earliest(marks: readonly (Mark | null)[]): Mark | null {
  return marks.reduce<Mark | null>((first, mark) => {
    if (!first || !mark) return null;
    return comparePositions(mark.position, first.position) < 0 ? mark : first;
  }, marks[0] ?? null);
}
