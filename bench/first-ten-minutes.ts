/**
 * Does what README.md asks a newcomer to do, in a fresh clone, and times each step: one JSON object
 * on stdout, 0 when every step did what the README says. The commands are taken from README.md, so
 * that it cannot ask for what does not work. The usual ports have to be free, and all be committed.
 *
 *   npm run bench -- first-ten-minutes
 */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { progress } from './support/processes.js';
import { commandsOf } from './support/readme-commands.js';

type Step = { readonly step: string; ok: boolean; said?: string; seconds?: number };
type Said = { readonly line?: string | undefined };
type Running = { until(pattern: RegExp): Promise<Said>; stop(): Promise<void> };

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
/** Bounds what hangs; a slow machine takes minutes for the packages. */
const STEP_MS_MAX = 1_800_000;

const parent = mkdtempSync(join(tmpdir(), 'assay-ten-minutes-'));
const clone = join(parent, 'assay');
const steps: Step[] = [];
let running: Running | undefined;

// What was started is stopped on a signal too, and the clone removed.
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    void (running?.stop() ?? Promise.resolve()).finally(() => {
      rmSync(parent, { recursive: true, force: true });
      process.exit(1);
    });
  });
}

try {
  await step('clone', () => sh(`git clone --quiet --no-hardlinks "${ROOT}" "${clone}"`, parent));
  const readme = commandsOf(readFileSync(join(clone, 'README.md'), 'utf8'));
  const first = start(readme.start);
  running = first;
  await step('start to the end of the story', () => first.until(/^all \d+ checks held$/m));
  const { paymentId } = await step('one payment by curl', () => payment(readme.pay));
  await step('the same again', async () => {
    const again = await payment(readme.pay);
    expect(again.paymentId === paymentId, `another payment: ${again.paymentId}`);
    return again;
  });
  await step('payments by assayctl', async () => {
    const shown = await sh(readme.payments);
    expect(shown.includes(paymentId), `payment ${paymentId} is not in the list`);
  });
  await step('status by assayctl', () => sh(readme.status));
  await step('the page', async () => {
    const { status } = await fetch(readme.page);
    expect(status === 200, `the page answered ${status}`);
  });
  await step('stop by Ctrl-C', () => first.stop());
  const second = start(readme.start);
  running = second;
  await step('second start', () => second.until(/^open +http/m));
  await step('stop again', () => second.stop());
  await step('story again on the same folder', async () => {
    const told = await sh(readme.once);
    return { line: /^all \d+ checks held$/m.exec(told)?.[0] };
  });
} catch (error) {
  progress((error as Error).message);
  process.exitCode = 1;
} finally {
  await running?.stop().catch(() => undefined);
  rmSync(parent, { recursive: true, force: true });
}
const head = spawnSync('git', ['rev-parse', 'HEAD'], { cwd: ROOT, encoding: 'utf8' }).stdout.trim();
const seconds = steps.reduce((sum, each) => sum + (each.seconds ?? 0), 0);
const result = { commit: head, node: process.version, seconds: rounded(seconds), steps };
process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);

async function step<Found>(name: string, work: () => Promise<Found>): Promise<Found> {
  progress(`${name} …`);
  const startedAt = performance.now();
  const done: Step = { step: name, ok: false };
  steps.push(done);
  try {
    const found = await work();
    done.ok = true;
    const line = (found as Said | undefined)?.line;
    if (line) done.said = line;
    return found;
  } finally {
    done.seconds = rounded((performance.now() - startedAt) / 1000);
  }
}

/** A command that stays up, in a process group that Ctrl-C would reach as a whole. */
function start(command: string): Running {
  const child = spawn('bash', ['-c', command], { cwd: clone, detached: true });
  const ended = new Promise((resolve) => child.on('close', resolve));
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (text: Buffer) => (said += text.toString()));
  return {
    async until(pattern) {
      const deadline = Date.now() + STEP_MS_MAX;
      while (!pattern.test(said)) {
        expect(child.exitCode === null, `${command} ended:\n${said}`);
        expect(Date.now() < deadline, `${command} took too long:\n${said}`);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      return { line: pattern.exec(said)?.[0] };
    },
    async stop() {
      if (child.exitCode !== null) return;
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGINT');
      await ended;
    },
  };
}

async function payment(command: string): Promise<Said & { readonly paymentId: string }> {
  const answer = JSON.parse(await sh(command)) as { paymentId?: string; status?: string };
  const { paymentId, status } = answer;
  if (paymentId === undefined) throw new Error(`no payment: ${JSON.stringify(answer)}`);
  return { paymentId, line: status };
}

/** @returns what a command printed, once it ended with 0. */
function sh(command: string, cwd = clone): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn('bash', ['-c', command], { cwd, timeout: STEP_MS_MAX });
    let [stdout, stderr] = ['', ''];
    child.stdout.on('data', (text: Buffer) => (stdout += text.toString()));
    child.stderr.on('data', (text: Buffer) => (stderr += text.toString()));
    child.on('close', (code) => {
      if (code === 0) resolve(stdout);
      else reject(new Error(`${command} ended with ${code}:\n${stdout}${stderr}`));
    });
  });
}

function expect(holds: boolean, problem: string): void {
  if (!holds) throw new Error(problem);
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}
