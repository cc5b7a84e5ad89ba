import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');

/** What docker-compose.yml alone reads; no process of ours knows them. */
const COMPOSE_ONLY = [
  'COMPOSE_PROFILES',
  'NATS_COMMAND_PASSWORD',
  'NATS_WORKER_PASSWORD',
  'POSTGRES_PASSWORD',
  'PROMETHEUS_KEY_FILE',
];

/** A variable with a value, or with its default behind a `# `. */
const VARIABLE = /^(?:# )?([A-Z][A-Z0-9_]+)=(.*)$/;

const lines = readFileSync(join(ROOT, '.env.example'), 'utf8').split('\n');

describe('.env.example', () => {
  it('lists exactly what the processes and docker-compose.yml read', () => {
    const read = [...configVariables(), ...COMPOSE_ONLY];
    expect(listed()).toEqual([...new Set(read)].sort());
  });

  it('lists each variable once', () => {
    const names = lines.flatMap((line) => VARIABLE.exec(line)?.[1] ?? []);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  it('says above each variable what it is', () => {
    const bare = lines.filter((line, index) => {
      return VARIABLE.test(line) && !/^# \S/.test(lines[index - 1] ?? '');
    });
    expect(bare).toEqual([]);
  });

  it('holds no secret that opens anything real', () => {
    const secrets = lines.flatMap((line) => (/(SECRET|KEY|PASSWORD)\w*=/.test(line) ? line : []));
    expect(secrets.filter((line) => !/=(|(sk_test_|whsec_)?sandbox)$/.test(line))).toEqual([]);
  });
});

function listed(): string[] {
  return lines.flatMap((line) => VARIABLE.exec(line)?.[1] ?? []).sort();
}

/** Upper-case properties of the classes in every app's config.ts, and of what these share. */
function configVariables(): string[] {
  const files = [
    join(ROOT, 'libs/platform/src/config/config-parts.ts'),
    ...readdirSync(join(ROOT, 'apps')).map((app) => join(ROOT, 'apps', app, 'src/config.ts')),
  ];
  return files
    .filter((file) => existsSync(file))
    .flatMap((file) => [
      ...readFileSync(file, 'utf8').matchAll(/^ {2}([A-Z][A-Z0-9_]+)[!?]?(?::| =)/gm),
    ])
    .map(([, name]) => name ?? '');
}
