import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FraudScorer } from '#fraud';
import { Messaging, type MessagingLog } from '#messaging';
import type { Logger } from '#platform';
import type { PaymentProvider, WebhookVerifier } from '#provider-port';
import {
  createPayPalPostbackVerifier,
  createPayPalProvider,
  createPayPalWebhookVerifier,
  createStripeProvider,
  createStripeWebhookVerifier,
  guarded,
  PAYPAL_CERTIFICATE_NAMES,
  type PayPalOptions,
} from '#providers';
import type { Foundation } from './command-service.module.js';
import type { Config } from './config.js';
import { openEventStore } from './event-store/open-event-store.js';
import { messagingMetrics } from './messaging-metrics.js';
import { SwitchedOffScorer } from './scoring/assessor.js';
import { NatsScorer } from './scoring/nats-scorer.js';
import { Rescoring } from './scoring/rescoring.js';
import { ThreadScorer } from './scoring/thread-scorer.js';

export type LaidFoundation = { readonly foundation: Foundation; remove(): Promise<void> };

/** Opens and connects all that command-service stands on, as its configuration says. */
export async function layFoundation(config: Config, logger: Logger): Promise<LaidFoundation> {
  const opened = await openEventStore(config);
  const messaging = openMessaging(config, logger);
  const scorer = await openScorer(config, messaging, opened.url);
  const foundation: Foundation = {
    config,
    logger,
    eventStore: opened.eventStore,
    providers: connectProviders(config),
    verifiers: await openVerifiers(config),
    scorer,
    rescoring: new Rescoring(messaging, logOf(logger)),
    metrics: [...opened.metrics, ...(messaging ? messagingMetrics(messaging) : [])],
  };
  return {
    foundation,
    remove: async () => {
      await scorer.close();
      await messaging?.close();
      await opened.close();
    },
  };
}

/** In the background: while NATS is away, payments are assessed without a score and go on. */
function openMessaging(config: Config, logger: Logger): Messaging | null {
  const { NATS_URL: url, NATS_MESSAGE_KEY: key } = config;
  if (url === undefined || config.FRAUD_SCORING === 'off') return null;
  if (key === undefined) {
    throw new Error('NATS_URL needs NATS_MESSAGE_KEY, the same as the fraud workers have');
  }
  return Messaging.open({ url, key, name: 'command-service', log: logOf(logger) });
}

function logOf(logger: Logger): MessagingLog {
  return {
    warn: (fields, message) => {
      logger.warn(fields, message);
    },
    info: (fields, message) => {
      logger.info(fields, message);
    },
  };
}

async function openScorer(
  config: Config,
  messaging: Messaging | null,
  eventStoreUrl: string | null,
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
function connectProviders(config: Config): PaymentProvider[] {
  const timeoutMs = config.PROVIDER_TIMEOUT_MS;
  const stripe = createStripeProvider({
    secretKey: config.STRIPE_SECRET_KEY,
    apiUrl: config.STRIPE_API_URL,
    timeoutMs,
  });
  const paypal = createPayPalProvider(paypalOf(config));
  return [stripe, paypal].map((provider) => guarded(provider, { budgetMs: timeoutMs }));
}

function paypalOf(config: Config): PayPalOptions {
  return {
    clientId: config.PAYPAL_CLIENT_ID,
    clientSecret: config.PAYPAL_CLIENT_SECRET,
    environment: config.PAYPAL_ENVIRONMENT,
    apiUrl: config.PAYPAL_API_URL,
    timeoutMs: config.PROVIDER_TIMEOUT_MS,
  };
}

async function openVerifiers(config: Config): Promise<WebhookVerifier[]> {
  const secrets = config.STRIPE_WEBHOOK_SECRET.split(',');
  const live = /^.k_live_/.test(config.STRIPE_SECRET_KEY);
  return [createStripeWebhookVerifier({ secrets, live }), await openPayPalVerifier(config)];
}

async function openPayPalVerifier(config: Config): Promise<WebhookVerifier> {
  const webhookId = config.PAYPAL_WEBHOOK_ID;
  if (config.PAYPAL_WEBHOOK_VERIFICATION === 'postback') {
    return createPayPalPostbackVerifier({ ...paypalOf(config), webhookId });
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
