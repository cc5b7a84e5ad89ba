import { resolve } from 'node:path';
import type { Abstract, DynamicModule, Type } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject } from '@nestjs/swagger';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { describeHttpApp } from '../openapi/openapi.js';
import type { ProblemMapping } from '../problem/problem.filter.js';
import { Clock } from '../process/clock.js';
import { loadConfig } from '../config/config.js';
import type { HttpConfig } from '../config/config-parts.js';
import { createLogger, Logger, silentLogger } from '../process/logger.js';
import { makeFolder } from '../process/make-folder.js';
import { run } from '../process/run.js';
import { untilStopped } from '../process/until-stopped.js';
import { createHttpApp, type HttpAppOptions } from './http-app.js';

type Settings = HttpConfig & {
  readonly API_KEYS?: string;
  /** Where it keeps files; absent when it keeps none. */
  readonly DATA_DIR?: string;
};

/** A process that serves HTTP. Its modules may inject config, Logger, Clock, Health and Metrics. */
export type HttpService<Config extends Settings> = Pick<
  HttpAppOptions,
  'bodyBytesMaxOf' | 'costs' | 'queued' | 'streamedBodies'
> & {
  readonly name: string;
  readonly config: new () => Config;
  /** What it serves with that configuration. Parts start and stop by the hooks of Nest. */
  readonly module: (config: Config) => Type | DynamicModule;
  /** The head of its OpenAPI document, docs/openapi/<name>.json; without one it has none. */
  readonly document?: { readonly title: string; readonly description: string };
  /** What it answers of docs/openapi, the first at `/openapi.json`. Default: its own document. */
  readonly documents?: readonly string[];
  /** Opens the sealed texts of JSON on its way out. */
  readonly openTexts?: (config: Config) => (json: string) => string;
  /** Maps its own errors to problems. */
  readonly problems?: ProblemMapping;
};

export type Start<Config> = {
  readonly config: Config;
  readonly logger: Logger;
  /** Default: the time of this machine. */
  readonly clock?: Clock;
};

/** `stop` finishes what is begun and closes what was opened. */
export type RunningApp = {
  readonly url: string;
  get<Part>(part: Type<Part> | Abstract<Part>): Part;
  stop(): Promise<void>;
};

/** The main function of a process: serves until a signal comes, then finishes what is begun. */
export async function runHttpApp<Config extends Settings>(
  service: HttpService<Config>,
  environment: NodeJS.ProcessEnv,
): Promise<void> {
  const { name } = service;
  await run(name, async () => {
    const config = loadConfig(service.config, environment);
    const { DATA_DIR } = config;
    if (DATA_DIR !== undefined) {
      makeFolder(resolve(DATA_DIR), 'choose another folder with DATA_DIR');
    }
    const logger = createLogger(name, config.LOG_LEVEL);
    const app = await startHttpApp(service, { config, logger });
    logger.info({ url: app.url }, `${name} is ready`);
    await untilStopped();
    await app.stop();
    logger.info({}, `${name} has stopped`);
  });
}

/** Starts all parts of a service, then listens. Port 0 takes a free one. */
export async function startHttpApp<Config extends Settings>(
  service: HttpService<Config>,
  { config, logger, clock = new Clock() }: Start<Config>,
): Promise<RunningApp> {
  const app = await create(service, config, { logger, clock });
  await app.listen({ port: config.PORT, host: config.HOST });
  return {
    url: await app.getUrl(),
    get: (part) => app.get(part, { strict: false }),
    stop: () => app.close(),
  };
}

/** The OpenAPI document of a service that is not started. */
export async function openApiDocumentOf<Config extends Settings>(
  service: HttpService<Config>,
): Promise<OpenAPIObject> {
  const parts = { logger: silentLogger(), clock: new Clock(), preview: true };
  return documentOf(await create(service, new service.config(), parts), service);
}

function create<Config extends Settings>(
  {
    name,
    module,
    problems,
    openTexts,
    document: head,
    documents = [name],
    config: token,
    ...bounds
  }: HttpService<Config>,
  config: Config,
  {
    logger,
    clock,
    preview = false,
  }: Pick<Start<Config>, 'logger' | 'clock'> & { preview?: boolean },
): Promise<NestFastifyApplication> {
  return createHttpApp(module(config), {
    ...bounds,
    service: name,
    logger,
    preview,
    ...(head && !preview && { documents }),
    apiKeys: config.API_KEYS ?? '',
    ...(config.DATA_DIR !== undefined && { dataDir: config.DATA_DIR }),
    cors: config,
    rates: config.RATE_LIMITS,
    hstsSeconds: config.HSTS_SECONDS,
    ...(problems && { mapping: problems }),
    ...(openTexts && { openTexts: openTexts(config) }),
    shared: [
      { provide: token, useValue: config },
      { provide: Logger, useValue: logger },
      { provide: Clock, useValue: clock },
    ],
  });
}

type Described = Pick<
  HttpService<Settings>,
  'name' | 'document' | 'bodyBytesMaxOf' | 'streamedBodies'
>;

function documentOf(
  app: NestFastifyApplication,
  {
    name,
    document: { title, description } = { title: name, description: '' },
    bodyBytesMaxOf = {},
    streamedBodies = [],
  }: Described,
): OpenAPIObject {
  const head = new DocumentBuilder()
    .setTitle(title)
    .setDescription(description)
    .setVersion('1')
    .setLicense('Apache-2.0', 'https://www.apache.org/licenses/LICENSE-2.0')
    .addBearerAuth()
    .build();
  return describeHttpApp(app, head, { bodyBytesMaxOf, streamedBodies });
}
