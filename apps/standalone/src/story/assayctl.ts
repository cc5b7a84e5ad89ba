import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { urlsOf } from '../parts/parts.js';
import type { Scene } from './scene.js';

const ASSAYCTL = fileURLToPath(new URL('../../../assayctl/src/main.js', import.meta.url));

/**
 * Runs the command line as a person would, with `--json`.
 *
 * @throws Error with what it complained of when it prints no JSON.
 */
export async function assayctl(
  scene: Scene,
  client: string,
  args: readonly string[],
): Promise<unknown> {
  const { command, sandbox } = urlsOf(scene.plan);
  const child = spawn(process.execPath, [ASSAYCTL, ...args, '--json'], {
    env: {
      ...scene.env,
      ASSAY_URL: command,
      ASSAY_QUERY_URL: '',
      ASSAY_SANDBOX_URL: sandbox,
      ASSAY_API_KEY: scene.plan.credentials.keys[client]?.key,
    },
    // At a terminal the progress bar is for people; elsewhere what it says explains a failure.
    stdio: ['ignore', 'pipe', process.stderr.isTTY ? 'inherit' : 'pipe'],
  });
  let output = '';
  let complaint = '';
  child.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString('utf8')));
  child.stderr?.on('data', (chunk: Buffer) => (complaint += chunk.toString('utf8')));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  const [line] = output.split('\n');
  if (line) return JSON.parse(line) as unknown;
  throw new Error(
    `assayctl ${args[0] ?? ''} ended with ${code ?? 'a signal'}: ${complaint.trim()}`,
  );
}
