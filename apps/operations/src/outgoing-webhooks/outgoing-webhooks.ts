import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { follow, formatPosition, parsePosition, type EventStore } from '#event-store';
import { RETRY_DELAYS_MS } from '#outgoing-webhooks';
import { PAYMENT_STREAM_PREFIX } from '#payments';
import type { Logger } from '#platform';
import { Deliverer, type DeliverySettings } from './deliverer.js';
import { DeliveryQueue } from './delivery-queue.js';
import { ENDPOINT_STREAM_PREFIX, EndpointStreams } from './endpoint-streams.js';
import { MessageFeed } from './message-feed.js';

const DAY_MS = 86_400_000;
const KEY_BYTES = 32;
/** Events between two notes of how far the feed has read while none of them makes a message. */
const CHECKPOINT_EVERY = 500;

const DEFAULTS = {
  timeoutMs: 15_000,
  perEndpointMax: 4,
  delaysMs: RETRY_DELAYS_MS,
  disableAfterMs: 5 * DAY_MS,
  pollMs: 250,
};

export type OutgoingWebhooksOptions = Partial<Omit<DeliverySettings, 'signingKey'>> & {
  readonly eventStore: EventStore;
  readonly logger: Logger;
  /** Holds the queue and the key that secrets are derived from. */
  readonly folder: string;
  readonly privateNetworks: 'refused' | 'allowed';
};

/** Tells clients over HTTP what happened to their payments. One process may do it at a time. */
export class OutgoingWebhooks {
  readonly #stopping = new AbortController();
  #following: Promise<void> = Promise.resolve();
  #skipped = 0;

  private constructor(
    readonly queue: DeliveryQueue,
    readonly streams: EndpointStreams,
    readonly feed: MessageFeed,
    readonly settings: DeliverySettings,
    private readonly deliverer: Deliverer,
    private readonly options: OutgoingWebhooksOptions,
  ) {}

  static async open(options: OutgoingWebhooksOptions): Promise<OutgoingWebhooks> {
    const { eventStore, logger, folder, ...chosen } = options;
    await mkdir(folder, { recursive: true });
    const signingKey = await signingKeyOf(join(folder, 'signing.key'));
    const queue = DeliveryQueue.open(join(folder, 'queue'));
    const streams = new EndpointStreams(eventStore, queue);
    const settings = { ...DEFAULTS, ...chosen, signingKey };
    const deliverer = new Deliverer(queue, streams, settings, logger);
    const feed = new MessageFeed(eventStore, queue);
    return new OutgoingWebhooks(queue, streams, feed, settings, deliverer, options);
  }

  /** Goes on where the last process stopped. */
  start(): void {
    const { eventStore, logger } = this.options;
    const { checkpoint } = this.queue;
    this.#following = follow(eventStore, {
      after: checkpoint === null ? 'start' : parsePosition(checkpoint),
      streamPrefixes: [PAYMENT_STREAM_PREFIX, ENDPOINT_STREAM_PREFIX],
      signal: this.#stopping.signal,
      onEvent: async (event) => {
        if (event.stream.startsWith(ENDPOINT_STREAM_PREFIX)) await this.streams.apply(event);
        const deliveries = await this.feed.deliveriesOf(event);
        this.#skipped = deliveries.length > 0 ? 0 : this.#skipped + 1;
        if (deliveries.length === 0 && this.#skipped % CHECKPOINT_EVERY !== 0) return;
        await this.queue.add(deliveries, Date.now(), formatPosition(event.position));
        this.deliverer.wake();
      },
      onLost: (error, retryMs) => {
        logger.warn({ err: error, retryMs }, 'outgoing webhooks lost the event store');
      },
    }).catch((error: unknown) => {
      logger.error({ err: error }, 'outgoing webhooks have stopped reading events');
    });
    this.deliverer.start();
  }

  /** Looks at once for what is due. */
  wake(): void {
    this.deliverer.wake();
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#following;
    await this.deliverer.stop();
    await this.queue.close();
  }
}

/** Made at the first start; whoever has it can sign for every endpoint. */
async function signingKeyOf(file: string): Promise<Buffer> {
  try {
    await writeFile(file, randomBytes(KEY_BYTES).toString('base64'), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  const key = Buffer.from(await readFile(file, 'utf8'), 'base64');
  if (key.length !== KEY_BYTES) {
    throw new Error(`${file} is damaged: restore it, or delete it and replace every secret`);
  }
  return key;
}
