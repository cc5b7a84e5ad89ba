import { DocumentBuilder, type OpenAPIObject } from '@nestjs/swagger';
import type { INestApplication } from '@nestjs/common';
import type { EventStore } from '#event-store';
import { createHttpApp, describeHttpApp, hashKey, loadConfig, silentLogger } from '#platform';
import { CommandServiceModule } from './command-service.module.js';
import { Config } from './config.js';
import { SwitchedOffScorer } from './scoring/assessor.js';
import { Rescoring } from './scoring/rescoring.js';

/** The document of a built application. */
export function describe(app: INestApplication): OpenAPIObject {
  const head = new DocumentBuilder()
    .setTitle('Assay command service')
    .setDescription('Payment commands. Amounts are minor units as digits; refusals are RFC 9457.')
    .setVersion('1')
    .setLicense('Apache-2.0', 'https://www.apache.org/licenses/LICENSE-2.0')
    .addBearerAuth()
    .build();
  return describeHttpApp(app, head);
}

/** The document without a running service, for the copy that is checked in. */
export async function openApiDocument(): Promise<object> {
  const config = loadConfig(Config, {
    API_KEYS: `document:service:${hashKey('')}`,
    STRIPE_SECRET_KEY: 'sk_test_document',
    STRIPE_WEBHOOK_SECRET: 'whsec_document',
    PAYPAL_CLIENT_ID: 'document',
    PAYPAL_CLIENT_SECRET: 'document',
    PAYPAL_WEBHOOK_ID: 'document',
  });
  const logger = silentLogger();
  const module = CommandServiceModule.on({
    config,
    logger,
    eventStore: {} as EventStore,
    providers: [],
    verifiers: [],
    scorer: new SwitchedOffScorer(),
    rescoring: new Rescoring(null),
  });
  const app = await createHttpApp(module, { logger });
  const document = describe(app);
  await app.close();
  return document;
}
