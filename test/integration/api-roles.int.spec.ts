import { readdirSync, readFileSync } from 'node:fs';

type Operation = { readonly security?: readonly object[]; readonly 'x-roles'?: readonly string[] };
type Document = { readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>> };

const DOCUMENTS = new URL('../../docs/openapi/', import.meta.url);
const DESCRIBED = readdirSync(DOCUMENTS);

describe('every operation over HTTP', () => {
  it.each(DESCRIBED)('of %s declares who may call it', (file) => {
    const operations = operationsOf(file);
    expect(operations.length).toBeGreaterThan(5);
    const undeclared = operations.filter(([, { security, 'x-roles': roles = [] }]) => {
      const isPublic = security?.length === 0;
      return isPublic === roles.length > 0;
    });
    expect(undeclared.map(([name]) => name)).toEqual([]);
  });

  it('that needs no key is a webhook of a provider', () => {
    const all = DESCRIBED.map(operationsOf);
    const open = all.flat().filter(([, { security }]) => security?.length === 0);
    // The document of the one address holds it as well as that of its service.
    expect(new Set(open.map(([name]) => name))).toEqual(new Set(['post /v1/webhooks/{provider}']));
  });
});

function operationsOf(file: string): [string, Operation][] {
  const { paths } = JSON.parse(readFileSync(new URL(file, DOCUMENTS), 'utf8')) as Document;
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]): [string, Operation] => [
      `${method} ${path}`,
      operation,
    ]),
  );
}
