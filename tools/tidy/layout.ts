import { OPERATION_IDS } from '#payments';
import { isOptional, PROVIDERS } from '#provider-port';
import type { TidyRule } from './repository.js';

type Part = {
  readonly part: string;
  /** Any of these is enough; the first is what is asked for. */
  readonly where: readonly [string, ...string[]];
};

/** The word of each operation must lead from the endpoint to the provider, at every level. */
export const operationsWhole: TidyRule = ({ paths }) =>
  missing(Object.keys(OPERATION_IDS), partsOfOperation, paths);

/** What the compiler cannot demand of a provider. */
export const providersWhole: TidyRule = ({ paths }) => missing(PROVIDERS, partsOfProvider, paths);

function missing(
  names: readonly string[],
  partsOf: (name: string) => readonly Part[],
  paths: readonly string[],
): readonly string[] {
  return names.flatMap((name) =>
    partsOf(name)
      .filter(({ where }) => !where.some((path) => paths.includes(path)))
      .map(({ part, where: [first] }) => `${name} has no ${part}: add ${first}`),
  );
}

function partsOfOperation(operation: string): readonly Part[] {
  const service = `apps/command-service/src/${operation}/${operation}`;
  const rule = `libs/payments/src/${operation}/decide`;
  return [
    { part: 'endpoint', where: [`${service}.controller.ts`] },
    { part: 'handler', where: [`${service}.handler.ts`] },
    { part: 'rule', where: [`${rule}.ts`] },
    { part: 'test of its rule', where: [`${rule}.spec.ts`] },
    ...callsOf(operation),
  ];
}

function callsOf(operation: string): readonly Part[] {
  const [first, ...others] = PROVIDERS;
  const at = (provider: string): string => `libs/providers/src/${provider}/${operation}.ts`;
  if (isOptional(operation)) {
    return [{ part: 'call to any provider', where: [at(first), ...others.map(at)] }];
  }
  return PROVIDERS.map((provider) => ({ part: `call to ${provider}`, where: [at(provider)] }));
}

function partsOfProvider(provider: string): readonly Part[] {
  const spec = (contract: string): string => `test/contract/${contract}.contract.spec.ts`;
  return [
    { part: 'adapter', where: [`libs/providers/src/${provider}/provider.ts`] },
    { part: 'spec of its promises', where: [spec(`payment-provider-${provider}`)] },
    { part: 'spec of its lifecycle', where: [spec(`payment-provider-lifecycle-${provider}`)] },
    { part: 'spec of its webhooks', where: [spec(`webhook-verifier-${provider}`)] },
  ];
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
