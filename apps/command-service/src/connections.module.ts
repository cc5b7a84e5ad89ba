import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Global, Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { EventStore } from '#event-store';
import { FraudScorer } from '#fraud';
import { Messaging } from '#messaging';
import { Logger, Metrics } from '#platform';
import type { ProviderName, WebhookVerifier } from '#provider-port';
import {
  connectProviders,
  createPayPalPostbackVerifier,
  createPayPalWebhookVerifier,
  createStripeWebhookVerifier,
  guarded,
  PAYPAL_CERTIFICATE_NAMES,
  paypalOptionsOf,
} from '#providers';
import { Config } from './config.js';
import { FollowedEvents } from './event-store/followed-events.js';
import { OpenedEventStore, openEventStore } from './event-store/open-event-store.js';
import { messagingMetrics } from './messaging-metrics.js';
import { openPrivacy, type Privacy } from './privacy/open-privacy.js';
import { Sealing } from './sealing/sealing.js';
import { Providers } from './provider-call/providers.js';
import { SwitchedOffScorer } from './scoring/assessor.js';
import { NatsScorer } from './scoring/nats-scorer.js';
import { Rescoring } from './scoring/rescoring.js';
import { ThreadScorer } from './scoring/thread-scorer.js';
import { WebhookVerifiers } from './webhooks/webhook-verifiers.js';

/** A Messaging, or null where scoring needs no queue. */
const MESSAGING = Symbol('messaging');

const PRIVACY = Symbol('privacy');

/** Opens and connects what the configuration names; closed after all that uses it. */
@Global()
@Module({
  providers: [
    { provide: OpenedEventStore, inject: [Config], useFactory: openEventStore },
    {
      provide: PRIVACY,
      inject: [OpenedEventStore, Config, Logger],
      useFactory: openPrivacy,
    },
    {
      provide: EventStore,
      inject: [PRIVACY],
      useFactory: ({ eventStore }: Privacy) => eventStore,
    },
    {
      provide: FollowedEvents,
      inject: [OpenedEventStore, PRIVACY],
      // Not before all erasures are kept: what is followed is served from.
      useFactory: ({ eventStore }: OpenedEventStore) => new FollowedEvents(eventStore),
    },
    { provide: Sealing, inject: [PRIVACY], useFactory: ({ sealing }: Privacy) => sealing },
    { provide: MESSAGING, inject: [Config, Logger], useFactory: openMessaging },
    {
      provide: FraudScorer,
      inject: [Config, OpenedEventStore, MESSAGING],
      useFactory: openScorer,
    },
    {
      provide: Rescoring,
      inject: [MESSAGING, Logger],
      useFactory: (messaging: Messaging | null, logger: Logger) => new Rescoring(messaging, logger),
    },
    { provide: Providers, inject: [Config], useFactory: connectGuarded },
    { provide: WebhookVerifiers, inject: [Config], useFactory: openVerifiers },
  ],
  exports: [
    EventStore,
    FollowedEvents,
    Sealing,
    FraudScorer,
    Rescoring,
    Providers,
    WebhookVerifiers,
  ],
})
export class ConnectionsModule implements OnApplicationShutdown {
  constructor(
    @Inject(PRIVACY) private readonly privacy: Privacy,
    @Inject(MESSAGING) private readonly messaging: Messaging | null,
    private readonly scorer: FraudScorer,
    metrics: Metrics,
  ) {
    metrics.add(...privacy.metrics, ...(messaging ? messagingMetrics(messaging) : []));
  }

  async onApplicationShutdown(): Promise<void> {
    await this.scorer.close();
    await this.messaging?.close();
    await this.privacy.close();
  }
}

/** In the background: while NATS is away, payments are assessed without a score and go on. */
function openMessaging(config: Config, logger: Logger): Messaging | null {
  const { NATS_URL: url, NATS_MESSAGE_KEY: key } = config;
  if (url === undefined || config.FRAUD_SCORING === 'off') return null;
  if (key === undefined) {
    throw new Error('NATS_URL needs NATS_MESSAGE_KEY, the same as the fraud workers have');
  }
  return Messaging.open({ url, key, name: 'command-service', log: logger });
}

async function openScorer(
  config: Config,
  { url: eventStoreUrl }: OpenedEventStore,
  messaging: Messaging | null,
): Promise<FraudScorer> {
  if (config.FRAUD_SCORING === 'off') return new SwitchedOffScorer();
  if (messaging) return new NatsScorer(messaging, config.FRAUD_TIMEOUT_MS);
  if (eventStoreUrl === null) {
    throw new Error(
      'EVENTSTORE_TLS_CERT_FILE needs NATS_URL, or EVENTSTORE_SCORER_URL with the login of a scorer ' +
        'in this process',
    );
  }
  const stateDir = join(config.DATA_DIR, 'command-service', 'features');
  const { MODELS_DIR: modelsDir, LOG_LEVEL: logLevel } = config;
  const options = { eventStoreUrl, modelsDir, stateDir, logLevel };
  return ThreadScorer.start(options, config.FRAUD_TIMEOUT_MS);
}

/** Each behind a breaker of its own, so that one that is away does not hold up the other. */
function connectGuarded(config: Config): Providers {
  const guard = { budgetMs: config.PROVIDER_TIMEOUT_MS };
  return new Providers(connectProviders(config).map((provider) => guarded(provider, guard)));
}

async function openVerifiers(config: Config): Promise<WebhookVerifiers> {
  const secrets = config.STRIPE_WEBHOOK_SECRET.split(',');
  const live = /^.k_live_/.test(config.STRIPE_SECRET_KEY);
  const verifiers: Readonly<Record<ProviderName, WebhookVerifier>> = {
    stripe: createStripeWebhookVerifier({ secrets, live }),
    paypal: await openPayPalVerifier(config),
  };
  return new WebhookVerifiers(Object.values(verifiers));
}

async function openPayPalVerifier(config: Config): Promise<WebhookVerifier> {
  const webhookId = config.PAYPAL_WEBHOOK_ID;
  if (config.PAYPAL_WEBHOOK_VERIFICATION === 'postback') {
    return createPayPalPostbackVerifier({ ...paypalOptionsOf(config), webhookId });
  }
  const file = config.PAYPAL_WEBHOOK_CA_FILE;
  return createPayPalWebhookVerifier({
    webhookId,
    trustedRoots: file === undefined ? null : await readFile(file, 'utf8'),
    certificateHosts: config.PAYPAL_WEBHOOK_CERT_HOSTS.split(','),
    certificateName: PAYPAL_CERTIFICATE_NAMES[config.PAYPAL_ENVIRONMENT],
    timeoutMs: config.PROVIDER_TIMEOUT_MS,
  });
}
