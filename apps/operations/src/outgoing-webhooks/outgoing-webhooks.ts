import { lookup } from 'node:dns';
import { mkdir, rename, rm } from 'node:fs/promises';
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
import { troubleOfFile } from '#derived-files';
import { RETRY_DELAYS_MS } from '#outgoing-webhooks';
import { PAYMENT_STREAM_PREFIX } from '#payments';
import { Clock, type Logger } from '#platform';
import { AttemptLog, type Retention } from './attempt-log.js';
import { Deliverer } from './deliverer.js';
import type { DeliverySettings } from './delivery-settings.js';
import { DeliveryQueue } from './delivery-queue.js';
import type { Progress } from './delivery.js';
import { ENDPOINT_STREAM_PREFIX, EndpointStreams } from './endpoint-streams.js';
import { MessageFeed } from './message-feed.js';
import { PoisonedPayments, type MadeMessages } from './poisoned-payments.js';
import { resumptionOf } from './resumption.js';
import { Signing } from './signing.js';

const DAY_MS = 86_400_000;
/** Events between two notes of how far the feed has read while none of them makes a message. */
const NOTED_EVERY = 500;
/** Events between two marks that are kept for good. */
const MARKED_EVERY = 500;

const CLOCK = new Clock();

const HOUR_MS = 3_600_000;
const PRUNE_MS = 60_000;

const RETENTION: Retention = {
  attemptsMs: 14 * DAY_MS,
  bodiesMs: 72 * HOUR_MS,
  attemptsMax: 200_000,
};

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
  readonly retention?: Partial<Retention>;
};

/** Tells clients over HTTP what happened to their payments. One process may do it at a time. */
export class OutgoingWebhooks {
  readonly feed: MessageFeed;
  readonly #deliverer: Deliverer;
  readonly #poisoned: PoisonedPayments;
  readonly #stopping = new AbortController();
  #following: Promise<void> = Promise.resolve();
  #pruning: NodeJS.Timeout | undefined;
  #pruned: Promise<void> = Promise.resolve();
  #skipped = 0;
  /** The first event of a process is marked. */
  #sinceMark = MARKED_EVERY;
  #trouble: string | null = null;

  private constructor(
    readonly queue: DeliveryQueue,
    readonly log: AttemptLog,
    readonly streams: EndpointStreams,
    readonly settings: DeliverySettings,
    private readonly options: OutgoingWebhooksOptions,
  ) {
    this.feed = new MessageFeed(options.eventStore, queue);
    this.#deliverer = new Deliverer(queue, log, streams, settings, options.logger, async (place) =>
      queue.restore(await this.feed.messageAt(place)),
    );
    this.#poisoned = new PoisonedPayments(options.eventStore, queue, this.feed, (facts) => {
      options.logger.error(facts, 'an event makes no message, its payment is set aside');
    });
  }

  /** @throws Error when the key of its signatures is damaged. */
  static async open(options: OutgoingWebhooksOptions): Promise<OutgoingWebhooks> {
    const { eventStore, logger, folder, retention, ...chosen } = options;
    await mkdir(folder, { recursive: true });
    const signing = await Signing.open(join(folder, 'signing.key'));
    await putDamagedAside(join(folder, 'queue'), logger);
    const queue = DeliveryQueue.open(join(folder, 'queue'));
    const settings = { ...DEFAULTS, ...chosen, signing };
    const streams = new EndpointStreams(eventStore, queue, settings.now, (facts) => {
      logger.error(facts, 'an event of an endpoint cannot be read, nothing is sent to it');
    });
    const kept = { ...RETENTION, ...retention };
    const log = await AttemptLog.open(join(folder, 'attempts'), kept, logger);
    return new OutgoingWebhooks(queue, log, streams, settings, options);
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
    this.#pruning = setInterval(() => this.#prune(), PRUNE_MS).unref();
    this.#prune();
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
    clearInterval(this.#pruning);
    await this.#deliverer.stop();
    await this.#pruned;
    await this.log.close();
    await this.queue.close();
  }

  #prune(): void {
    this.#pruned = this.log.prune(this.settings.now()).catch((error: unknown) => {
      this.options.logger.error({ err: error }, 'old deliveries of webhooks are not forgotten');
    });
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
    for (const [endpointId] of this.queue.endpointAsides.all())
      await this.streams.retry(endpointId);
    for (const stream of this.queue.asides()) {
      await this.#add(await this.#poisoned.retry(stream, upTo));
    }
  }

  async #take(event: RecordedEvent): Promise<void> {
    if (event.stream.startsWith(ENDPOINT_STREAM_PREFIX)) await this.streams.take(event);
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

  async #add({ deliveries, change }: MadeMessages, progress: Progress = {}): Promise<void> {
    await this.queue.add(deliveries, this.settings.now(), {
      ...progress,
      ...(change && { change }),
    });
    for (const { endpointId } of deliveries) this.#deliverer.wake(endpointId);
  }
}

/** A file that LMDB would end the process at; what it held is made again from the events. */
async function putDamagedAside(folder: string, logger: Logger): Promise<void> {
  const reason = troubleOfFile(folder);
  if (reason === null) return;
  const aside = `${folder}.damaged`;
  await rm(aside, { recursive: true, force: true });
  await rename(folder, aside);
  logger.error({ reason, aside }, 'the queue of webhooks is damaged: all of them come again');
}
