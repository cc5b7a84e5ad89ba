import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const SOURCES = dirname(fileURLToPath(import.meta.url));

describe('the entry for every platform', () => {
  it('leads to modules of this folder only: a bundler for browsers finds nothing of Node', () => {
    const { files, outside } = graphOf('index.ts');
    expect(outside).toEqual([]);
    expect(files).toContain('generated/projection-service-client.ts');
    expect(files).toContain('fetch-transport.ts');
  });

  it('leaves what needs Node to an entry of its own', () => {
    expect(graphOf('node.ts').outside).toEqual(['node:http', 'node:https']);
  });
});

/** What a module and all that it imports at run time lead to. */
function graphOf(entry: string): { files: string[]; outside: string[] } {
  const files = new Set<string>();
  const outside = new Set<string>();
  const open = [entry];
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (files.has(file)) continue;
    files.add(file);
    for (const target of importsOf(readFileSync(join(SOURCES, file), 'utf8'))) {
      const source = join(dirname(file), target.replace(/\.js$/, '.ts'));
      if (target.startsWith('.') && existsSync(join(SOURCES, source))) open.push(source);
      else outside.add(target);
    }
  }
  return { files: [...files].sort(), outside: [...outside].sort() };
}

/** Statements that are types alone leave nothing behind. */
function importsOf(text: string): string[] {
  const statements = text.matchAll(/^(?:import|export)\b(?! type\b)[^;]*?from '([^']+)';/gm);
  const bare = text.matchAll(/^import '([^']+)';/gm);
  const dynamic = text.matchAll(/\bimport\('([^']+)'\)/g);
  return [...statements, ...bare, ...dynamic].map(([, target = '']) => target);
}
