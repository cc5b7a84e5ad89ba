import { Ajv } from 'ajv';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { natsAuthorization } from '#messaging';

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
};

type Compose = {
  readonly services: Readonly<Record<string, Container>>;
  readonly volumes: Readonly<Record<string, null>>;
  readonly configs: Readonly<Record<string, { readonly content: string }>>;
};

const text = readFileSync(join(ROOT, 'docker-compose.yml'), 'utf8');
const compose = parse(text, { merge: true }) as Compose;
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
      expect(image).toMatch(/:\d+\.\d+(\.\d+)?(-[a-z]+)?$/);
    }
  });

  it('gives each service only variables that its configuration knows', () => {
    for (const [name, { environment = {} }] of ours) {
      const source = readFileSync(join(ROOT, 'apps', name, 'src/config.ts'), 'utf8');
      const unknown = Object.keys(environment).filter(
        (variable) => !new RegExp(`^  ${variable}[!?]?(:| =)`, 'm').test(source),
      );
      expect([name, unknown]).toEqual([name, []]);
    }
  });

  it('takes only variables that .env.example explains', () => {
    const example = readFileSync(join(ROOT, '.env.example'), 'utf8');
    const taken = [...text.matchAll(/\$\{([A-Z_]+)/g)].map(([, name]) => name ?? '');
    const unexplained = taken.filter((name) => !new RegExp(`^(# )?${name}=`, 'm').test(example));
    expect(unexplained).toEqual([]);
  });

  it('declares every volume it mounts', () => {
    const mounted = services.flatMap(([, { volumes = [] }]) => volumes);
    const names = new Set(mounted.map((volume) => volume.split(':')[0]));
    expect([...names].sort()).toEqual(Object.keys(compose.volumes).sort());
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

  it('has NATS write to disk before it acknowledges', () => {
    expect(compose.configs['nats']?.content).toMatch(/sync_interval: always/);
  });
});

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
    volumes: { type: 'object', additionalProperties: { type: 'null' } },
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
