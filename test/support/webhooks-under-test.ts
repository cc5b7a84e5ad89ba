import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { idOf } from '#event-store';
import { paymentStream, type PaymentEvent } from '#payments';
import { hashKey, loadConfig, type RunningApp, silentLogger } from '#platform';
import { Config } from '../../apps/operations/src/config.js';
import {
  OutgoingWebhooks,
  type OutgoingWebhooksOptions,
} from '../../apps/operations/src/outgoing-webhooks/outgoing-webhooks.js';
import { InMemoryEventStore } from './in-memory-event-store.js';
import {
  authorised,
  authorisationRequested,
  captured,
  captureRequested,
  initiated,
} from './payment-events.js';
import { WebhookReceiver } from './webhook-receiver.js';
import { startOperations } from './operations.js';

/** What an endpoint is registered for unless a test says otherwise. */
export const PAID = ['payment.authorised', 'payment.captured'] as const;

export type Answer = { readonly status: number; readonly body: unknown };

/** Webhooks of an operations process on an in-memory store, and one receiver for them. */
export class WebhooksUnderTest {
  readonly store = new InMemoryEventStore();
  #operations: RunningApp | null = null;

  private constructor(
    readonly folder: string,
    readonly receiver: WebhookReceiver,
    private readonly options: Partial<OutgoingWebhooksOptions>,
  ) {}

  static async start(options: Partial<OutgoingWebhooksOptions> = {}): Promise<WebhooksUnderTest> {
    const folder = await mkdtemp(join(tmpdir(), 'assay-outgoing-webhooks-'));
    const receiver = await WebhookReceiver.start();
    const system = new WebhooksUnderTest(folder, receiver, options);
    await system.startOperations();
    return system;
  }

  async startOperations(): Promise<void> {
    const logger = silentLogger();
    const webhooks = await OutgoingWebhooks.open({
      eventStore: this.store,
      logger,
      folder: this.folder,
      privateNetworks: 'allowed',
      // Tests of silent receivers set their own; a busy machine must not look like one.
      timeoutMs: 20_000,
      delaysMs: [30, 30, 30],
      pollMs: 10,
      ...this.options,
    });
    const config = loadConfig(Config, {
      PORT: '0',
      API_KEYS: [
        ...['shop', 'rival'].map((client) => `${client}:service:${hashKey(client)}`),
        `desk:operator:${hashKey('desk')}`,
      ].join(','),
      STRIPE_SECRET_KEY: 'sk_test_x',
      PAYPAL_CLIENT_ID: 'x',
      PAYPAL_CLIENT_SECRET: 'x',
    });
    const parts = { config, eventStore: this.store, webhooks };
    this.#operations = await startOperations(parts);
  }

  /** Of the operations process. */
  get url(): string {
    return this.#operations?.url ?? '';
  }

  async stopOperations(): Promise<void> {
    await this.#operations?.stop();
    this.#operations = null;
  }

  async stop(): Promise<void> {
    await this.stopOperations();
    await this.receiver.stop();
    await rm(this.folder, { recursive: true, force: true });
  }

  /** @param target a path of the receiver, or a whole URL. */
  async register(
    target: string,
    messageTypes: readonly string[] = PAID,
  ): Promise<{ endpointId: string; secret: string }> {
    const url = target.startsWith('/') ? this.receiver.url + target : target;
    const wanted = { url, messageTypes };
    const { status, body } = await this.call('POST', '/v1/webhook-endpoints', wanted);
    if (status !== 201) throw new Error(`not registered: ${status} ${JSON.stringify(body)}`);
    return body as { endpointId: string; secret: string };
  }

  /** @param by the client, or the key under which `shop` calls. */
  async call(
    method: string,
    path: string,
    body?: object,
    by: string | { readonly key: string } = 'shop',
  ): Promise<Answer> {
    const client = typeof by === 'string' ? by : 'shop';
    const response = await fetch(this.url + path, {
      method,
      headers: {
        authorization: `Bearer ${client}`,
        // A kept connection would outlive the server of its test.
        connection: 'close',
        'idempotency-key': typeof by === 'string' ? crypto.randomUUID() : by.key,
        ...(body && { 'content-type': 'application/json' }),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: text === '' ? null : (JSON.parse(text) as unknown) };
  }

  /** As Prometheus reads them. */
  async metrics(): Promise<string> {
    const headers = { authorization: 'Bearer desk', connection: 'close' };
    return (await fetch(`${this.#operations?.url}/metrics`, { headers })).text();
  }

  /** A payment that was authorised and captured: two messages of the types in `PAID`. */
  async pay(paymentId: string, client = 'shop'): Promise<void> {
    const events: PaymentEvent[] = [
      initiated({ paymentId }),
      authorisationRequested(),
      authorised(),
      captureRequested('c1', '10.00'),
      captured('c1', '10.00'),
    ];
    const stored = events.map((event, index) => ({
      id: idOf(paymentId, String(index)),
      type: event.type,
      data: JSON.parse(JSON.stringify({ ...event.data, paymentId })) as object,
      metadata: { client },
    }));
    await this.store.append(paymentStream(paymentId), stored as never, 'no-stream');
  }
}
