import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const BUILT = join('dist', 'console');
const LEVEL = 9;

type Chunk = {
  readonly file: string;
  readonly css?: readonly string[];
  readonly imports?: readonly string[];
};

/** Script and style in kB of 1,000 bytes: for the queue, and with the case that is opened in it. */
export function bundleOf(): {
  readonly bundle_gzip_kb: number;
  readonly bundle_with_case_gzip_kb: number;
} {
  const manifest = JSON.parse(
    readFileSync(join(BUILT, '.vite', 'manifest.json'), 'utf8'),
  ) as Readonly<Record<string, Chunk>>;
  const queue = filesOf(manifest, ['index.html', 'src/queue/queue-page.tsx']);
  const both = filesOf(manifest, ['src/case/case-page.tsx'], new Set(queue));
  return { bundle_gzip_kb: kilobytesOf(queue), bundle_with_case_gzip_kb: kilobytesOf(both) };
}

function filesOf(
  manifest: Readonly<Record<string, Chunk>>,
  names: readonly string[],
  seen = new Set<string>(),
): Set<string> {
  for (const name of names) {
    const chunk = manifest[name];
    if (!chunk) throw new Error(`the build has no ${name}`);
    if (seen.has(chunk.file)) continue;
    seen.add(chunk.file);
    for (const file of chunk.css ?? []) seen.add(file);
    filesOf(manifest, chunk.imports ?? [], seen);
  }
  return seen;
}

function kilobytesOf(files: Iterable<string>): number {
  const sizes = [...files].map(
    (file) => gzipSync(readFileSync(join(BUILT, file)), { level: LEVEL }).length,
  );
  return Math.round(sizes.reduce((sum, size) => sum + size, 0) / 100) / 10;
}
