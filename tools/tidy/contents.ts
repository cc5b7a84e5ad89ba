import type { Finding, Repository, TidyRule } from './repository.js';

/** Tests that may be skipped for now. Never raise it; give each one an issue number. */
const SKIPPED_MAX = 0;

const LINES_MAX = 300;
const TEST_LINES_MAX = 600;
const COLUMNS_MAX = 100;

const CODE = /\.(ts|tsx|mjs|js|css|html|sql|sh|yml|proto)$|^\.ci\/|(^|\/)Dockerfile$/;
const TESTS = /\.spec\.ts$|^test\//;
const MARKDOWN = /\.md$/;

/** Functions are measured by lint; this counts what lint does not read, too. */
export const fileSizes: TidyRule = (repository) =>
  pathsOf(repository, CODE).flatMap((path) => {
    if (isGenerated(repository, path)) return [];
    const lines = repository.text(path).split('\n').length - 1;
    const max = TESTS.test(path) ? TEST_LINES_MAX : LINES_MAX;
    if (lines <= max) return [];
    return [`${path}: ${lines} lines, at most ${max}; move one concern into its own file`];
  });

export const commentWidths: TidyRule = (repository) =>
  findLines(repository, CODE, (line, path) => {
    const long = line.length > COLUMNS_MAX && /^\s*(\/\/|\/\*|\*)/.test(line);
    if (!long || line.includes('://') || isGenerated(repository, path)) return null;
    return `break the comment at ${COLUMNS_MAX} columns`;
  });

export const leftovers: TidyRule = (repository) => {
  const leftover = new RegExp('\\b(TO' + 'DO|FIX' + 'ME|X' + 'XX)\\b');
  return findLines(repository, CODE, (line) =>
    leftover.test(line) ? 'do it now or open an issue; the code does not keep lists' : null,
  );
};

export const reasonedExceptions: TidyRule = (repository) =>
  findLines(repository, /\.(ts|tsx|mjs)$/, (line) => {
    const exception = /\b(eslint-disable(-next-line|-line)?|@ts-(ignore|expect-error))\b/;
    if (!/^\s*(\/\/|\/\*)|\s\/\/\s/.test(line)) return null;
    if (!exception.test(line) || / -- \S.{9,}/.test(line)) return null;
    return 'give the reason on the same line, after " -- "';
  });

export const skippedTests: TidyRule = (repository) => {
  const skip = /\b(it|test|describe)\.(skip|todo)(\.each)?\(|\bx(it|describe|test)\(/;
  const skipped = findLines(repository, /\.spec\.ts$|\.contract\.ts$/, (line) =>
    skip.test(line) ? 'make the test pass or delete it' : null,
  );
  return skipped.length > SKIPPED_MAX ? skipped : [];
};

export const focusedTests: TidyRule = (repository) =>
  findLines(repository, /\.spec\.ts$|\.contract\.ts$/, (line) =>
    /\b(it|test|describe)\.only(\.each)?\(|\bf(it|describe)\(/.test(line)
      ? 'remove the focus: it hides every other test of the file'
      : null,
  );

/** A path of one machine works on no other, and tells the reader who wrote it. */
export const machinePaths: TidyRule = (repository) => {
  const home = /(?<![\w.:/-])\/(home|Users|root|work|workspace|builds?|mnt)\/[\w.-]/;
  return findLines(repository, /./, (line) =>
    home.test(line) ? 'use a path relative to the repository, or os.tmpdir()' : null,
  ).filter((finding) => !finding.startsWith('package-lock.json'));
};

export const oneTitle: TidyRule = (repository) =>
  pathsOf(repository, MARKDOWN).flatMap((path) => {
    const prose = repository.text(path).replace(/^(`{3,})[\s\S]*?^\1/gm, '');
    const titles = prose.match(/^# /gm)?.length ?? 0;
    return titles === 1 ? [] : [`${path}: has ${titles} titles (# …); a document has one`];
  });

/** Documents may only point at what exists. */
export const livingLinks: TidyRule = (repository) => {
  const known = new Set(repository.paths.flatMap((path) => [path, ...foldersOf(path)]));
  return pathsOf(repository, MARKDOWN).flatMap((path) =>
    targetsOf(path, repository.text(path))
      .filter((target) => !known.has(target))
      .map((target) => `${path}: names ${target}, which does not exist; correct the path`),
  );
};

function targetsOf(path: string, text: string): string[] {
  const folder = path.split('/').slice(0, -1);
  const links = [...text.matchAll(/\]\((?![a-z]+:|#)([^)#\s]+)/g)].map(([, target = '']) =>
    resolve(folder, target),
  );
  const quoted = [
    ...text.matchAll(/`((?:apps|libs|docs|tools|test|bench|models)\/[\w./-]+)`/g),
  ].map(([, target = '']) => resolve([], target));
  return [...links, ...quoted];
}

function resolve(folder: readonly string[], target: string): string {
  const steps = [...folder];
  for (const step of target.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}

function foldersOf(path: string): string[] {
  const steps = path.split('/').slice(0, -1);
  return steps.map((_, index) => steps.slice(0, index + 1).join('/'));
}

/** Declared once, for lint and for these rules. */
export function isGenerated({ text }: Repository, path: string): boolean {
  const { folders } = JSON.parse(text('tools/generated-code.json') || '{"folders":[]}') as {
    folders: string[];
  };
  return folders.some((folder) => path.startsWith(`${folder}/`));
}

export function pathsOf({ paths }: Repository, pattern: RegExp): readonly string[] {
  return paths.filter((path) => pattern.test(path));
}

function findLines(
  repository: Repository,
  pattern: RegExp,
  advise: (line: string, path: string) => string | null,
): Finding[] {
  return pathsOf(repository, pattern).flatMap((path) =>
    repository
      .text(path)
      .split('\n')
      .flatMap((line, index) => {
        const advice = advise(line, path);
        return advice === null ? [] : [`${path}:${index + 1}: ${advice}`];
      }),
  );
}
