import { createHash, randomUUID } from 'node:crypto';
import { idOf, type EventStore } from '#event-store';
import {
  decideEdit,
  EndpointError,
  hasSameTypes,
  type EndpointEdit,
  type EndpointEvent,
  type WebhookEndpoint,
} from '#outgoing-webhooks';
import { Problem, type Caller } from '#platform';
import { troubleOfEndpoint } from './address-guard.js';
import { troubleOf, type EndpointTrouble } from './attention.js';
import type { Delivery, KnownEndpoint } from './delivery.js';
import type { OutgoingWebhooks } from './outgoing-webhooks.js';
import { replay, type ReplayResult } from './replay.js';
import { ReplayTurns } from './replay-turns.js';
import { Reservations } from './reservations.js';
import {
  chosenTypes,
  type EndpointRequest,
  type ReplayRequest,
} from './webhook-endpoints.request.js';

const DAY_MS = 86_400_000;
const ENDPOINTS_MAX = 20;
const ABANDONED_MAX = 1_000;

type WithSecret = { readonly endpoint: WebhookEndpoint; readonly secret?: string };
type Replaced = WithSecret & { readonly isRepeat: boolean };

/** What a client may do with its own endpoints; those of others do not exist for it. */
export class EndpointCommands {
  readonly #registering = new Reservations();
  readonly #replaying = new ReplayTurns();

  constructor(
    private readonly webhooks: OutgoingWebhooks,
    private readonly eventStore: EventStore,
  ) {}

  /**
   * A repeat with the same key answers the same endpoint, without its secret.
   *
   * @throws Problem `request-invalid`, or `idempotency-key-reused` when the key was used for
   * another registration.
   * @throws EndpointError `endpoint-limit-reached`.
   */
  async register(
    client: string,
    key: string,
    { url, ...wanted }: EndpointRequest,
  ): Promise<WithSecret> {
    const description = wanted.description ?? null;
    const messageTypes = chosenTypes(wanted.messageTypes);
    const { settings, streams, queue } = this.webhooks;
    const endpointId = idOf('webhook-endpoint', client, key);
    const isNew = queue.endpoint(endpointId) === null;
    if (isNew) await this.#assertReachable(url);
    const { keyId } = settings.signing;
    const chosen = { endpointId, client, url, description, messageTypes };
    const data = { ...chosen, keyId, registeredAt: this.#isoNow() };
    const { endpoint } = await this.#registering.run(client, endpointId, (others) =>
      streams.change(
        endpointId,
        (known) => {
          if (known) return [];
          this.#assertRoom(client, others());
          return [{ type: 'WebhookEndpointRegistered', data }];
        },
        { actor: client, commandId: idOf('register-webhook-endpoint', endpointId) },
      ),
    );
    // What was edited since cannot be compared with the first request any more.
    const isOther = endpoint.url !== url || !hasSameTypes(endpoint.messageTypes, messageTypes);
    if (isOther && endpoint.changes.length === 0) throw new Problem('idempotency-key-reused');
    return isNew ? { endpoint, secret: settings.signing.secretOf(endpoint) } : { endpoint };
  }

  /** @throws Problem `request-invalid` for a URL that no webhook may go to. */
  async #assertReachable(url: string): Promise<void> {
    const message = await troubleOfEndpoint(url, this.webhooks.settings);
    if (message === null) return;
    throw new Problem('request-invalid', undefined, [{ field: 'url', message }]);
  }

  /**
   * A repeat with the same key answers the endpoint as it is.
   *
   * @throws Problem as `register` does; also `request-invalid` for an edit that names nothing.
   */
  async edit(
    client: string,
    key: string,
    { endpointId, edit }: { readonly endpointId: string; readonly edit: EndpointEdit },
  ): Promise<WebhookEndpoint> {
    const commandId = idOf('change-webhook-endpoint', endpointId, key);
    const { endpoint: known } = this.own(client, endpointId);
    if (Object.values(edit).every((value) => value === undefined)) {
      const message = 'must be given, or another of url, description, messageTypes, status';
      throw new Problem('request-invalid', undefined, [{ field: 'url', message }]);
    }
    if (edit.url !== undefined && edit.url !== known.url) await this.#assertReachable(edit.url);
    const requestHash = createHash('sha256').update(JSON.stringify(edit)).digest('hex');
    const endpoint = await this.#change(
      client,
      endpointId,
      (current, now) => decideEdit(current, edit, { commandId, requestHash, now }),
      commandId,
    );
    const made = endpoint.changes.find((change) => change.commandId === commandId);
    if (made && made.requestHash !== requestHash) throw new Problem('idempotency-key-reused');
    this.webhooks.wake(endpointId);
    return endpoint;
  }

  /** @param others being registered at the same time. */
  #assertRoom(client: string, others: ReadonlySet<string>): void {
    const ids = new Set([...others, ...this.list(client).map(({ endpointId }) => endpointId)]);
    if (ids.size < ENDPOINTS_MAX) return;
    throw new EndpointError('endpoint-limit-reached');
  }

  /** Whose endpoint the caller means: an operator acts for the client that it belongs to. */
  ownerFor({ client, role }: Caller, endpointId: string): string {
    if (role !== 'operator') return client;
    return this.webhooks.queue.endpoint(endpointId)?.endpoint.client ?? client;
  }

  /** All there are for an operator, else the caller's own. */
  listFor({ client, role }: Caller): WebhookEndpoint[] {
    if (role !== 'operator') return this.list(client);
    const all = this.webhooks.queue.endpoints().map(({ endpoint }) => endpoint);
    return all.filter(({ status }) => status !== 'removed');
  }

  list(client: string): WebhookEndpoint[] {
    const all = this.webhooks.queue.endpoints().map(({ endpoint }) => endpoint);
    return all.filter((each) => each.client === client && each.status !== 'removed');
  }

  /** @throws Problem `not-found` for what is removed or of another client. */
  own(client: string, endpointId: string): KnownEndpoint {
    const known = this.webhooks.queue.endpoint(endpointId);
    if (known?.endpoint.client !== client || known.endpoint.status === 'removed') {
      throw new Problem('not-found');
    }
    return known;
  }

  async remove(client: string, endpointId: string): Promise<void> {
    await this.#change(client, endpointId, ({ status }, removedAt) =>
      status === 'removed'
        ? []
        : [{ type: 'WebhookEndpointRemoved', data: { endpointId, removedAt } }],
    );
  }

  /**
   * A repeat with the same key answers the same secret, as long as it is the latest; else a caller
   * that lost the answer would replace a secret that its receivers never got to know.
   */
  async replaceSecret(client: string, key: string, endpointId: string): Promise<Replaced> {
    const commandId = idOf('replace-webhook-secret', endpointId, key);
    const { endpoint: known } = this.own(client, endpointId);
    const isMade = ({ secret, previous }: WebhookEndpoint): boolean =>
      [secret.commandId, previous?.commandId].includes(commandId);
    const replace = (current: WebhookEndpoint, replacedAt: string): readonly EndpointEvent[] => {
      if (isMade(current)) return [];
      const previousUntil = new Date(Date.parse(replacedAt) + DAY_MS).toISOString();
      const generation = current.secret.generation + 1;
      const { keyId } = this.webhooks.settings.signing;
      const data = { endpointId, generation, keyId, commandId, previousUntil, replacedAt };
      return [{ type: 'WebhookSecretReplaced', data }];
    };
    const endpoint = await this.#change(client, endpointId, replace, commandId);
    this.webhooks.wake(endpointId);
    const isLatest = endpoint.secret.commandId === commandId;
    const secret = isLatest ? this.webhooks.settings.signing.secretOf(endpoint) : undefined;
    return { endpoint, ...(secret !== undefined && { secret }), isRepeat: isMade(known) };
  }

  async enable(client: string, endpointId: string): Promise<WebhookEndpoint> {
    const endpoint = await this.#change(client, endpointId, ({ status }, enabledAt) =>
      status === 'disabled'
        ? [{ type: 'WebhookEndpointEnabled', data: { endpointId, enabledAt } }]
        : [],
    );
    this.webhooks.wake(endpointId);
    return endpoint;
  }

  abandoned(client: string, endpointId: string): Delivery[] {
    this.own(client, endpointId);
    return this.webhooks.queue.dead(endpointId, ABANDONED_MAX);
  }

  /** @throws Problem `not-found` for a message that was not given up. */
  async revive(client: string, endpointId: string, messageId: string): Promise<void> {
    this.own(client, endpointId);
    const isRevived =
      /^msg_[0-9a-f]{32}$/.test(messageId) &&
      (await this.webhooks.queue.revive(endpointId, messageId, this.webhooks.settings.now()));
    if (!isRevived) throw new Problem('not-found');
    this.webhooks.wake(endpointId);
  }

  /**
   * @throws EndpointError `endpoint-disabled`, or `replay-in-progress` while another replay of the
   * client goes on.
   */
  async replay(
    client: string,
    endpointId: string,
    { fromPosition, toPosition }: ReplayRequest,
  ): Promise<ReplayResult> {
    const known = this.own(client, endpointId);
    if (known.endpoint.status !== 'active') throw new EndpointError('endpoint-disabled');
    const replayed = await this.#replaying.run(client, () =>
      replay(this.eventStore, this.webhooks, { known, fromPosition, toPosition }),
    );
    this.webhooks.wake(endpointId);
    return replayed;
  }

  /** Endpoints of all clients that a person should look at, the longest troubled first. */
  attention(): EndpointTrouble[] {
    const { queue } = this.webhooks;
    const troubled = queue.endpoints().flatMap((known) => troubleOf(known, this.webhooks));
    return troubled.sort((a, b) => (a.since < b.since ? -1 : 1));
  }

  async #change(
    client: string,
    endpointId: string,
    decide: (endpoint: WebhookEndpoint, now: string) => readonly EndpointEvent[],
    commandId: string = randomUUID(),
  ): Promise<WebhookEndpoint> {
    this.own(client, endpointId);
    const now = this.#isoNow();
    const { endpoint } = await this.webhooks.streams.change(
      endpointId,
      (known) => (known ? decide(known, now) : []),
      { actor: client, commandId },
    );
    return endpoint;
  }

  #isoNow(): string {
    return new Date(this.webhooks.settings.now()).toISOString();
  }
}
