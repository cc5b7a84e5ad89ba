/** Runs one benchmark: `npm run bench -- <name> [arguments]`; its JSON is all that is on stdout. */
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureReady, ROOT } from './ensure.mjs';

const [name = '', ...args] = process.argv.slice(2);
const names = readdirSync(join(ROOT, 'bench'))
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'))
  .map((file) => file.slice(0, -'.ts'.length));

const isHelp = [name, ...args].some((arg) => arg === '--help' || arg === '-h');
if (!names.includes(name)) {
  const isAsked = isHelp && name.startsWith('-');
  const problem = name === '' || isAsked ? 'which benchmark?' : `there is no benchmark ${name};`;
  const list = names.map((known) => `  ${known}\n`).join('');
  const stream = isAsked ? process.stdout : process.stderr;
  stream.write(`${problem} npm run bench -- <name>, one of:\n${list}`);
  process.exit(isAsked ? 0 : 2);
}
const usage = usageOf(name);
if (isHelp) {
  process.stdout.write(usage);
  process.exit(0);
}
const unknown = args.filter((arg) => arg.startsWith('--') && !knows(usage, arg));
if (unknown.length > 0) {
  process.stderr.write(`${name} does not know ${unknown.join(', ')}\n${usage}`);
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

/** The first comment of the benchmark, which says what it measures and which options it takes. */
function usageOf(benchmark) {
  const source = readFileSync(join(ROOT, 'bench', `${benchmark}.ts`), 'utf8');
  const comments = [...source.matchAll(/^\/\*\*$([^]*?)^ \*\/$/gm)].map(([, text]) => text);
  const text = comments.find((comment) => comment.includes(`npm run bench -- ${benchmark}`)) ?? '';
  return `${text.replaceAll(/^ \* ?/gm, '').trim()}\n`;
}

function knows(text, option) {
  return text.split(/[^\w-]+/).includes(option.replace(/=.*$/, ''));
}
