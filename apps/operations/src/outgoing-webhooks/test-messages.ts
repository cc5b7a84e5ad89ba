import { idOf } from '#event-store';
import { EndpointError, type WebhookEndpoint } from '#outgoing-webhooks';
import type { LoggedAttempt } from './attempt-log.js';
import { attempt } from './attempt.js';
import type { OutgoingWebhooks } from './outgoing-webhooks.js';

export const TEST_TYPE = 'webhook.test';

/** Sends messages that are about nothing, signed and bounded as those about payments. */
export class TestMessages {
  readonly #clients = new Set<string>();
  readonly #stopping = new AbortController();

  constructor(private readonly webhooks: OutgoingWebhooks) {}

  /**
   * Sends one at once, also to a disabled endpoint, and never again; what becomes of it counts for
   * nothing. A repeat with the same key answers what became of the first.
   *
   * @throws EndpointError `test-in-progress` while another of the client is under way.
   */
  async send(endpoint: WebhookEndpoint, key: string): Promise<LoggedAttempt> {
    const { client } = endpoint;
    if (this.#clients.has(client)) throw new EndpointError('test-in-progress');
    this.#clients.add(client);
    try {
      return await this.#sendOnce(endpoint, key);
    } finally {
      this.#clients.delete(client);
    }
  }

  /** Ends what is under way. */
  stop(): void {
    this.#stopping.abort();
  }

  async #sendOnce(endpoint: WebhookEndpoint, key: string): Promise<LoggedAttempt> {
    const { log, settings } = this.webhooks;
    const { endpointId } = endpoint;
    const messageId = `msg_${idOf('webhook-test', endpointId, key).replaceAll('-', '')}`;
    const before = await log.ofMessage(messageId, new Set([endpointId]), { limit: 1 });
    const [known] = before.attempts;
    if (known && known.outcome !== 'unknown') return known;
    const body = JSON.stringify({
      type: TEST_TYPE,
      timestamp: new Date(settings.now()).toISOString(),
      version: 1,
      data: { endpointId, test: true },
    });
    const means = { settings, log, signal: this.#stopping.signal };
    const number = (known?.number ?? 0) + 1;
    const tried = { endpoint, messageId, type: TEST_TYPE, payment: null, body, number };
    const { answer, logged } = await attempt(tried, means);
    const nowMs = settings.now();
    return log.end(logged, { body, answer }, { nowMs, nextAttemptMs: null });
  }
}
