import { randomBytes } from 'node:crypto';
import type { NatsLogin } from '#messaging';
import { hashKey, type Role } from '#platform';
import type { DoorLogin } from './door-files.js';
import { readJson, writeJson } from './json-file.js';

/** Everything secret of one data folder; made once, kept in a file only its owner may read. */
export type Credentials = {
  /** By client name. */
  readonly keys: Readonly<Record<string, { readonly role: Role; readonly key: string }>>;
  readonly postgresPassword: string;
  /** Of each login at the nats-server. */
  readonly natsPasswords: Readonly<Record<NatsLogin, string>>;
  /** What command-service and the fraud workers seal their messages with. */
  readonly natsMessageKey: string;
  /** Of each login at the event store's door. */
  readonly doorPasswords: Readonly<Record<DoorLogin, string>>;
  readonly stripeSecretKey: string;
  readonly stripeWebhookSecret: string;
  readonly paypalClientId: string;
  readonly paypalClientSecret: string;
  readonly paypalWebhookId: string;
};

/** The upstream service that the story plays, and people: two for what two have to agree on. */
const CLIENTS: Readonly<Record<string, Role>> = {
  local: 'service',
  'local-analyst': 'analyst',
  'local-analyst-2': 'analyst',
  'local-auditor': 'auditor',
  'local-operator': 'operator',
  'local-operator-2': 'operator',
  'local-admin': 'admin',
  'local-admin-2': 'admin',
};

/** Reads a folder's credentials; the first time, makes them. */
export function credentialsIn(file: string): Credentials {
  const kept = readJson(file) as Partial<Credentials> | null;
  const credentials = { ...fresh(), ...kept, keys: { ...fresh().keys, ...kept?.keys } };
  if (JSON.stringify(kept) !== JSON.stringify(credentials)) {
    writeJson(file, credentials);
  }
  return credentials;
}

/** The variable API_KEYS: hashes only. */
export function apiKeysOf({ keys }: Credentials): string {
  return Object.entries(keys)
    .map(([client, { role, key }]) => `${client}:${role}:${hashKey(key)}`)
    .join(',');
}

function fresh(): Credentials {
  const keys = Object.entries(CLIENTS).map(([client, role]) => [
    client,
    { role, key: `assay_${secret()}` },
  ]);
  return {
    keys: Object.fromEntries(keys) as Credentials['keys'],
    postgresPassword: secret(),
    natsPasswords: { 'command-service': secret(), 'fraud-worker': secret() },
    natsMessageKey: secret(),
    doorPasswords: {
      'projection-service': secret(),
      'fraud-worker': secret(),
      operations: secret(),
    },
    stripeSecretKey: `sk_test_${secret()}`,
    stripeWebhookSecret: `whsec_${secret()}`,
    paypalClientId: `local-${secret()}`,
    paypalClientSecret: secret(),
    paypalWebhookId: `WH-${secret()}`,
  };
}

/** 256 bits of letters and digits. */
function secret(): string {
  return randomBytes(32).toString('hex');
}
