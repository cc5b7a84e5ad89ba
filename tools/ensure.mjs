/** Makes a checkout runnable: a Node new enough, packages installed, sources built. */
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  readdirSync,
  readFileSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

const NODE_MIN = [20, 19];
/** What an app is built from. */
export const APP_SOURCES = ['apps', 'libs', '.swcrc', 'package.json'];
const SOURCES = [...APP_SOURCES, 'bench', 'tools', 'test'];
const STAMP = join(ROOT, 'dist', '.built');
/** What the console is built from; its build has a mark of its own. */
const CONSOLE = 'apps/console';
const CONSOLE_SOURCES = [CONSOLE, 'libs/client', 'libs/money', 'package-lock.json'];
const CONSOLE_STAMP = join(ROOT, 'dist', '.console-built');
const LOCK = join(ROOT, 'package-lock.json');
/** Written by npm when it has installed everything. */
const MARKER = join(ROOT, 'node_modules', '.package-lock.json');
/** Of which two files it was last seen that they agree. */
const AGREED = join(ROOT, 'node_modules', '.assay-installed');

/**
 * Installs and builds what is missing or stale, and nothing else.
 *
 * @param say takes one line per step; left out, only failures are shown.
 * @param sources what has to be built: a change elsewhere is left for later.
 */
export function ensureReady(say = () => {}, sources = SOURCES) {
  ensureNode();
  ensureInstalled(say);
  ensureBuilt(say, sources);
}

export function ensureNode(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > NODE_MIN[0] || (major === NODE_MIN[0] && minor >= NODE_MIN[1])) return;
  fail(
    `Assay needs Node ${NODE_MIN.join('.')} or newer; this is ${version} (${process.execPath}).`,
  );
}

export function ensureInstalled(say = () => {}) {
  if (installed()) return;
  say('installing packages (npm ci) …');
  const { status, error } = npm(['ci', '--no-audit', '--no-fund']);
  if (error) fail(`npm could not be started: ${error.message}`);
  if (status !== 0) fail('npm ci failed; its last lines above say why.');
}

export function ensureBuilt(say = () => {}, sources = SOURCES) {
  if (isNewer(STAMP, newest(sources, CONSOLE))) return;
  say('building …');
  build('build', STAMP);
}

/** Builds the console with Vite, when something that it is made of has changed. */
export function ensureConsole(say = () => {}) {
  if (isNewer(CONSOLE_STAMP, newest(CONSOLE_SOURCES))) return;
  say('building the console …');
  build('build:console', CONSOLE_STAMP);
}

function isNewer(stamp, changedAt) {
  const builtAt = statSync(stamp, { throwIfNoEntry: false })?.mtimeMs;
  return builtAt !== undefined && builtAt >= changedAt;
}

function build(script, stamp) {
  const startedAt = new Date();
  const { status } = npm(['run', '--silent', script]);
  if (status !== 0) fail('the build failed; its last lines above say why.');
  // As of its start: what changed meanwhile is built the next time.
  writeFileSync(stamp, `${startedAt.toISOString()}\n`);
  utimesSync(stamp, startedAt, startedAt);
}

/**
 * Whether node_modules holds the versions that package-lock.json names. Both files are read only
 * after one of them has changed.
 */
function installed() {
  if (!existsSync(MARKER)) return false;
  const versions = [LOCK, MARKER].map(versionOf).join(' ');
  if (existsSync(AGREED) && readFileSync(AGREED, 'utf8') === versions) return true;
  if (!agree()) return false;
  try {
    writeFileSync(AGREED, versions);
  } catch {
    // A folder that may only be read: both are compared again the next time.
  }
  return true;
}

function versionOf(file) {
  const { mtimeMs, size } = statSync(file);
  return `${mtimeMs}:${size}`;
}

function agree() {
  const wanted = packagesOf(LOCK);
  const present = packagesOf(MARKER);
  return Object.entries(wanted).every(([path, { version, optional, devOptional, peer }]) => {
    if (path === '') return true;
    const found = present[path];
    return found ? found.version === version : Boolean(optional ?? devOptional ?? peer);
  });
}

function packagesOf(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages ?? {};
}

/**
 * Latest change below any of these paths, in milliseconds; a folder's own time tells deletions.
 *
 * @param but a folder among them that does not count.
 */
function newest(paths, but) {
  const left = but === undefined ? null : join(ROOT, but);
  let latest = 0;
  const visit = (path) => {
    const stat = statSync(path, { throwIfNoEntry: false });
    if (!stat) return;
    latest = Math.max(latest, stat.mtimeMs);
    if (!stat.isDirectory()) return;
    for (const name of readdirSync(path)) {
      const each = join(path, name);
      if (name !== 'node_modules' && each !== left) visit(each);
    }
  };
  for (const path of paths) visit(join(ROOT, path));
  return latest;
}

function npm(args) {
  // Everything npm says goes to stderr, so that a command's own output stays clean.
  return spawnSync('npm', args, {
    cwd: ROOT,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
}

function fail(line) {
  process.stderr.write(`${line}\n`);
  process.exit(1);
}
