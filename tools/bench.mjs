/** Runs one benchmark: `npm run bench -- <name> [arguments]`; its JSON is all that is on stdout. */
import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ensureReady, ROOT } from './ensure.mjs';

const [name = '', ...args] = process.argv.slice(2);
const names = readdirSync(join(ROOT, 'bench'))
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'))
  .map((file) => file.slice(0, -'.ts'.length));

if (!names.includes(name)) {
  const problem = name === '' ? 'which benchmark?' : `there is no benchmark ${name};`;
  process.stderr.write(`${problem} npm run bench -- <name>, one of:\n`);
  for (const known of names) process.stderr.write(`  ${known}\n`);
  process.exit(2);
}

ensureReady((line) => process.stderr.write(`${line}\n`));
const child = spawn(process.execPath, [join(ROOT, 'dist/bench', `${name}.js`), ...args], {
  cwd: ROOT,
  stdio: 'inherit',
});
// The benchmark ends its own processes on a signal; wait for that.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(code ?? (signal === null ? 0 : 1)));
