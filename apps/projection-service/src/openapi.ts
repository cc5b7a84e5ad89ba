import { DocumentBuilder, type OpenAPIObject } from '@nestjs/swagger';
import type { INestApplication } from '@nestjs/common';
import type { EventStore } from '#event-store';
import { createHttpApp, describeHttpApp, hashKey, loadConfig, silentLogger } from '#platform';
import { Config } from './config.js';
import { ProjectionServiceModule } from './projection-service.module.js';
import { openDatabase } from './views/catalogue.js';

/** The document of a built application. */
export function describe(app: INestApplication): OpenAPIObject {
  const head = new DocumentBuilder()
    .setTitle('Assay projection service')
    .setDescription(
      'Queries. Every answer says how far its view is (`position`); `minPosition` waits for it. ' +
        'Amounts are minor units as digits; refusals are RFC 9457.',
    )
    .setVersion('1')
    .setLicense('Apache-2.0', 'https://www.apache.org/licenses/LICENSE-2.0')
    .addBearerAuth()
    .build();
  return describeHttpApp(app, head);
}

/** The document without a running service, for the copy that is checked in. */
export async function openApiDocument(): Promise<object> {
  const DATABASE_URL = 'postgres://document';
  const config = loadConfig(Config, {
    API_KEYS: `document:service:${hashKey('')}`,
    DATABASE_URL,
  });
  const logger = silentLogger();
  const module = ProjectionServiceModule.on({
    config,
    logger,
    eventStore: {} as EventStore,
    dataSource: openDatabase(DATABASE_URL),
  });
  const app = await createHttpApp(module, { logger });
  const document = describe(app);
  await app.close();
  return document;
}
