/** `npm start`: from a bare checkout to a running system. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureReady, ROOT } from './ensure.mjs';

ensureReady((line) => process.stdout.write(`${line}\n`));
// In this process, so that a signal reaches the standalone system once and not through a parent.
await import(pathToFileURL(join(ROOT, 'dist/apps/standalone/src/main.js')).href);
