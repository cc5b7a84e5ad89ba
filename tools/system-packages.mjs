/** Programs outside npm that some tests drive: installed from Debian when that is allowed. */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, readdirSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { ROOT } from './ensure.mjs';

const PROGRAMS = [
  {
    program: 'nats-server',
    what: 'tests over NATS',
    wanted: () => true,
  },
  {
    program: 'chromium',
    what: 'tests in a browser',
    wanted: () => specs(join(ROOT, 'test')).some((file) => /playwright/.test(readText(file))),
  },
  { program: 'zsh', what: 'its completion of assayctl', wanted: () => true },
  { program: 'fish', what: 'its completion of assayctl', wanted: () => true },
  { program: 'hledger', what: 'exports of the journal to hledger', wanted: () => true },
  { program: 'ledger', what: 'exports of the journal to ledger', wanted: () => true },
  {
    program: 'bean-check',
    debian: 'beancount',
    what: 'exports of the journal to beancount',
    wanted: () => true,
  },
  {
    program: 'promtool',
    debian: 'prometheus',
    what: 'alerts and dashboards on a real Prometheus',
    wanted: () => true,
  },
  {
    program: 'jsonschema',
    debian: 'python3-jsonschema',
    what: 'calls by the documents from Python',
    wanted: () => true,
  },
];

/** Installs what is missing, or says what the tests will have to skip. */
export function ensureSystemPackages(say) {
  const missing = install(
    PROGRAMS.filter(({ wanted }) => wanted()),
    say,
  );
  for (const { program, what } of missing) {
    say(`${program} is not installed and could not be: ${what} are skipped`);
  }
}

/** For `npm start`, which scores without it too and says so itself. */
export function ensureNatsServer(say) {
  install(PROGRAMS.slice(0, 1), say);
}

/** @returns the programs that are still missing. */
function install(programs, say) {
  const missing = programs.filter(({ program }) => !onPath(program));
  if (missing.length === 0) return [];
  const names = missing.map(({ program, debian = program }) => debian);
  const apt = aptCommand();
  if (apt) {
    say(`installing ${names.join(', ')} (apt-get) …`);
    run(apt, ['update', '-qq']);
    run(apt, ['install', '-y', '-qq', '--no-install-recommends', ...names]);
  }
  return missing.filter(({ program }) => !onPath(program));
}

/** Debian keeps servers in sbin, which is not on everyone's PATH. */
export function searchPath() {
  return [process.env.PATH ?? '', '/usr/sbin'].join(delimiter);
}

/** How to call apt-get as root without being asked for a password; null when there is no way. */
function aptCommand() {
  if (!onPath('apt-get')) return null;
  if (process.getuid?.() === 0) return ['apt-get'];
  const sudo =
    onPath('sudo') && spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status === 0;
  return sudo ? ['sudo', '-n', 'DEBIAN_FRONTEND=noninteractive', 'apt-get'] : null;
}

function run([command, ...first], args) {
  spawnSync(command, [...first, ...args], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
}

function onPath(program) {
  return searchPath()
    .split(delimiter)
    .some((folder) => {
      try {
        accessSync(join(folder, program), constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
}

function specs(folder) {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.spec.ts'))
    .map((file) => join(folder, file));
}

function readText(file) {
  return readFileSync(file, 'utf8');
}
