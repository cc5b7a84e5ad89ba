import { readdirSync } from 'node:fs';

type Operation = { readonly security?: readonly object[]; readonly 'x-roles'?: readonly string[] };
type Document = { readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>> };

const APPS = new URL('../../apps/', import.meta.url);

/** Apps that describe an HTTP interface, from their real controllers. */
const DESCRIBED = readdirSync(APPS).filter((app) =>
  readdirSync(new URL(`${app}/src/`, APPS)).includes('openapi.ts'),
);

describe('every operation over HTTP', () => {
  it.each(DESCRIBED)('of %s declares who may call it', async (app) => {
    const operations = await operationsOf(app);
    expect(operations.length).toBeGreaterThan(5);
    const undeclared = operations.filter(([, { security, 'x-roles': roles = [] }]) => {
      const isPublic = security?.length === 0;
      return isPublic === roles.length > 0;
    });
    expect(undeclared.map(([name]) => name)).toEqual([]);
  });

  it('that needs no key is a webhook of a provider', async () => {
    const all = await Promise.all(DESCRIBED.map(operationsOf));
    const open = all.flat().filter(([, { security }]) => security?.length === 0);
    expect(open.map(([name]) => name)).toEqual(['post /v1/webhooks/{provider}']);
  });
});

async function operationsOf(app: string): Promise<[string, Operation][]> {
  const { openApiDocument } = (await import(`../../apps/${app}/src/openapi.js`)) as {
    readonly openApiDocument: () => Promise<Document>;
  };
  const { paths } = await openApiDocument();
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]): [string, Operation] => [
      `${method} ${path}`,
      operation,
    ]),
  );
}
