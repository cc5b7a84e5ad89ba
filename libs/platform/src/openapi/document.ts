import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The OpenAPI document of an app, as `npm run generate` made it from the sources. */
export function openApiTextOf(app: string): string {
  return documentTextOf(`openapi/${app}.json`);
}

/** @param path below docs/; the image holds only what is asked for here. */
export function documentTextOf(path: string): string {
  return readFileSync(join(packageFolder(), 'docs', path), 'utf8');
}

/** What package.json says, as the image holds it too. */
export function packageText(): string {
  return readFileSync(join(packageFolder(), 'package.json'), 'utf8');
}

function packageFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder);
  return folder;
}
