import { EndpointError } from '#outgoing-webhooks';
import { Problem } from '#platform';
import type { AttemptFilter, AttemptPage, LoggedAttempt } from './attempt-log.js';
import type { EndpointCommands } from './endpoint-commands.js';
import type { OutgoingWebhooks } from './outgoing-webhooks.js';
import { TestMessages } from './test-messages.js';

const MESSAGE_ID = /^msg_[0-9a-f]{32}$/;

/** What was delivered to a client's own endpoints, and what is sent there when the client asks. */
export class DeliveryCommands {
  readonly #tests: TestMessages;

  constructor(
    private readonly webhooks: OutgoingWebhooks,
    private readonly endpoints: EndpointCommands,
  ) {
    this.#tests = new TestMessages(webhooks);
  }

  /** @throws Problem `not-found` for what is not the client's, as everything here does. */
  ofEndpoint(client: string, endpointId: string, filter: AttemptFilter): Promise<AttemptPage> {
    this.endpoints.own(client, endpointId);
    return this.webhooks.log.ofEndpoint(endpointId, filter);
  }

  ofMessage(client: string, messageId: string, filter: AttemptFilter): Promise<AttemptPage> {
    if (!MESSAGE_ID.test(messageId)) throw new Problem('not-found');
    const own = this.endpoints.list(client).map(({ endpointId }) => endpointId);
    return this.webhooks.log.ofMessage(messageId, new Set(own), filter);
  }

  /** @throws EndpointError `test-in-progress`. */
  test(client: string, endpointId: string, key: string): Promise<LoggedAttempt> {
    return this.#tests.send(this.endpoints.own(client, endpointId).endpoint, key);
  }

  /**
   * Sends a message again; made of its event once more, with the same id.
   *
   * @throws EndpointError `endpoint-disabled`.
   */
  async replay(client: string, endpointId: string, messageId: string): Promise<void> {
    const known = this.endpoints.own(client, endpointId);
    if (known.endpoint.status !== 'active') throw new EndpointError('endpoint-disabled');
    const payment = MESSAGE_ID.test(messageId) && (await this.#paymentOf(endpointId, messageId));
    if (!payment) {
      throw new Problem('not-found', 'no delivery of it is kept; replay from its position instead');
    }
    const { feed, queue, settings } = this.webhooks;
    await queue.add(await feed.messageAt({ endpointId, ...payment }), settings.now());
    this.webhooks.wake(endpointId);
  }

  /** Ends the tests that are under way. */
  stop(): void {
    this.#tests.stop();
  }

  async #paymentOf(endpointId: string, messageId: string): Promise<LoggedAttempt['payment']> {
    const page = { limit: 1 };
    const { attempts } = await this.webhooks.log.ofMessage(messageId, new Set([endpointId]), page);
    return attempts[0]?.payment ?? null;
  }
}
