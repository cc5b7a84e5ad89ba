import { Ajv } from 'ajv';
import { getMetadataStorage } from 'class-validator';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { SECRETS } from '#environment';
import { natsAuthorization } from '#messaging';
import { Config as CommandConfig } from '../../apps/command-service/src/config.js';
import { Config as FraudConfig } from '../../apps/fraud-worker/src/config.js';
import { Config as OperationsConfig } from '../../apps/operations/src/config.js';
import { Config as ProjectionConfig } from '../../apps/projection-service/src/config.js';
import { Config as SandboxConfig } from '../../apps/provider-sandbox/src/config.js';

const ROOT = join(import.meta.dirname, '../..');

type Container = {
  readonly image: string;
  readonly build?: string;
  readonly command?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly healthcheck: object;
  readonly profiles?: readonly string[];
  readonly volumes?: readonly string[];
  readonly deploy?: { readonly resources: { readonly limits: { readonly memory: string } } };
  readonly logging?: { readonly options: Readonly<Record<string, string>> };
  readonly read_only?: boolean;
  readonly networks?: readonly string[];
  readonly secrets?: readonly string[];
  readonly ports?: readonly string[];
  readonly cap_add?: readonly string[];
  readonly tmpfs?: readonly string[];
  readonly cap_drop?: readonly string[];
  readonly security_opt?: readonly string[];
};

const CONFIGS: Readonly<Record<string, new () => object>> = {
  'command-service': CommandConfig,
  'fraud-worker': FraudConfig,
  operations: OperationsConfig,
  'projection-service': ProjectionConfig,
  'provider-sandbox': SandboxConfig,
};

/**
 * Alerts are set by a file of their own, .env.alerts. The image sets its folders; the embedded
 * store has no place here; crashes are for tests.
 */
const SET_ELSEWHERE =
  /^((ALERT|PAGERDUTY|SLACK|TEAMS|TELEGRAM|TWILIO)_\w+|(DATA|MODELS|CONSOLE)_DIR|CRASH_AT|EVENTSTORE_(PORT|HOST|USERS_FILE|SCORER_URL|TLS_\w+))$/;

/** A value of .env, or the file that is mounted under this name. */
const secretNameOf = (variable: string): string => variable.toLowerCase().replaceAll('_', '-');

/** The address of a part of this file is put together of a password; another one has it inside. */
const IN_ADDRESSES = ['DATABASE_URL', 'EVENTSTORE_URL', 'NATS_URL'];

type Compose = {
  readonly networks: Readonly<Record<string, { readonly internal?: boolean } | null>>;
  readonly secrets: Readonly<Record<string, { readonly file: string }>>;
  readonly services: Readonly<Record<string, Container>>;
  readonly volumes: Readonly<Record<string, null>>;
  readonly configs: Readonly<Record<string, { readonly content: string }>>;
};

const INCLUDED = ['docker-compose.nats.yml', 'docker-compose.monitoring.yml'];
type ScrapeConfig = {
  readonly authorization: { readonly credentials_file: string };
  readonly static_configs: readonly { readonly targets: readonly string[] }[];
};

const FILES = ['docker-compose.yml', ...INCLUDED];
const texts = FILES.map((file) => readFileSync(join(ROOT, file), 'utf8'));
const text = texts.join('\n');
const compose = merged(
  texts.map((each) => parse(each, { merge: true }) as Readonly<Record<string, object>>),
) as unknown as Compose;
const services = Object.entries(compose.services);
const ours = services.filter(([, { build }]) => build !== undefined);

describe('docker-compose.yml', () => {
  it('has the form that the Compose Specification gives to what it uses', () => {
    const validate = new Ajv({ allErrors: true }).compile(COMPOSE_FORM);
    validate(compose);
    expect(validate.errors ?? []).toEqual([]);
  });

  it('runs every service there is', () => {
    const apps = ['command-service', 'fraud-worker', 'operations', 'projection-service'];
    expect(ours.map(([name]) => name).sort()).toEqual([...apps, 'provider-sandbox'].sort());
    for (const [name, { command }] of ours) {
      expect(command).toEqual([`dist/apps/${name}/src/main.js`]);
      expect(existsSync(join(ROOT, 'apps', name, 'src/main.ts'))).toBe(true);
    }
  });

  it('waits with each service until what it needs is healthy', () => {
    const needs = (name: string): string[] =>
      Object.keys(compose.services[name]?.depends_on ?? {}).sort();
    expect(needs('command-service')).toEqual(['kurrentdb', 'nats', 'provider-sandbox']);
    expect(needs('projection-service')).toEqual(['kurrentdb', 'postgres']);
    expect(needs('fraud-worker')).toEqual(['kurrentdb', 'nats']);
    expect(needs('operations')).toEqual(['kurrentdb', 'provider-sandbox']);
    const conditions = services.flatMap(([, { depends_on = {} }]) => Object.values(depends_on));
    expect(new Set(conditions.map(({ condition }) => condition))).toEqual(
      new Set(['service_healthy']),
    );
  });

  it('pins every image of others to a version', () => {
    for (const [, { image }] of services.filter(([, { build }]) => build === undefined)) {
      expect(image).toMatch(/:v?\d+\.\d+(\.\d+)?(-[a-z]+)?$/);
    }
  });

  it('gives each service the variables of its configuration, and no others', () => {
    for (const [name, { environment = {} }] of ours) {
      const known = variablesOf(CONFIGS[name]);
      const given = Object.keys(environment).filter((each) => !isOfSecret(each));
      expect([name, given.filter((each) => !known.has(each))]).toEqual([name, []]);
      const missing = [...known].filter(
        (each) => !(each in environment) && !SET_ELSEWHERE.test(each),
      );
      expect([name, missing]).toEqual([name, []]);
    }
  });

  it('gives each container bounds, and no right it does not need', () => {
    for (const [name, { deploy, logging }] of services) {
      expect([name, deploy?.resources.limits.memory]).toEqual([name, '2g']);
      expect([name, logging?.options['max-size']]).toEqual([name, '10m']);
    }
    for (const [name, { cap_drop, security_opt, cap_add = [] }] of services) {
      expect([name, cap_drop, security_opt]).toEqual([name, ['ALL'], ['no-new-privileges:true']]);
      expect([name, cap_add.length > 0]).toEqual([name, name === 'postgres']);
    }
    for (const [name, { read_only = false, tmpfs = [] }] of services) {
      const isFixed = name !== 'kurrentdb'; // It keeps logs beside its volume.
      expect([name, read_only, tmpfs.includes('/tmp')]).toEqual([name, isFixed, isFixed]);
    }
  });

  it('takes each secret from .env or from a file, which only its services see', () => {
    for (const [name, { environment = {}, secrets = [] }] of ours) {
      const variables = SECRETS.filter(
        (each) => variablesOf(CONFIGS[name]).has(each) && !IN_ADDRESSES.includes(each),
      ).filter((each) => !SET_ELSEWHERE.test(each));
      expect([name, [...secrets].sort()]).toEqual([name, variables.map(secretNameOf).sort()]);
      for (const variable of variables) {
        const secret = secretNameOf(variable);
        expect([environment[variable], environment[`${variable}_FILE`]]).toEqual([
          `\${${variable}-}`,
          `\${${variable}_FILE:+/run/secrets/${secret}}`,
        ]);
        expect(compose.secrets[secret]?.file).toBe(`\${${variable}_FILE:-/dev/null}`);
      }
    }
  });

  it('keeps store, messages and views in networks of those who need them', () => {
    const inside = (network: string): string[] =>
      services.flatMap(([name, { networks = [] }]) => (networks.includes(network) ? [name] : []));
    expect(inside('store').sort()).toEqual(
      ['kurrentdb', 'command-service', 'projection-service', 'fraud-worker', 'operations'].sort(),
    );
    expect(inside('messages').sort()).toEqual(['command-service', 'fraud-worker', 'nats']);
    expect(inside('views').sort()).toEqual(['postgres', 'projection-service']);
    for (const part of ['kurrentdb', 'nats', 'postgres']) {
      const { networks = [], ports = [] } = compose.services[part] ?? {};
      expect([part, networks.map((name) => compose.networks[name]), ports]).toEqual([
        ...[part, [{ internal: true }], []],
      ]);
    }
  });

  it('takes only variables that .env.example explains', () => {
    const example = readFileSync(join(ROOT, '.env.example'), 'utf8');
    const taken = [...text.matchAll(/\$\{([A-Z_]+)/g)].map(([, name]) => name ?? '');
    const named = taken.map((name) => (isOfSecret(name) ? name.replace(/_FILE$/, '') : name));
    const unexplained = named.filter((name) => !new RegExp(`^(# )?${name}=`, 'm').test(example));
    expect(unexplained).toEqual([]);
  });

  it('declares every volume it mounts', () => {
    const mounted = services.flatMap(([, { volumes = [] }]) => volumes);
    const sources = mounted.map((volume) => volume.split(':')[0] ?? '');
    const [folders, names] = [sources.filter(isFolder), sources.filter((each) => !isFolder(each))];
    expect(folders.filter((folder) => !existsSync(join(ROOT, folder)))).toEqual([]);
    expect([...new Set(names)].sort()).toEqual(Object.keys(compose.volumes).sort());
  });

  it('gives NATS the logins and permissions that the services need, and no others', () => {
    const { content = '' } = compose.configs['nats'] ?? {};
    const json = /^authorization: ([^]*)$/m.exec(content)?.[1] ?? '';
    const passwords = {
      'command-service': '${NATS_COMMAND_PASSWORD:?see .env.example}',
      'fraud-worker': '${NATS_WORKER_PASSWORD:?see .env.example}',
    };
    expect(JSON.parse(json.replaceAll('$$', '$'))).toEqual(natsAuthorization(passwords));
    expect(compose.services['command-service']?.environment?.['NATS_URL']).toContain(
      'nats://command-service:${NATS_COMMAND_PASSWORD}@',
    );
    expect(compose.services['fraud-worker']?.environment?.['NATS_URL']).toContain(
      'nats://fraud-worker:${NATS_WORKER_PASSWORD}@',
    );
  });

  it('starts what watches the services with the profile monitoring alone', () => {
    for (const name of ['prometheus', 'grafana']) {
      expect([name, compose.services[name]?.profiles]).toEqual([name, ['monitoring']]);
    }
    const config = readFileSync(join(ROOT, 'deploy/prometheus/prometheus.yml'), 'utf8');
    const { scrape_configs: jobs } = parse(config) as { scrape_configs: ScrapeConfig[] };
    const scraped = jobs.map(({ static_configs: [first] }) => first?.targets).flat();
    const apps = ours.filter(([name]) => name !== 'provider-sandbox');
    expect(scraped.sort()).toEqual(
      apps.map(([name, { environment }]) => `${name}:${environment?.['PORT']}`).sort(),
    );
    expect(new Set(jobs.map(({ authorization }) => authorization.credentials_file))).toEqual(
      new Set(['/run/secrets/prometheus-key']),
    );
  });

  it('has NATS write to disk before it acknowledges', () => {
    expect(compose.configs['nats']?.content).toMatch(/sync_interval: always/);
  });
});

/** What several files say of services, volumes and so on, as `include` puts it together. */
function merged(files: readonly Readonly<Record<string, object>>[]): Record<string, object> {
  const whole: Record<string, object> = {};
  for (const [key, part] of files.flatMap((file) => Object.entries(file))) {
    const isMapping = typeof part === 'object' && !Array.isArray(part);
    whole[key] = isMapping ? { ...whole[key], ...part } : part;
  }
  return whole;
}

function isFolder(source: string): boolean {
  return source.startsWith('./');
}

function isOfSecret(variable: string): boolean {
  return SECRETS.some((name) => `${name}_FILE` === variable);
}

function variablesOf(config: (new () => object) | undefined): ReadonlySet<string> {
  if (config === undefined) return new Set();
  const metadata = getMetadataStorage().getTargetValidationMetadatas(config, '', false, false);
  return new Set(metadata.map(({ propertyName }) => propertyName));
}

const STRINGS = { type: 'array', items: { type: 'string' }, minItems: 1 };
const DURATION = { type: 'string', pattern: '^\\d+(ms|s|m|h)$' };

/** The parts of the Compose Specification that the file uses, and nothing besides. */
const COMPOSE_FORM = {
  type: 'object',
  required: ['services'],
  patternProperties: { '^x-': {} },
  additionalProperties: false,
  properties: {
    name: { type: 'string', pattern: '^[a-z0-9][a-z0-9_-]*$' },
    include: { const: INCLUDED },
    volumes: { type: 'object', additionalProperties: { type: 'null' } },
    networks: {
      type: 'object',
      additionalProperties: {
        type: ['object', 'null'],
        additionalProperties: false,
        properties: { internal: { type: 'boolean' } },
      },
    },
    secrets: {
      type: 'object',
      additionalProperties: {
        type: 'object',
        required: ['file'],
        additionalProperties: false,
        properties: { file: { type: 'string' } },
      },
    },
    configs: {
      type: 'object',
      additionalProperties: {
        type: 'object',
        required: ['content'],
        additionalProperties: false,
        properties: { content: { type: 'string' } },
      },
    },
    services: {
      type: 'object',
      propertyNames: { pattern: '^[a-zA-Z0-9._-]+$' },
      additionalProperties: {
        type: 'object',
        required: ['image', 'healthcheck', 'restart'],
        additionalProperties: false,
        properties: {
          image: { type: 'string' },
          build: { type: 'string' },
          init: { type: 'boolean' },
          restart: { enum: ['no', 'always', 'on-failure', 'unless-stopped'] },
          stop_grace_period: DURATION,
          command: STRINGS,
          profiles: STRINGS,
          volumes: { ...STRINGS, items: { type: 'string', pattern: '^[^:]+:/[^:]+(:ro)?$' } },
          read_only: { type: 'boolean' },
          tmpfs: STRINGS,
          cap_add: STRINGS,
          cap_drop: STRINGS,
          networks: STRINGS,
          secrets: STRINGS,
          env_file: { type: 'array', items: { type: 'object' } },
          security_opt: STRINGS,
          deploy: {
            type: 'object',
            additionalProperties: false,
            properties: {
              resources: {
                type: 'object',
                additionalProperties: false,
                properties: {
                  limits: {
                    type: 'object',
                    additionalProperties: false,
                    properties: {
                      memory: { type: 'string', pattern: '^\\d+[mg]$' },
                      cpus: { type: 'string', pattern: '^\\d+(\\.\\d+)?$' },
                      pids: { type: 'integer', minimum: 1 },
                    },
                  },
                },
              },
            },
          },
          logging: {
            type: 'object',
            required: ['driver', 'options'],
            additionalProperties: false,
            properties: {
              driver: { enum: ['json-file', 'local'] },
              options: { type: 'object', additionalProperties: { type: 'string' } },
            },
          },
          ports: { ...STRINGS, items: { type: 'string', pattern: '^127\\.0\\.0\\.1:\\d+:\\d+$' } },
          environment: { type: 'object', additionalProperties: { type: 'string' } },
          configs: {
            type: 'array',
            items: {
              type: 'object',
              required: ['source', 'target'],
              additionalProperties: false,
              properties: { source: { type: 'string' }, target: { type: 'string' } },
            },
          },
          depends_on: {
            type: 'object',
            additionalProperties: {
              type: 'object',
              required: ['condition'],
              additionalProperties: false,
              properties: {
                condition: {
                  enum: ['service_started', 'service_healthy', 'service_completed_successfully'],
                },
                required: { type: 'boolean' },
              },
            },
          },
          healthcheck: {
            type: 'object',
            required: ['test', 'interval', 'timeout', 'retries'],
            additionalProperties: false,
            properties: {
              test: { ...STRINGS, minItems: 2 },
              interval: DURATION,
              timeout: DURATION,
              retries: { type: 'integer', minimum: 1 },
              start_period: DURATION,
            },
          },
        },
      },
    },
  },
};
