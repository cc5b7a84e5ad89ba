import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What a rule sees of the repository: every file that is or will be tracked. */
export type Repository = {
  readonly paths: readonly string[];
  /** Empty for pictures, weights and other files that are not text. */
  readonly text: (path: string) => string;
  /** When it was last committed to; null where there is no history. */
  readonly committedAt: Date | null;
};

/** A place that breaks a rule, in a sentence that ends in the way out. */
export type Finding = string;

export type TidyRule = (repository: Repository) => readonly Finding[];

const TEXT = /\.(ts|tsx|mjs|js|json|md|yml|yaml|css|html|sql|sh|example|proto)$|(^|\/)[^.]+$/;
const TEXT_BYTES_MAX = 2_000_000;

/** Reads the working tree, with what is not yet committed and without what is ignored. */
export function repositoryAt(root: string): Repository {
  const listing = execFileSync('git', ['ls-files', '-z', '-co', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  const paths = [...new Set(listing.split('\0'))].filter(
    (path) => path !== '' && existsSync(join(root, path)),
  );
  const text = (path: string): string => readText(join(root, path));
  return { paths: paths.sort(), text, committedAt: committedAt(root) };
}

/** For tests: a repository of the given files. */
export function repositoryOf(files: Readonly<Record<string, string>>): Repository {
  const text = (path: string): string => files[path] ?? '';
  return { paths: Object.keys(files).sort(), text, committedAt: new Date('2026-11-30T00:00:00Z') };
}

function committedAt(root: string): Date | null {
  const at = execFileSync('git', ['log', '-1', '--format=%cI'], { cwd: root, encoding: 'utf8' });
  return at.trim() === '' ? null : new Date(at.trim());
}

function readText(path: string): string {
  if (!TEXT.test(path) || !existsSync(path) || statSync(path).size > TEXT_BYTES_MAX) return '';
  return readFileSync(path, 'utf8');
}
