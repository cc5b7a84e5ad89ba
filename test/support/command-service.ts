import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RIGHTS_STREAM } from '#access';
import { EventStore, type RecordedEvent } from '#event-store';
import { FraudScorer, ScoringTimedOut, type ScoreReply, type ScoreRequest } from '#fraud';
import type { MerchantPast, RiskReason, Verdict } from '#payments';
import { Clock, hashKey, loadConfig, type RunningApp, silentLogger, startHttpApp } from '#platform';
import { Config } from '../../apps/command-service/src/config.js';
import { FollowedEvents } from '../../apps/command-service/src/event-store/followed-events.js';
import { Providers } from '../../apps/command-service/src/provider-call/providers.js';
import { Sealing } from '../../apps/command-service/src/sealing/sealing.js';
import { Rescoring } from '../../apps/command-service/src/scoring/rescoring.js';
import { commandServiceOn } from '../../apps/command-service/src/service.js';
import { WebhookVerifiers } from '../../apps/command-service/src/webhooks/webhook-verifiers.js';
import { given } from './given-module.js';
import { InMemoryEventStore } from './in-memory-event-store.js';
import { ASSESSMENT } from './payment-events.js';
import { ScriptedProvider, ScriptedVerifier } from './scripted-provider.js';

/** Gives the verdict the test asks for; null stays silent. */
export class ScriptedScorer extends FraudScorer {
  verdict: Verdict | null = 'approve';
  /** From 0 to 1. */
  value = 0.5;
  /** Null: not told, as by a worker of before it was. */
  merchantPast: MerchantPast | null = null;
  reasons: readonly RiskReason[] = [];

  override async score({ assessmentId }: ScoreRequest): Promise<ScoreReply> {
    await Promise.resolve();
    if (this.verdict === null) throw new ScoringTimedOut('no score within 150 ms');
    const { latencyMs: _latencyMs, degraded: _degraded, ...reply } = ASSESSMENT;
    const { value: score, verdict, merchantPast, reasons } = this;
    return {
      ...reply,
      score,
      assessmentId,
      verdict,
      reasons,
      ...(merchantPast && { merchantPast }),
    };
  }

  override close(): Promise<void> {
    return Promise.resolve();
  }
}

/** The time of this machine, and what a test adds to it. */
export class SettableClock extends Clock {
  aheadMs = 0;

  constructor() {
    super(() => new Date(Date.now() + this.aheadMs));
  }
}

export type Answer = { readonly status: number; readonly body: Record<string, unknown> };

/** A command-service on an in-memory store and scripted neighbours, behind a real port. */
export class CommandServiceUnderTest {
  readonly store = new InMemoryEventStore();
  readonly provider = new ScriptedProvider();
  readonly paypal = new ScriptedProvider('paypal');
  readonly scorer = new ScriptedScorer();
  readonly clock = new SettableClock();
  #service: RunningApp | null = null;
  #dataDir = '';
  #settings: Readonly<Record<string, string>> = {};

  /** @param settings variables of its environment, beside those that every test needs. */
  async start(settings: Readonly<Record<string, string>> = {}): Promise<this> {
    this.#dataDir = await mkdtemp(join(tmpdir(), 'assay-command-service-'));
    this.#settings = settings;
    return this.#serve();
  }

  /** Stops, lets something happen to what is kept, and starts on it again. */
  async restart(meanwhile: () => void = () => undefined, settings = this.#settings): Promise<void> {
    await this.#service?.stop();
    this.#settings = settings;
    meanwhile();
    await this.#serve();
  }

  async #serve(): Promise<this> {
    const config = loadConfig(Config, {
      PORT: '0',
      DATA_DIR: this.#dataDir,
      RESUME_AFTER_MS: '60',
      GAP_SEARCH_EVERY_MS: '200',
      CHECKOUTS_PER_CUSTOMER: 'off',
      API_KEYS: [
        `shop:service:${hashKey('shop-key')}`,
        `rival:service:${hashKey('rival-key')}`,
        `amal:analyst:${hashKey('analyst-key')}`,
        `desk:operator:${hashKey('operator-key')}`,
        `night:operator:${hashKey('night-key')}`,
      ].join(','),
      STRIPE_SECRET_KEY: 'sk_test_x',
      STRIPE_WEBHOOK_SECRET: 'whsec_x',
      PAYPAL_CLIENT_ID: 'x',
      PAYPAL_CLIENT_SECRET: 'x',
      PAYPAL_WEBHOOK_ID: 'x',
      PAYER_RETURN_URL: 'https://shop.example/return',
      ...this.#settings,
    });
    const connections = given(
      { provide: EventStore, useValue: this.store },
      { provide: FollowedEvents, useValue: new FollowedEvents(this.store) },
      { provide: Providers, useValue: new Providers([this.provider, this.paypal]) },
      { provide: WebhookVerifiers, useValue: new WebhookVerifiers([new ScriptedVerifier()]) },
      { provide: FraudScorer, useValue: this.scorer },
      { provide: Rescoring, useValue: new Rescoring(null) },
      { provide: Sealing, useValue: new Sealing(null) },
    );
    const parts = { config, logger: silentLogger(), clock: this.clock };
    this.#service = await startHttpApp(commandServiceOn(connections), parts);
    return this;
  }

  /** What was recorded beside the keys of the variable, which every start looks after. */
  get events(): readonly RecordedEvent[] {
    return this.store.events.filter(({ stream }) => stream !== RIGHTS_STREAM);
  }

  get dataDir(): string {
    return this.#dataDir;
  }

  get url(): string {
    return this.#service?.url ?? '';
  }

  async stop(): Promise<void> {
    await this.#service?.stop();
    await rm(this.#dataDir, { recursive: true, force: true });
  }

  async post(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    const response = await fetch(`${this.#service?.url}${path}`, {
      method: 'POST',
      headers: {
        authorization: 'Bearer shop-key',
        'content-type': 'application/json',
        // A kept connection would outlive the server of its test.
        connection: 'close',
        'idempotency-key': crypto.randomUUID(),
        ...headers,
      },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
    return { status: response.status, body: (await response.json()) as Answer['body'] };
  }

  async get(path: string, key = 'shop-key'): Promise<Answer> {
    const headers = { authorization: `Bearer ${key}`, connection: 'close' };
    const response = await fetch(`${this.#service?.url}${path}`, { headers });
    return { status: response.status, body: (await response.json()) as Answer['body'] };
  }

  /** Types of one payment's events. */
  history(paymentId: unknown): string[] {
    return this.store.events
      .filter(({ stream }) => stream === `payment-${String(paymentId)}`)
      .map(({ type }) => type);
  }
}

/** An ordinary payment of 10.50 EUR by card. */
export function payment(change: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    orderId: 'order-1',
    merchantId: 'merchant-1',
    customerId: 'customer-1',
    amount: { amount: '1050', currency: 'EUR' },
    provider: 'stripe',
    method: { kind: 'card', token: 'pm_card_visa' },
    ...change,
  };
}
