import { cruise, type ICruiseResult } from 'dependency-cruiser';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { RULES } from './fences.js';
import { folderCyclesOf } from './folder-cycles.js';

const ROOTS = ['apps', 'libs', 'bench', 'test', 'tools'];

/** Follows every import below `root` and holds it against the fences. */
export async function cruiseTree(root: string): Promise<ICruiseResult> {
  const { output } = await cruise(
    ROOTS.filter((folder) => existsSync(join(root, folder))),
    {
      baseDir: root,
      validate: true,
      ruleSet: { forbidden: [...RULES] },
      doNotFollow: { path: 'node_modules' },
      exclude: { path: '^dist/' },
      tsPreCompilationDeps: 'specify',
      combinedDependencies: false,
    },
    {
      // '#money' leads to the source; package.json leads it to the build.
      alias: {
        '#client/node$': join(root, 'libs/client/src/node.ts'),
        ...Object.fromEntries(
          libsOf(root).map((lib) => [`#${lib}$`, join(root, 'libs', lib, 'src/index.ts')]),
        ),
      },
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'types', 'default'],
    },
  );
  if (typeof output === 'string') throw new TypeError('expected a result, not a report');
  return output;
}

/** One line per broken rule, ending in the way out. */
export function violationsOf({ summary }: ICruiseResult): string[] {
  return summary.violations.map(({ from, to, rule, cycle }) => {
    const path = cycle ? cycle.map(({ name }) => name).join(' → ') : to;
    const reason = RULES.find(({ name }) => name === rule.name)?.comment ?? '';
    return `${from} → ${path}\n  ${rule.name}: ${reason}`;
  });
}

function libsOf(root: string): string[] {
  return readdirSync(join(root, 'libs'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const result = await cruiseTree(process.cwd());
  const circles = folderCyclesOf(result).map(
    (imported) => `${imported}\n  folders of one app import each other: see npm run structure`,
  );
  const violations = [...violationsOf(result), ...circles];
  for (const violation of violations) process.stderr.write(`${violation}\n`);
  process.stdout.write(
    `${result.summary.totalDependenciesCruised} imports, ${violations.length} out of bounds\n`,
  );
  process.exitCode = violations.length === 0 ? 0 : 1;
}
