/** Runs an app's entry: `node tools/run.mjs apps/<app>[/<entry>] [arguments]`; entry: main. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { APP_SOURCES, ensureReady, ROOT } from './ensure.mjs';

const [target = '', ...args] = process.argv.slice(2);
const [, app, entry = 'main'] = /^(?:apps\/)?([a-z-]+)(?:\/([a-z-]+))?$/.exec(target) ?? [];
if (app === undefined) {
  process.stderr.write('usage: node tools/run.mjs apps/<app>[/<entry>] [arguments]\n');
  process.exit(2);
}

ensureReady(undefined, APP_SOURCES);
const file = join(ROOT, 'dist', 'apps', app, 'src', `${entry}.js`);
if (!existsSync(file)) {
  process.stderr.write(`there is no apps/${app}/src/${entry}.ts to run\n`);
  process.exit(2);
}
// The app sees its own arguments only, and signals reach it without a parent in between.
process.argv.splice(1, process.argv.length - 1, file, ...args);
await import(pathToFileURL(file).href);
