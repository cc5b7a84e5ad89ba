import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PAYMENT_EVENTS } from '#payments';
import { cruiseTree } from './dependencies.js';
import { folderCyclesOf } from './folder-cycles.js';

/** Files of the product: no tests, nothing generated. */
function productionFiles(): string[] {
  const listed = execFileSync('git', ['ls-files', 'apps', 'libs'], { encoding: 'utf8' });
  return listed
    .split('\n')
    .filter((path) => /\.(ts|tsx|css|js)$/.test(path))
    .filter((path) => !/\.spec\.ts$|\/generated\//.test(path));
}

function linesByPart(files: readonly string[]): ReadonlyMap<string, number> {
  const lines = new Map<string, number>();
  for (const path of files) {
    const part = path.split('/').slice(0, 2).join('/');
    const count = readFileSync(path, 'utf8').split('\n').length - 1;
    lines.set(part, (lines.get(part) ?? 0) + count);
  }
  return lines;
}

/** How many files name each type of event. */
function filesByEventType(files: readonly string[]): ReadonlyMap<string, number> {
  const words = files.map((path) => new Set(readFileSync(path, 'utf8').match(/\w+/g)));
  return new Map(
    Object.keys(PAYMENT_EVENTS).map((type) => [
      type,
      words.filter((inFile) => inFile.has(type)).length,
    ]),
  );
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const files = productionFiles();
  const parts = [...linesByPart(files)].sort(([, a], [, b]) => b - a);
  print('lines of production code');
  for (const [part, count] of parts) print(`${String(count).padStart(7)}  ${part}`);
  print(`${String(parts.reduce((sum, [, count]) => sum + count, 0)).padStart(7)}  all`);

  const byType = [...filesByEventType(files)].sort(([, a], [, b]) => a - b);
  const middle = byType[Math.floor(byType.length / 2)]?.[1] ?? 0;
  print(`\nfiles that name a type of event: half of ${byType.length} types in at most ${middle}`);
  for (const [type, count] of byType) print(`${String(count).padStart(7)}  ${type}`);

  const named = files.filter((path) => basename(path).includes('refund')).length;
  print(`\nfiles named after the refund: ${named}`);

  const cycles = folderCyclesOf(await cruiseTree(process.cwd()));
  print(`\nfolders that import each other: ${cycles.length}`);
  for (const cycle of cycles) print(`  ${cycle}`);
}
