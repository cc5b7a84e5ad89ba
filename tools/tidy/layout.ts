import { PROVIDERS } from '#provider-port';
import type { TidyRule } from './repository.js';

/** Words that must lead from the endpoint to the provider, at every level. */
const OPERATIONS = ['authorise', 'capture', 'void', 'refund'] as const;

export const operationsWhole: TidyRule = ({ paths }) =>
  OPERATIONS.flatMap((operation) =>
    partsOf(operation)
      .filter(({ pattern }) => !paths.some((path) => pattern.test(path)))
      .map(({ part, where }) => `${operation} has no ${part}: add ${where}`),
  );

function partsOf(operation: string) {
  const service = `apps/command-service/src/${operation}/${operation}`;
  const rule = `libs/payments/src/${operation}/decide`;
  return [
    { part: 'endpoint', where: `${service}.controller.ts`, pattern: at(`${service}.controller`) },
    { part: 'handler', where: `${service}.handler.ts`, pattern: at(`${service}.handler`) },
    { part: 'rule', where: `${rule}.ts`, pattern: at(rule) },
    { part: 'test of its rule', where: `${rule}.spec.ts`, pattern: at(`${rule}.spec`) },
    ...PROVIDERS.map((provider) => ({
      part: `call to ${provider}`,
      where: `libs/providers/src/${provider}/${operation}.ts`,
      pattern: new RegExp(`^libs/providers/src/${provider}[/-][\\w-]*${operation}[\\w-]*\\.ts$`),
    })),
  ];
}

function at(path: string): RegExp {
  return new RegExp(`^${path.replaceAll('.', '\\.')}\\.ts$`);
}

/** The tree in the README lists the folders that exist, and no others. */
export const readmeTree: TidyRule = ({ paths, text }) => {
  const block = /## Layout\s+```[a-z]*\n([\s\S]*?)```/.exec(text('README.md'))?.[1];
  if (block === undefined) return ['README.md: add a section "Layout" with the tree of folders'];

  const listed = foldersIn(block);
  const real = new Set(paths.flatMap(foldersShown));
  const missing = [...real].filter((folder) => !listed.has(folder));
  const gone = [...listed].filter((folder) => !real.has(folder));
  return [
    ...missing.map((folder) => `README.md: add ${folder}/ to the tree, with what it is for`),
    ...gone.map((folder) => `README.md: take ${folder}/ out of the tree, it does not exist`),
  ];
};

/** Reads `apps/` and, indented below it, `  command-service   takes commands`. */
function foldersIn(block: string): Set<string> {
  const folders = new Set<string>();
  let parent = '';
  for (const line of block.split('\n')) {
    const [, indent = '', name] = /^( *)([\w.-]+)\/?(?= |$)/.exec(line) ?? [];
    if (name === undefined) continue;
    if (indent === '') parent = name;
    folders.add(indent === '' ? name : `${parent}/${name}`);
  }
  return folders;
}

/** Top folders, and one level below the two that hold parts of the product. */
function foldersShown(path: string): string[] {
  const [top = '', second = '', ...rest] = path.split('/');
  if (second === '' || top.startsWith('.')) return [];
  const nested = (top === 'apps' || top === 'libs') && rest.length > 0;
  return nested ? [top, `${top}/${second}`] : [top];
}
