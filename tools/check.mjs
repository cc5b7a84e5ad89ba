/**
 * `npm run check`: everything that can be judged without running the product. Names of steps as
 * arguments run only these: `npm run check -- lint types`.
 */
import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { ensureReady, ROOT } from './ensure.mjs';

/** Longest first, so that the short ones fill the gaps. */
const STEPS = {
  lint: {
    command: ['node_modules/eslint/bin/eslint.js', '.', '--max-warnings', '0', '--cache'].concat(
      '--cache-location',
      'node_modules/.cache/eslint.json',
    ),
    advice: 'Some of it repairs itself: npx eslint --fix .',
  },
  types: { command: ['node_modules/typescript/bin/tsc', '--noEmit'], advice: null },
  'console-types': {
    command: ['node_modules/typescript/bin/tsc', '--project', 'apps/console'],
    advice: null,
  },
  'docs-page-types': {
    command: [
      'node_modules/typescript/bin/tsc',
      '--project',
      'libs/platform/src/docs-page/browser',
    ],
    advice: null,
  },
  format: {
    command: [
      'node_modules/prettier/bin/prettier.cjs',
      '--check',
      '.',
      '--log-level=warn',
      '--cache',
    ],
    advice: 'It repairs itself: npx prettier --write .',
  },
  deps: {
    command: ['dist/tools/dependencies.js'],
    advice: 'Who may import whom, and why, is in tools/fences.ts.',
  },
  'api-changes': {
    command: ['dist/tools/api-changes.js'],
    advice: 'How the interface may change is in docs/api-policy.md.',
  },
  tables: { command: ['dist/tools/tables.js'], advice: null },
  generated: { command: ['dist/tools/generate.js', '--check'], advice: null },
  tidy: {
    command: [
      '--experimental-vm-modules',
      '--disable-warning=ExperimentalWarning',
      'node_modules/jest/bin/jest.js',
      '--silent',
      'tools/',
    ],
    advice: null,
  },
};

process.stdout.on('error', () => {}); // The reader may stop early: | head

const wanted = process.argv.slice(2);
if (wanted.some((arg) => arg === '--help' || arg === '-h')) {
  process.stdout.write(
    `usage: npm run check -- [step …]\n\nWithout a step: all of ${Object.keys(STEPS).join(', ')}.\n`,
  );
  process.exit(0);
}
const unknown = wanted.filter((name) => !(name in STEPS));
if (unknown.length > 0) {
  process.stderr.write(
    `no step ${unknown.join(', ')}; there are ${Object.keys(STEPS).join(', ')}\n`,
  );
  process.exit(2);
}

ensureReady((line) => process.stdout.write(`${line}\n`));
const results = await runAll(
  Object.entries(STEPS).filter(([name]) => wanted.length === 0 || wanted.includes(name)),
);
const failed = results.filter(({ ok }) => !ok).map(({ name }) => name);
process.stdout.write(failed.length === 0 ? 'all clean\n' : `not clean: ${failed.join(', ')}\n`);
process.exitCode = failed.length === 0 ? 0 : 1;

async function runAll(steps) {
  const queue = [...steps];
  const results = [];
  const work = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) results.push(await runStep(next));
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  return results;
}

async function runStep([name, { command, advice }]) {
  const startedAt = performance.now();
  const { code, output } = await run(command);
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  const ok = code === 0;
  process.stdout.write(`${name.padEnd(13)} ${(ok ? 'ok' : 'FAILED').padEnd(7)} ${seconds} s\n`);
  const warnings = output.split('\n').filter((line) => line.startsWith('warning: '));
  if (ok && warnings.length > 0) process.stdout.write(`${warnings.join('\n')}\n`);
  if (!ok) process.stdout.write(`${output.trimEnd()}\n${advice === null ? '' : `${advice}\n`}\n`);
  return { name, ok };
}

function run(args) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...(process.stdout.isTTY ? { FORCE_COLOR: '1' } : { NO_COLOR: '1' }) },
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => (output += text));
    }
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, output }));
  });
}
