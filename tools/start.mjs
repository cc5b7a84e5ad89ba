/** `npm start`: from a bare checkout to a running system. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureConsole, ensureReady, ROOT } from './ensure.mjs';
import { ensureNatsServer, searchPath } from './system-packages.mjs';

const say = (line) => process.stdout.write(`${line}\n`);
ensureReady(say);
ensureConsole(say);
const isHelp = process.argv.some((arg) => arg === '--help' || arg === '-h');
if (!isHelp && !process.env.NATS_URL && !process.env.NATS_URL_FILE) ensureNatsServer(say);
process.env.PATH = searchPath();
// In this process, so that a signal reaches the standalone system once and not through a parent.
await import(pathToFileURL(join(ROOT, 'dist/apps/standalone/src/main.js')).href);
