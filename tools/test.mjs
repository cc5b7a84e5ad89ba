/**
 * `npm test`: everything, on a machine that may have nothing but Node. Arguments go to jest:
 * `npm test -- libs/money`. REQUIRE_ALL=1 makes a skipped test a failure; TEST_MINUTES_MAX ends a
 * run that takes longer, which without it has no limit.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { ensureConsole, ensureReady, ROOT } from './ensure.mjs';
import { ensureSystemPackages, searchPath } from './system-packages.mjs';
import { summarise } from './test-summary.mjs';

// Whole systems under test wait for each other much of the time: three keep two processors busy.
const WORKERS = 3;
const MINUTES_MAX = Number(process.env.TEST_MINUTES_MAX ?? Infinity);
const KILL_AFTER_MS = 10_000;

const USAGE = `usage: npm test -- [paths and options of jest]

Runs every test, or those whose path holds one of the given: npm test -- libs/money. REQUIRE_ALL=1
makes a skipped test a failure; TEST_MINUTES_MAX ends a run that takes longer.
`;

const say = (line) => process.stdout.write(`${line}\n`);
if (process.argv.slice(2).some((arg) => arg === '--help' || arg === '-h')) {
  process.stdout.write(USAGE);
  process.exit(0);
}
ensureReady(say);
ensureConsole(say);
ensureSystemPackages(say);

const folder = mkdtempSync(join(tmpdir(), 'assay-test-'));
const result = await jest(process.argv.slice(2), join(folder, 'record.jsonl'));
rmSync(folder, { recursive: true });
process.exitCode = conclude(result);

/** Runs jest in this terminal; the recorder writes down what each file came to. */
async function jest(args, recordFile) {
  writeFileSync(recordFile, '');
  const flags = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
  const recorder = join(ROOT, 'tools', 'test-recorder.mjs');
  const options = ['--reporters', 'default', '--reporters', recorder, '-w', String(WORKERS)];
  const child = spawn(process.execPath, ['node_modules/jest/bin/jest.js', ...options, ...args], {
    cwd: ROOT,
    detached: true, // A group of its own, which can be ended with all that the tests started.
    stdio: ['ignore', 'inherit', 'inherit'],
    env: {
      ...process.env,
      TEST_RECORD_FILE: recordFile,
      NODE_OPTIONS: [process.env.NODE_OPTIONS, ...flags].join(' ').trim(),
      PATH: searchPath(),
    },
  });
  const interruption = interruptionOf(child);
  const code = await new Promise((resolve) => child.on('close', resolve));
  interruption.settle();
  return {
    ok: code === 0,
    interrupted: interruption.reason,
    record: readFileSync(recordFile, 'utf8'),
  };
}

/** Passes signals and the limit on to all that the tests started, at first politely. */
function interruptionOf(child) {
  const interruption = { reason: null, settle: () => timers.forEach(clearTimeout) };
  const timers = [];
  const signal = (name) => {
    try {
      process.kill(-child.pid, name);
    } catch {
      // The group has ended meanwhile.
    }
  };
  const interrupt = (reason, name) => {
    if (interruption.reason !== null) return;
    interruption.reason = reason;
    signal(name);
    timers.push(setTimeout(() => signal('SIGKILL'), KILL_AFTER_MS));
  };
  process.on('SIGINT', () => interrupt('interrupted', 'SIGINT'));
  process.on('SIGTERM', () => interrupt('interrupted', 'SIGTERM'));
  if (Number.isFinite(MINUTES_MAX)) {
    const reason = `the tests did not end within ${MINUTES_MAX} minutes`;
    timers.push(setTimeout(() => interrupt(reason, 'SIGINT'), MINUTES_MAX * 60_000));
  }
  return interruption;
}

/** Prints what was skipped and the closing line; returns the exit code. */
function conclude({ ok, interrupted, record }) {
  const counts = summarise(record, interrupted !== null);
  const { passed, failed, skipped, skippedFiles, filesDone, filesTotal } = counts;
  for (const file of skippedFiles) say(`skipped in ${relative(ROOT, file)}`);
  const required = process.env.REQUIRE_ALL === '1' && skipped > 0;
  if (required) say('REQUIRE_ALL=1: what is skipped counts as failed');
  if (interrupted !== null) {
    say(`${interrupted}: ${filesDone} of ${filesTotal ?? 'an unknown number of'} files ran`);
  }
  say(`${passed} passed, ${failed} failed, ${skipped} skipped`);
  return ok && interrupted === null && failed === 0 && !required ? 0 : 1;
}
