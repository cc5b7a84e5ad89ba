import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { breakingChanges, type ApiDocument } from './api-changes/breaking-changes.js';

/** What callers of the one address call; the other documents are parts of it. */
const DOCUMENT = 'docs/openapi/assay.json';

type Baseline = { readonly ref: string; readonly document: ApiDocument };

/**
 * The document of the last release; before there is one, of the last commit.
 *
 * @returns null where that has none.
 */
function baselineOf(): Baseline | null {
  const ref = git('describe', '--tags', '--abbrev=0', '--match', 'v*')?.trim() ?? 'HEAD';
  const text = git('show', `${ref}:${DOCUMENT}`);
  return text === null ? null : { ref, document: JSON.parse(text) as ApiDocument };
}

function git(...args: string[]): string | null {
  try {
    const stdio = ['ignore', 'pipe', 'ignore'] as const;
    return execFileSync('git', args, {
      encoding: 'utf8',
      stdio: [...stdio],
      maxBuffer: 64 * 2 ** 20,
    });
  } catch {
    return null;
  }
}

function majorVersion(): number {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  return Number(version.split('.')[0]);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const baseline = baselineOf();
  if (!baseline) {
    process.stdout.write(`warning: no ${DOCUMENT} to compare with\n`);
  } else {
    const document = JSON.parse(readFileSync(DOCUMENT, 'utf8')) as ApiDocument;
    const today = new Date().toISOString().slice(0, 10);
    const changes = breakingChanges(baseline.document, document, today);
    const isPromised = majorVersion() >= 1;
    for (const change of changes) {
      process.stdout.write(
        `${isPromised ? '' : 'warning: '}breaks callers of ${baseline.ref}: ${change}\n`,
      );
    }
    if (isPromised && changes.length > 0) process.exitCode = 1;
  }
}
