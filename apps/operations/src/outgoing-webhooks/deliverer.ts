import { setMaxListeners } from 'node:events';
import { EventStoreUnavailable, idOf } from '#event-store';
import { retryDelayMs, type DisableReason, type WebhookEndpoint } from '#outgoing-webhooks';
import type { Logger } from '#platform';
import type { DeliveryQueue } from './delivery-queue.js';
import type { DeliverySettings } from './delivery-settings.js';
import type { Delivery, DeliveryPlace } from './delivery.js';
import type { EndpointStreams } from './endpoint-streams.js';
import { InFlight } from './in-flight.js';
import type { AttemptLog } from './attempt-log.js';
import { attempt } from './attempt.js';
import type { Answer } from './send.js';

/** Attempts under way may take so long to end when the process stops. */
const STOP_MS = 2_000;
/**
 * From an outcome that could not be kept, as on a full disk or without the event store, to the next
 * try. Its endpoint would get the same message at every look until then.
 */
const UNSETTLED_MS = 10_000;

/** Sends what is due, a few at a time for each endpoint, so that a slow one slows only itself. */
export class Deliverer {
  readonly #inFlight: InFlight;
  readonly #stopping = new AbortController();
  readonly #unsigned = new Set<string>();
  /** Endpoints some outcome of which could not be kept. */
  readonly #pausedUntilMs = new Map<string, number>();
  #timer: NodeJS.Timeout | null = null;
  #stopped = false;

  constructor(
    private readonly queue: DeliveryQueue,
    private readonly log: AttemptLog,
    private readonly streams: EndpointStreams,
    private readonly settings: DeliverySettings,
    private readonly logger: Logger,
    /** Makes a damaged message once more. */
    private readonly remake: (place: DeliveryPlace) => Promise<void>,
  ) {
    this.#inFlight = new InFlight(settings.perEndpointMax);
    // As many as are under way listen, which are bounded.
    setMaxListeners(0, this.#stopping.signal);
  }

  start(): void {
    this.#timer = setInterval(() => this.wake(), this.settings.pollMs);
    this.wake();
  }

  /** Looks for what is due now, at one endpoint or at all of them. */
  wake(endpointId?: string): void {
    if (this.#stopped) return;
    if (endpointId !== undefined) {
      const known = this.queue.endpoint(endpointId);
      if (known) this.#startDue(known.endpoint);
      return;
    }
    // Each turn begins with another one, so that none is last whenever there is no room for all.
    for (const { endpoint } of this.#inFlight.inTurn(this.queue.endpoints())) {
      this.#startDue(endpoint);
    }
  }

  /** What was under way and did not end in time stays in the queue. */
  async stop(): Promise<void> {
    this.#stopped = true;
    if (this.#timer) clearInterval(this.#timer);
    const timer = setTimeout(() => this.#stopping.abort(), STOP_MS);
    await this.#inFlight.ended();
    clearTimeout(timer);
  }

  #startDue(endpoint: WebhookEndpoint): void {
    const { endpointId, status } = endpoint;
    const nowMs = this.settings.now();
    if (status !== 'active' || this.#isPaused(endpointId, nowMs)) return;
    if (!this.#inFlight.hasRoom(endpointId)) return;
    const due = this.queue.due(endpointId, nowMs, this.#inFlight.lanesMax(endpointId));
    for (const place of this.queue.takeDamaged()) this.#repair(place);
    if (due.length === 0 || this.queue.endpointAsides.of(endpointId)) return;
    if (!this.#isSignable(endpoint, nowMs)) return;
    for (const delivery of due) {
      if (!this.#inFlight.hasRoom(endpointId)) return;
      this.#inFlight.run(delivery, () => this.#attempt(endpoint, delivery), {
        onError: (error) => {
          this.#pausedUntilMs.set(endpointId, this.settings.now() + UNSETTLED_MS);
          this.logger.error({ err: error, endpointId }, 'a webhook could not be settled');
        },
        onRoom: (where) => this.wake(where),
      });
    }
  }

  /** What it makes is due again as it was. */
  #repair(place: DeliveryPlace): void {
    const { endpointId } = place;
    this.#pausedUntilMs.set(endpointId, this.settings.now() + UNSETTLED_MS);
    this.logger.error(place, 'a webhook in the queue is damaged, it is made from its event again');
    this.remake(place).then(
      () => {
        this.#pausedUntilMs.delete(endpointId);
        this.wake(endpointId);
      },
      (error: unknown) => {
        this.logger.error({ err: error, ...place }, 'a damaged webhook cannot be made again yet');
      },
    );
  }

  #isPaused(endpointId: string, nowMs: number): boolean {
    const untilMs = this.#pausedUntilMs.get(endpointId);
    if (untilMs === undefined) return false;
    if (nowMs < untilMs) return true;
    this.#pausedUntilMs.delete(endpointId);
    return false;
  }

  /** A signature of another key would only make the receiver refuse; the message waits instead. */
  #isSignable(endpoint: WebhookEndpoint, nowMs: number): boolean {
    const { endpointId } = endpoint;
    const isSignable = this.settings.signing.secretsOf(endpoint, nowMs).length > 0;
    if (!isSignable && !this.#unsigned.has(endpointId)) {
      this.#unsigned.add(endpointId);
      this.logger.error({ endpointId }, 'webhooks wait: the key of their secret is missing');
    }
    return isSignable;
  }

  /** @returns whether the endpoint took it. */
  async #attempt(endpoint: WebhookEndpoint, delivery: Delivery): Promise<boolean> {
    const { messageId, type, body, attempts, paymentId, order } = delivery;
    const tried = { messageId, type, body, payment: { paymentId, order }, number: attempts + 1 };
    const { settings, log } = this;
    const means = { settings, log, signal: this.#stopping.signal };
    const { answer, logged } = await attempt({ endpoint, ...tried }, means);
    const nowMs = settings.now();
    const nextAttemptMs = await this.#settle(delivery, answer);
    await log.end(logged, { body, answer }, { nowMs, nextAttemptMs });
    return answer.outcome === 'arrived';
  }

  /** @returns when it is tried again; null when it is not, or not before something changes. */
  async #settle(delivery: Delivery, answer: Answer): Promise<number | null> {
    const { endpointId } = delivery;
    // Removed meanwhile: its messages are gone, and must not come back.
    if (this.queue.endpoint(endpointId)?.endpoint.status === 'removed') return null;
    if (answer.outcome === 'arrived') {
      await this.queue.finish(delivery, this.settings.now(), 'arrived');
      await this.queue.failSince(endpointId, null);
    } else if (answer.outcome === 'gone') {
      await this.#disable(endpointId, 'gone');
    } else if (answer.outcome === 'failed') {
      return this.#failed(delivery, answer);
    }
    return null;
  }

  async #failed(delivery: Delivery, { reason, retryAfterMs }: Failed): Promise<number | null> {
    const { endpointId, messageId } = delivery;
    const nowMs = this.settings.now();
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
    return delayMs === null ? null : nowMs + delayMs;
  }

  async #abandon(delivery: Delivery, reason: string): Promise<void> {
    const { endpointId, messageId, paymentId, attempts, type: messageType } = delivery;
    const abandonedAt = this.#isoNow();
    const data = { endpointId, messageId, messageType, paymentId, attempts, reason, abandonedAt };
    try {
      await this.streams.change(
        endpointId,
        (endpoint) => (endpoint ? [{ type: 'WebhookMessageAbandoned', data }] : []),
        { actor: 'operations', commandId: idOf('abandon', endpointId, messageId, abandonedAt) },
      );
    } catch (error) {
      // A store that is away comes back; what it refuses, it would refuse for ever.
      if (error instanceof EventStoreUnavailable) throw error;
      this.logger.error(
        { err: error, endpointId, messageId },
        'a webhook given up is not recorded',
      );
    }
    await this.queue.finish(delivery, this.settings.now(), 'dead');
    this.logger.warn({ endpointId, messageId, reason }, 'a webhook was given up');
  }

  async #disable(endpointId: string, reason: DisableReason): Promise<void> {
    const disabledAt = this.#isoNow();
    const data = { endpointId, reason, disabledAt };
    await this.streams.change(
      endpointId,
      (endpoint) =>
        endpoint?.status === 'active' ? [{ type: 'WebhookEndpointDisabled', data }] : [],
      { actor: 'operations', commandId: idOf('disable', endpointId, disabledAt) },
    );
    this.logger.warn({ endpointId, reason }, 'a webhook endpoint was disabled');
  }

  #isoNow(): string {
    return new Date(this.settings.now()).toISOString();
  }
}

type Failed = Extract<Answer, { outcome: 'failed' }>;
