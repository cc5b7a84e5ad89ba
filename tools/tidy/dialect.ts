import { isGenerated, pathsOf } from './contents.js';
import type { Repository, TidyRule } from './repository.js';

const WRITTEN = /\.(ts|mjs|js|css|html|sh|md|yml|yaml|example)$|^\.ci\/|(^|\/)Dockerfile$/;
const NOT_READ = /^test\/fixtures\/|^tools\/tidy/;

/** Words that hide who does what; a space may be a line break of a comment. */
const DIALECT = /\b(nobody|somebody|whoever|whatever|anew|is[\s*/]+told|in[\s*/]+vain)\b/gi;

/** How many of these words a folder still has. A number may only fall; without one it is 0. */
const DIALECT_MAX: Readonly<Record<string, number>> = {
  'apps/command-service': 33,
  'apps/projection-service': 5,
  'apps/provider-sandbox': 26,
  docs: 1,
  'libs/messaging': 1,
  'libs/platform': 17,
};

/** Comments, test names, messages and documents name the program element and what it does. */
export const dialect: TidyRule = (repository) => {
  const places = placesOf(repository);
  return places.flatMap(({ folder, path, line, word }) => {
    const count = places.filter((other) => other.folder === folder).length;
    const max = DIALECT_MAX[folder] ?? 0;
    if (count <= max) return [];
    const advice = 'name the element and what it does';
    return [
      `${path}:${line}: "${word}": ${advice} (${folder}: ${count} such words, at most ${max})`,
    ];
  });
};

function placesOf(repository: Repository) {
  return pathsOf(repository, WRITTEN)
    .filter((path) => !NOT_READ.test(path) && !isGenerated(repository, path))
    .flatMap((path) => {
      const text = repository.text(path);
      return [...text.matchAll(DIALECT)].map(({ 0: word, index }) => ({
        path,
        folder: folderOf(path),
        line: text.slice(0, index).split('\n').length,
        word: word.replace(/[\s*/]+/g, ' '),
      }));
    });
}

/** The app, the lib, or the folder at the root; a file at the root stands for itself. */
function folderOf(path: string): string {
  const steps = path.split('/');
  const depth = steps[0] === 'apps' || steps[0] === 'libs' ? 2 : 1;
  return steps.slice(0, depth).join('/');
}
