import { join } from 'node:path';
import { RemoteEventStore } from '#event-store';
import { createLogger, loadConfig, run, untilStopped } from '#platform';
import { createPayPalProvider, createStripeProvider } from '#providers';
import { Config } from './config.js';
import { OutgoingWebhooks } from './outgoing-webhooks/outgoing-webhooks.js';
import { serve } from './serve.js';

await run('operations', async () => {
  const config = loadConfig(Config, process.env);
  const logger = createLogger('operations', config.LOG_LEVEL);
  const eventStore = RemoteEventStore.connect(config.EVENTSTORE_URL);
  const webhooks = await OutgoingWebhooks.open({
    eventStore,
    logger,
    folder: join(config.DATA_DIR, 'outgoing-webhooks'),
    privateNetworks: config.WEBHOOK_PRIVATE_NETWORKS,
  });
  const timeoutMs = config.PROVIDER_TIMEOUT_MS;
  const service = await serve({
    config,
    logger,
    eventStore,
    webhooks,
    providers: [
      createStripeProvider({
        secretKey: config.STRIPE_SECRET_KEY,
        apiUrl: config.STRIPE_API_URL,
        timeoutMs,
      }),
      createPayPalProvider({
        clientId: config.PAYPAL_CLIENT_ID,
        clientSecret: config.PAYPAL_CLIENT_SECRET,
        environment: config.PAYPAL_ENVIRONMENT,
        apiUrl: config.PAYPAL_API_URL,
        timeoutMs,
      }),
    ],
  });
  logger.info({ url: service.url }, 'operations is ready');
  await untilStopped();
  await service.stop();
  await eventStore.close();
  logger.info('operations has stopped');
});
