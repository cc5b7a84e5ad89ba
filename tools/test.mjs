/**
 * `npm test`: everything, on a machine that may have nothing but Node. Arguments go to jest:
 * `npm test -- libs/money`. REQUIRE_ALL=1 makes a skipped test a failure.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { ensureReady, ROOT } from './ensure.mjs';
import { ensureSystemPackages, searchPath } from './system-packages.mjs';
import { summarise } from './test-summary.mjs';

// Whole systems under test wait for each other much of the time: three keep two processors busy.
const WORKERS = 3;
const MINUTES_MAX = 15;

const say = (line) => process.stdout.write(`${line}\n`);
ensureReady(say);
ensureSystemPackages(say);

const folder = mkdtempSync(join(tmpdir(), 'assay-test-'));
const result = await jest(process.argv.slice(2), join(folder, 'report.json'));
rmSync(folder, { recursive: true });
process.exitCode = conclude(result);

/** Runs jest in this terminal and reads what it found from its own report. */
function jest(args, reportFile) {
  const flags = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
  const options = ['-w', String(WORKERS), '--json', '--outputFile', reportFile];
  const child = spawn(process.execPath, ['node_modules/jest/bin/jest.js', ...options, ...args], {
    cwd: ROOT,
    detached: true, // A group of its own, which can be ended with all that the tests started.
    stdio: ['ignore', 'ignore', 'inherit'], // Jest speaks on stderr; --json repeats on stdout.
    env: {
      ...process.env,
      NODE_OPTIONS: [process.env.NODE_OPTIONS, ...flags].join(' ').trim(),
      PATH: searchPath(),
    },
  });
  const forward = (signal) => process.kill(-child.pid, signal);
  process.once('SIGINT', forward).once('SIGTERM', forward);
  const timer = setTimeout(() => {
    say(`stopped: the tests did not end within ${MINUTES_MAX} minutes`);
    forward('SIGKILL');
  }, MINUTES_MAX * 60_000);
  return new Promise((resolve) => {
    child.on('close', (code) => {
      clearTimeout(timer);
      resolve({ ok: code === 0, report: reportIn(reportFile) });
    });
  });
}

function reportIn(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null; // Jest ended before it could write one.
  }
}

/** Prints what was skipped and the closing line; returns the exit code. */
function conclude({ ok, report }) {
  const { passed, failed, skipped, skippedFiles } = summarise(report);
  for (const file of skippedFiles) say(`skipped in ${relative(ROOT, file)}`);
  const required = process.env.REQUIRE_ALL === '1' && skipped > 0;
  if (required) say('REQUIRE_ALL=1: what is skipped counts as failed');
  say(`${passed} passed, ${failed} failed, ${skipped} skipped`);
  return ok && failed === 0 && !required ? 0 : 1;
}
