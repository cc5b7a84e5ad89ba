import { idOf } from '#event-store';
import { endpointSecret, retryDelayMs, sign, type DisableReason } from '#outgoing-webhooks';
import type { Logger } from '#platform';
import type { Delivery, DeliveryQueue, KnownEndpoint } from './delivery-queue.js';
import type { EndpointStreams } from './endpoint-streams.js';
import { send, type Answer } from './send.js';

export type DeliverySettings = {
  readonly signingKey: Buffer;
  readonly privateNetworks: 'refused' | 'allowed';
  readonly timeoutMs: number;
  /** Messages on their way to one endpoint at the same time. */
  readonly perEndpointMax: number;
  readonly delaysMs: readonly number[];
  /** An endpoint that took nothing for so long is disabled. */
  readonly disableAfterMs: number;
  readonly pollMs: number;
};

/** Messages on their way at the same time, whatever their endpoints. */
const IN_FLIGHT_MAX = 64;

/** Sends what is due, a few at a time for each endpoint, so that a slow one slows only itself. */
export class Deliverer {
  readonly #inFlight = new Map<string, Set<string>>();
  readonly #running = new Set<Promise<void>>();
  #timer: NodeJS.Timeout | null = null;
  #stopped = false;

  constructor(
    private readonly queue: DeliveryQueue,
    private readonly streams: EndpointStreams,
    private readonly settings: DeliverySettings,
    private readonly logger: Logger,
  ) {}

  start(): void {
    this.#timer = setInterval(() => this.wake(), this.settings.pollMs);
    this.wake();
  }

  /** Looks for what is due now. */
  wake(): void {
    if (this.#stopped) return;
    for (const known of this.queue.endpoints()) {
      if (known.endpoint.status === 'active') this.#startDue(known);
    }
  }

  /** Waits for the attempts under way; what they were about stays in the queue otherwise. */
  async stop(): Promise<void> {
    this.#stopped = true;
    if (this.#timer) clearInterval(this.#timer);
    await Promise.all(this.#running);
  }

  #startDue(known: KnownEndpoint): void {
    const { endpointId } = known.endpoint;
    const busy = this.#inFlight.get(endpointId) ?? new Set<string>();
    this.#inFlight.set(endpointId, busy);
    const countMax = this.settings.perEndpointMax + busy.size;
    for (const delivery of this.queue.due(endpointId, Date.now(), countMax)) {
      const isFull = busy.size >= this.settings.perEndpointMax;
      if (isFull || this.#running.size >= IN_FLIGHT_MAX) return;
      if (busy.has(delivery.paymentId)) continue;
      busy.add(delivery.paymentId);
      const run = this.#attempt(known, delivery)
        .catch((error: unknown) => {
          this.logger.error({ err: error, endpointId }, 'a webhook could not be settled');
        })
        .then(() => {
          busy.delete(delivery.paymentId);
          this.#running.delete(run);
          setImmediate(() => this.wake());
        });
      this.#running.add(run);
    }
  }

  async #attempt({ endpoint }: KnownEndpoint, delivery: Delivery): Promise<void> {
    const { url, endpointId } = endpoint;
    const answer = await send({
      url,
      headers: this.#headers(endpoint, delivery),
      body: delivery.body,
      timeoutMs: this.settings.timeoutMs,
      privateNetworks: this.settings.privateNetworks,
    });
    // Removed meanwhile: its messages are gone, and must not come back.
    if (this.queue.endpoint(endpointId)?.endpoint.status === 'removed') return;
    if (answer.outcome === 'arrived') {
      await this.queue.finish(delivery, Date.now(), 'arrived');
      await this.queue.failSince(endpointId, null);
    } else if (answer.outcome === 'gone') {
      await this.#disable(endpointId, 'gone');
    } else {
      await this.#failed(delivery, answer);
    }
  }

  #headers(endpoint: KnownEndpoint['endpoint'], delivery: Delivery): Record<string, string> {
    const { endpointId, generation, previousUntil } = endpoint;
    const nowMs = Date.now();
    const isRotating = previousUntil !== null && nowMs < Date.parse(previousUntil);
    const generations = isRotating ? [generation, generation - 1] : [generation];
    const { signingKey } = this.settings;
    const secrets = generations.map((each) => endpointSecret(signingKey, endpointId, each));
    const timestampSeconds = Math.floor(nowMs / 1_000);
    const { messageId: id, body } = delivery;
    return {
      'content-type': 'application/json',
      'user-agent': 'assay-webhooks/1',
      'webhook-id': id,
      'webhook-timestamp': String(timestampSeconds),
      'webhook-signature': sign({ id, timestampSeconds, body }, secrets),
    };
  }

  async #failed(delivery: Delivery, { reason, retryAfterMs }: Failed): Promise<void> {
    const { endpointId, messageId } = delivery;
    const nowMs = Date.now();
    const tried = { ...delivery, attempts: delivery.attempts + 1, lastFailure: reason };
    const { delaysMs, disableAfterMs } = this.settings;
    const delayMs = retryDelayMs(tried.attempts, Math.random(), { delaysMs, retryAfterMs });
    this.logger.warn(
      { endpointId, messageId, attempts: tried.attempts, reason, delayMs },
      'a webhook did not arrive',
    );
    if (delayMs === null) await this.#abandon(tried, reason);
    else await this.queue.retryAt(tried, nowMs + delayMs);
    const since = this.queue.failingSinceMs(endpointId) ?? nowMs;
    await this.queue.failSince(endpointId, since);
    if (nowMs - since >= disableAfterMs) await this.#disable(endpointId, 'failing');
  }

  async #abandon(delivery: Delivery, reason: string): Promise<void> {
    const { endpointId, messageId, paymentId, attempts, type: messageType } = delivery;
    const abandonedAt = new Date().toISOString();
    const data = { endpointId, messageId, messageType, paymentId, attempts, reason, abandonedAt };
    await this.streams.change(
      endpointId,
      (endpoint) => (endpoint ? [{ type: 'WebhookMessageAbandoned', data }] : []),
      { actor: 'operations', commandId: idOf('abandon', endpointId, messageId, abandonedAt) },
    );
    await this.queue.finish(delivery, Date.now(), 'dead');
    this.logger.warn({ endpointId, messageId, reason }, 'a webhook was given up');
  }

  async #disable(endpointId: string, reason: DisableReason): Promise<void> {
    const disabledAt = new Date().toISOString();
    const data = { endpointId, reason, disabledAt };
    await this.streams.change(
      endpointId,
      (endpoint) =>
        endpoint?.status === 'active' ? [{ type: 'WebhookEndpointDisabled', data }] : [],
      { actor: 'operations', commandId: idOf('disable', endpointId, disabledAt) },
    );
    this.logger.warn({ endpointId, reason }, 'a webhook endpoint was disabled');
  }
}

type Failed = Extract<Answer, { outcome: 'failed' }>;
