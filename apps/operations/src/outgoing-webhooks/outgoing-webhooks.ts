import { lookup } from 'node:dns';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import {
  follow,
  followOn,
  markOf,
  type EventStore,
  type Mark,
  type Position,
  type RecordedEvent,
} from '#event-store';
import { RETRY_DELAYS_MS } from '#outgoing-webhooks';
import { PAYMENT_STREAM_PREFIX } from '#payments';
import { Clock, type Logger } from '#platform';
import { Deliverer, type DeliverySettings } from './deliverer.js';
import { DeliveryQueue, type Progress } from './delivery-queue.js';
import { ENDPOINT_STREAM_PREFIX, EndpointStreams } from './endpoint-streams.js';
import { MessageFeed } from './message-feed.js';
import { PoisonedPayments, type Made } from './poisoned-payments.js';
import { resumptionOf } from './resumption.js';
import { Signing } from './signing.js';

const DAY_MS = 86_400_000;
/** Events between two notes of how far the feed has read while none of them makes a message. */
const NOTED_EVERY = 500;
/** Events between two marks that are kept for good. */
const MARKED_EVERY = 500;

const CLOCK = new Clock();

const DEFAULTS = {
  timeoutMs: 15_000,
  perEndpointMax: 4,
  delaysMs: RETRY_DELAYS_MS,
  disableAfterMs: 5 * DAY_MS,
  pollMs: 250,
  now: () => CLOCK.nowMs,
  resolve: lookup,
};

export type OutgoingWebhooksOptions = Partial<Omit<DeliverySettings, 'signing'>> & {
  readonly eventStore: EventStore;
  readonly logger: Logger;
  /** Holds the queue and the key that secrets are derived from. */
  readonly folder: string;
  readonly privateNetworks: 'refused' | 'allowed';
};

/** Tells clients over HTTP what happened to their payments. One process may do it at a time. */
export class OutgoingWebhooks {
  readonly feed: MessageFeed;
  readonly #deliverer: Deliverer;
  readonly #poisoned: PoisonedPayments;
  readonly #stopping = new AbortController();
  #following: Promise<void> = Promise.resolve();
  #skipped = 0;
  /** The first event of a process is marked. */
  #sinceMark = MARKED_EVERY;
  #trouble: string | null = null;

  private constructor(
    readonly queue: DeliveryQueue,
    readonly streams: EndpointStreams,
    readonly settings: DeliverySettings,
    private readonly options: OutgoingWebhooksOptions,
  ) {
    this.feed = new MessageFeed(options.eventStore, queue);
    this.#deliverer = new Deliverer(queue, streams, settings, options.logger);
    this.#poisoned = new PoisonedPayments(options.eventStore, queue, this.feed, (facts) => {
      options.logger.error(facts, 'an event makes no message, its payment is set aside');
    });
  }

  /** @throws Error when the key of its signatures is damaged. */
  static async open(options: OutgoingWebhooksOptions): Promise<OutgoingWebhooks> {
    const { eventStore, logger: _logger, folder, ...chosen } = options;
    await mkdir(folder, { recursive: true });
    const signing = await Signing.open(join(folder, 'signing.key'));
    const queue = DeliveryQueue.open(join(folder, 'queue'));
    const settings = { ...DEFAULTS, ...chosen, signing };
    const streams = new EndpointStreams(eventStore, queue, settings.now);
    return new OutgoingWebhooks(queue, streams, settings, options);
  }

  /** Goes on where the last process stopped. */
  start(): void {
    this.#following = followOn(
      this.#stopping.signal,
      () => this.#follow(),
      (error) => {
        this.#trouble = `events make no messages: ${String(error)}`;
        this.options.logger.error({ err: error }, 'outgoing webhooks cannot take an event');
      },
    );
    this.#deliverer.start();
  }

  /** Why events make no messages now, in one sentence; null when all is well. */
  get trouble(): string | null {
    return this.#trouble;
  }

  /** Looks at once for what is due, at one endpoint or at all. */
  wake(endpointId?: string): void {
    this.#deliverer.wake(endpointId);
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#following;
    await this.#deliverer.stop();
    await this.queue.close();
  }

  async #follow(): Promise<void> {
    const after = await this.#continuation();
    if (after !== 'start') await this.#retryAside(after.position);
    await follow(this.options.eventStore, {
      after,
      streamPrefixes: [PAYMENT_STREAM_PREFIX, ENDPOINT_STREAM_PREFIX],
      signal: this.#stopping.signal,
      onEvent: (event) => this.#take(event),
      onLost: (error, retryMs) => {
        this.options.logger.warn({ err: error, retryMs }, 'outgoing webhooks lost the event store');
      },
    });
  }

  /** Behind the last event that was read, or the last mark that a restored store still has. */
  async #continuation(): Promise<Mark | 'start'> {
    const { eventStore, logger } = this.options;
    const { after, diverged } = await resumptionOf(
      eventStore,
      this.queue.progress.last,
      this.queue.progress.marks(),
    );
    if (diverged === null) return after;
    await this.queue.progress.rewind(after === 'start' ? null : after);
    logger.warn({ reason: diverged, after }, 'the store was restored: some webhooks come again');
    return after;
  }

  /** A program that was mended makes what the one before could not. */
  async #retryAside(upTo: Position): Promise<void> {
    for (const stream of this.queue.asides()) {
      await this.#add(await this.#poisoned.retry(stream, upTo));
    }
  }

  async #take(event: RecordedEvent): Promise<void> {
    if (event.stream.startsWith(ENDPOINT_STREAM_PREFIX)) await this.streams.apply(event);
    const made = await this.#poisoned.deliveriesOf(event);
    this.#trouble = null;
    const isNews = made.deliveries.length > 0 || made.change !== undefined;
    this.#skipped = isNews ? 0 : this.#skipped + 1;
    this.#sinceMark += 1;
    if (!isNews && this.#skipped % NOTED_EVERY !== 0) return;
    const keep = this.#sinceMark >= MARKED_EVERY;
    if (keep) this.#sinceMark = 0;
    await this.#add(made, { last: markOf(event), keep });
  }

  async #add({ deliveries, change }: Made, progress: Progress = {}): Promise<void> {
    await this.queue.add(deliveries, this.settings.now(), {
      ...progress,
      ...(change && { change }),
    });
    for (const { endpointId } of deliveries) this.#deliverer.wake(endpointId);
  }
}
