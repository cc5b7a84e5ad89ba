import { fileURLToPath } from 'node:url';
import type { NatsLogin } from '#messaging';
import { PAYPAL_WEBHOOK_TYPES, STRIPE_WEBHOOK_TYPES } from '#providers';
import type { Config } from '../config.js';
import { apiKeysOf, type Credentials } from '../folder/credentials.js';
import type { DataFolder, Doors, Urls } from '../folder/data-folder.js';
import { DOOR_HOST, doorFilesIn, doorUrlOf, type DoorLogin } from '../folder/door-files.js';
import type { Part } from '../supervisor/part.js';
import { alertEnv } from './alert-env.js';
import type { NatsSettings } from './nats-server.js';
import type { Ports } from './ports.js';
import type { PostgresSettings } from '../postgres/main.js';

/** What one standalone system is made of. */
export type Plan = {
  readonly config: Config;
  readonly ports: Ports;
  readonly folder: DataFolder;
  readonly credentials: Credentials;
  /** The nats-server program of this machine; null: there is none. */
  readonly natsServer: string | null;
};

type Env = Readonly<Record<string, string>>;

const DATABASE = 'assay';

/** Without these, payments are assessed as degraded and go on. */
const SCORING = ['nats-server', 'fraud-worker'];

/** Of the data folder: certificate, key and users of the event store's door. */
export const DOOR_FOLDER = 'event-store-door';

/** Of the data folder: the keys of personal texts. */
export const PRIVACY_FOLDER = 'privacy';

/** Drives files of past payments. */
const STORY_CLIENT = 'local';

/** The parts that start together, stage after stage. */
export function stagesOf(plan: Plan): Part[][] {
  const { config, natsServer } = plan;
  const hasNats = natsUrlOf(plan, 'fraud-worker') !== null;
  return [
    [
      ...(config.DATABASE_URL === undefined ? [postgres(plan)] : []),
      ...(config.NATS_URL === undefined && natsServer !== null ? [nats(plan, natsServer)] : []),
      sandbox(plan),
    ],
    [commandService(plan)],
    [projectionService(plan), ...(hasNats ? [fraudWorker(plan)] : [])],
    [operations(plan)],
  ];
}

/** Where the services are, for people, tools and the story. */
export function urlsOf(plan: Plan): Urls {
  const { config, ports } = plan;
  const { HOST } = config;
  return {
    command: `http://${HOST}:${ports.COMMAND_PORT}`,
    query: `http://${HOST}:${ports.QUERY_PORT}`,
    operations: `http://${HOST}:${ports.OPERATIONS_PORT}`,
    sandbox: `http://${HOST}:${ports.SANDBOX_PORT}`,
    ...(natsUrlOf(plan, 'fraud-worker') !== null && {
      fraudWorker: `http://${HOST}:${ports.FRAUD_PORT}`,
    }),
    standalone: standaloneUrlOf(plan),
  };
}

/** How training, what-if and the dead letters reach the system, with leave to read. */
export function doorsOf(plan: Plan): Doors {
  return {
    eventStore: storeUrlOf(plan, 'projection-service'),
    nats: natsUrlOf(plan, 'fraud-worker'),
  };
}

export function standaloneUrlOf({ config: { HOST }, ports }: Plan): string {
  return `http://${HOST}:${ports.STANDALONE_PORT}`;
}

/** The ports that parts of this plan will listen on. */
export function listeningPorts(plan: Plan): (keyof Ports)[] {
  const { config, natsServer } = plan;
  return [
    'COMMAND_PORT',
    'QUERY_PORT',
    'OPERATIONS_PORT',
    'STANDALONE_PORT',
    'SANDBOX_PORT',
    ...(natsUrlOf(plan, 'fraud-worker') === null ? [] : (['FRAUD_PORT'] as const)),
    ...(config.EVENTSTORE_URL === undefined ? (['EVENTSTORE_PORT'] as const) : []),
    ...(config.NATS_URL === undefined && natsServer ? (['NATS_PORT'] as const) : []),
    ...(config.DATABASE_URL === undefined ? (['POSTGRES_PORT'] as const) : []),
  ];
}

function natsUrlOf(
  { config, ports, natsServer, credentials }: Plan,
  login: NatsLogin,
): string | null {
  if (config.NATS_URL !== undefined) return config.NATS_URL;
  const password = credentials.natsPasswords[login];
  return natsServer && `nats://${login}:${password}@${config.HOST}:${ports.NATS_PORT}`;
}

function postgres({ config, ports, folder, credentials }: Plan): Part {
  const settings: PostgresSettings = {
    folder: folder.of('postgres'),
    host: config.HOST,
    port: ports.POSTGRES_PORT,
    user: DATABASE,
    password: credentials.postgresPassword,
    database: DATABASE,
  };
  return {
    name: 'postgres',
    essential: true,
    file: fileURLToPath(new URL('../postgres/main.js', import.meta.url)),
    env: {},
    settings,
    readyUrl: null,
    address: `${config.HOST}:${ports.POSTGRES_PORT}`,
  };
}

function nats({ config, ports, folder, credentials }: Plan, program: string): Part {
  const settings: NatsSettings = {
    program,
    folder: folder.of('nats'),
    host: config.HOST,
    port: ports.NATS_PORT,
    passwords: credentials.natsPasswords,
  };
  return {
    name: 'nats-server',
    essential: !SCORING.includes('nats-server'),
    file: fileURLToPath(new URL('./nats-server.js', import.meta.url)),
    env: {},
    settings,
    readyUrl: null,
    address: `${config.HOST}:${ports.NATS_PORT}`,
  };
}

function sandbox(plan: Plan): Part {
  const { credentials } = plan;
  const { command } = urlsOf(plan);
  return service(plan, 'provider-sandbox', 'SANDBOX_PORT', {
    STRIPE_WEBHOOK_SECRET: credentials.stripeWebhookSecret,
    PAYPAL_WEBHOOK_ID: credentials.paypalWebhookId,
    SANDBOX_WEBHOOK_URL_STRIPE: `${command}/v1/webhooks/stripe`,
    SANDBOX_WEBHOOK_URL_PAYPAL: `${command}/v1/webhooks/paypal`,
    // As an account in production is set up; the providers' other events move nothing here.
    SANDBOX_WEBHOOK_EVENTS_STRIPE: STRIPE_WEBHOOK_TYPES.join(','),
    SANDBOX_WEBHOOK_EVENTS_PAYPAL: PAYPAL_WEBHOOK_TYPES.join(','),
  });
}

function commandService(plan: Plan): Part {
  const { config, ports, folder, credentials } = plan;
  return service(plan, 'command-service', 'COMMAND_PORT', {
    ...providerEnv(plan),
    ...natsEnv(plan, 'command-service'),
    ...(config.EVENTSTORE_URL === undefined
      ? doorEnv(plan)
      : { EVENTSTORE_URL: config.EVENTSTORE_URL }),
    API_KEYS: apiKeysOf(credentials),
    IMPORT_CLIENTS: STORY_CLIENT,
    CHECKOUTS_PER_CUSTOMER: config.CHECKOUTS_PER_CUSTOMER,
    PAYPAL_WEBHOOK_CA_FILE: folder.of('provider-sandbox', 'paypal-ca.pem'),
    PAYPAL_WEBHOOK_CERT_HOSTS: `${config.HOST}:${ports.SANDBOX_PORT}`,
    PROJECTION_SERVICE_URL: urlsOf(plan).query,
    OPERATIONS_URL: urlsOf(plan).operations,
    PAYER_RETURN_URL: `${urlsOf(plan).sandbox}/`,
  });
}

/**
 * Started once it lives: views that are being built, or that a restored store is behind of, are
 * reported by its own health, and must not keep payments from being taken meanwhile.
 */
function projectionService(plan: Plan): Part {
  const part = service(plan, 'projection-service', 'QUERY_PORT', {
    ...storeEnv(plan, 'projection-service'),
    DATABASE_URL: databaseUrlOf(plan),
    API_KEYS: apiKeysOf(plan.credentials),
  });
  return { ...part, readyUrl: `http://${part.address}/health/live` };
}

function fraudWorker(plan: Plan): Part {
  return service(plan, 'fraud-worker', 'FRAUD_PORT', {
    ...storeEnv(plan, 'fraud-worker'),
    ...natsEnv(plan, 'fraud-worker'),
    API_KEYS: apiKeysOf(plan.credentials),
  });
}

function operations(plan: Plan): Part {
  return service(plan, 'operations', 'OPERATIONS_PORT', {
    ...storeEnv(plan, 'operations'),
    ...providerEnv(plan),
    API_KEYS: apiKeysOf(plan.credentials),
    WEBHOOK_PRIVATE_NETWORKS: plan.config.WEBHOOK_PRIVATE_NETWORKS,
    ...alertEnv(urlsOf(plan), plan.credentials),
  });
}

function service(plan: Plan, name: string, port: keyof Ports, env: Env): Part {
  const { config, ports, folder } = plan;
  const address = `${config.HOST}:${ports[port]}`;
  return {
    name,
    essential: !SCORING.includes(name),
    file: fileURLToPath(new URL(`../../../${name}/src/main.js`, import.meta.url)),
    env: {
      HOST: config.HOST,
      PORT: String(ports[port]),
      LOG_LEVEL: config.LOG_LEVEL,
      DATA_DIR: folder.path,
      ...privacyEnv(plan, name),
      ...env,
    },
    readyUrl: `http://${address}/health/ready`,
    address,
  };
}

/** Those that seal texts or open them; the fraud worker needs neither, and gets no key. */
function privacyEnv({ config, folder }: Plan, name: string): Env {
  if (!['command-service', 'projection-service', 'operations'].includes(name)) return {};
  const { PRIVACY_DIR = folder.of(PRIVACY_FOLDER), PRIVACY_MASTER_KEY } = config;
  return { PRIVACY_DIR, PRIVACY_MASTER_KEY };
}

/** What command-service opens the door with. */
function doorEnv(plan: Plan): Env {
  const { certificate, key, users } = doorFilesIn(plan.folder.of(DOOR_FOLDER));
  return {
    EVENTSTORE_HOST: DOOR_HOST,
    EVENTSTORE_PORT: String(plan.ports.EVENTSTORE_PORT),
    EVENTSTORE_TLS_CERT_FILE: certificate,
    EVENTSTORE_TLS_KEY_FILE: key,
    EVENTSTORE_USERS_FILE: users,
    EVENTSTORE_SCORER_URL: storeUrlOf(plan, 'fraud-worker'),
  };
}

function storeEnv(plan: Plan, login: DoorLogin): Env {
  return { EVENTSTORE_URL: storeUrlOf(plan, login) };
}

function storeUrlOf({ config, ports, folder, credentials }: Plan, login: DoorLogin): string {
  const door = doorUrlOf(login, {
    port: ports.EVENTSTORE_PORT,
    password: credentials.doorPasswords[login],
    files: doorFilesIn(folder.of(DOOR_FOLDER)),
  });
  return config.EVENTSTORE_URL ?? door;
}

function natsEnv(plan: Plan, login: NatsLogin): Env {
  const { NATS_MESSAGE_KEY = plan.credentials.natsMessageKey } = plan.config;
  // Set even when there is none: a child would else inherit another one.
  return { NATS_URL: natsUrlOf(plan, login) ?? '', NATS_MESSAGE_KEY };
}

function databaseUrlOf({ config, ports, credentials }: Plan): string {
  const { HOST, DATABASE_URL } = config;
  const own = `postgres://${DATABASE}:${credentials.postgresPassword}@${HOST}:${ports.POSTGRES_PORT}/${DATABASE}`;
  return DATABASE_URL ?? own;
}

/** The sandbox, never the real providers: this system is for trying and testing. */
function providerEnv(plan: Plan): Env {
  const { credentials } = plan;
  const { sandbox: url } = urlsOf(plan);
  return {
    STRIPE_SECRET_KEY: credentials.stripeSecretKey,
    STRIPE_WEBHOOK_SECRET: credentials.stripeWebhookSecret,
    STRIPE_API_URL: url,
    PAYPAL_CLIENT_ID: credentials.paypalClientId,
    PAYPAL_CLIENT_SECRET: credentials.paypalClientSecret,
    PAYPAL_WEBHOOK_ID: credentials.paypalWebhookId,
    PAYPAL_ENVIRONMENT: 'sandbox',
    PAYPAL_API_URL: url,
  };
}
