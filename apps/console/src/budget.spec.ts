import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const BUILT = join('dist', 'console');
const MANIFEST = join(BUILT, '.vite', 'manifest.json');
const LEVEL = 9;
/** In kB of 1,000 bytes: what is meant, and what is too much. */
const GOAL_KB = 210;
const FIRST_PAGE_KB_MAX = 220;
const LAZY_KB_MAX = 40;

type Chunk = {
  readonly file: string;
  readonly css?: readonly string[];
  readonly imports?: readonly string[];
};
type Manifest = Readonly<Record<string, Chunk>>;

/** Script and style of an analyst's first page; a case is loaded when the first one is opened. */
const FIRST_PAGE = ['index.html', 'src/queue/queue-page.tsx'];

/** All files that a page needs, those of what it imports among them. */
function filesOf(manifest: Manifest, names: readonly string[], seen = new Set<string>()) {
  for (const name of names) {
    const chunk = manifest[name];
    if (!chunk || seen.has(chunk.file)) continue;
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
  return sizes.reduce((sum, size) => sum + size, 0) / 1_000;
}

// Built by `npm test` and `npm start`; a single spec may run without.
const whenBuilt = existsSync(MANIFEST) ? describe : describe.skip;

whenBuilt('what a browser loads', () => {
  const manifest = existsSync(MANIFEST)
    ? (JSON.parse(readFileSync(MANIFEST, 'utf8')) as Manifest)
    : {};
  const first = filesOf(manifest, FIRST_PAGE);

  it('for the queue stays within its bound', () => {
    // A page that is renamed would weigh nothing.
    expect(Object.keys(manifest)).toEqual(expect.arrayContaining(FIRST_PAGE));
    const kilobytes = kilobytesOf(first);
    process.stdout.write(
      `console: first page ${kilobytes.toFixed(1)} kB gzip (goal ${GOAL_KB}, at most ${FIRST_PAGE_KB_MAX})\n`,
    );
    expect(kilobytes).toBeLessThan(FIRST_PAGE_KB_MAX);
  });

  it('for each other page is little', () => {
    const pages = Object.keys(manifest).filter((name) => name.endsWith('-page.tsx'));
    expect(pages.length).toBeGreaterThan(3);
    for (const page of pages) {
      const more = [...filesOf(manifest, [page])].filter((file) => !first.has(file));
      expect([page, kilobytesOf(more) < LAZY_KB_MAX]).toEqual([page, true]);
    }
  });
});
