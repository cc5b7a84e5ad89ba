import { openApiTextOf } from '#platform';
import { PART_NAMES } from './parts.js';
import { ANSWERED_HERE, passedOnRoutes, type ApiDocument } from './passed-on.js';

const documentOf = (service: string): ApiDocument =>
  JSON.parse(openApiTextOf(service)) as ApiDocument;
const NOTHING: ApiDocument = { paths: {} };

describe('the routes that are passed on', () => {
  const own = documentOf('command-service');
  const parts = {
    'projection-service': documentOf('projection-service'),
    operations: documentOf('operations'),
  };
  const routes = passedOnRoutes(own, parts);

  it('are every operation of the other services, each of one of them', () => {
    for (const part of PART_NAMES) {
      const documented = Object.entries(parts[part].paths).flatMap(([path, methods]) =>
        Object.keys(methods).map((method) => `${method} ${path}`),
      );
      const passed = routes.filter((route) => route.part === part);
      const names = passed.map(({ method, path }) => {
        return `${method.toLowerCase()} ${path.replace(/:(\w+)/g, '{$1}')}`;
      });
      const wanted = documented.filter((name) => !ANSWERED_HERE.has(name));
      expect(names.filter((name) => name.includes('/v1/')).sort()).toEqual(wanted.sort());
    }
  });

  it('leave out only what two services really have', () => {
    const has = ({ paths }: ApiDocument, name: string): boolean => {
      const [method = '', path = ''] = name.split(' ');
      return paths[path]?.[method] !== undefined;
    };
    for (const name of ANSWERED_HERE) {
      const others = Object.values(parts).filter((document) => has(document, name));
      expect([name, has(own, name), others.length]).toEqual([name, true, 1]);
    }
  });

  it('take a longer body where the part does', () => {
    const longer = routes.filter(({ bodyBytesMax }) => bodyBytesMax !== undefined);
    expect(longer.map(({ path }) => path).sort()).toEqual([
      '/v1/fraud-policy/proposals',
      '/v1/fraud-policy/simulations',
      '/v1/imports',
      '/v1/imports',
      '/v1/imports/preview',
    ]);
  });

  it('pass files on while they come, where the part reads them so', () => {
    const streamed = routes.filter(({ isStreamed, method }) => isStreamed && method === 'POST');
    expect(streamed.map(({ path }) => path).sort()).toEqual(['/v1/imports', '/v1/imports/preview']);
  });

  it.each([
    ['two parts', NOTHING, { paths: { '/v1/x/{id}': { get: {} } } }],
    ['a part and this service', { paths: { '/v1/x/{key}': { get: {} } } }, NOTHING],
  ])('refuse an operation of %s', (_whose, ours, theirs) => {
    const colliding = { paths: { '/v1/x/{name}': { get: {} } } };
    expect(() =>
      passedOnRoutes(ours, { 'projection-service': theirs, operations: colliding }),
    ).toThrow(/and operations both answer get \/v1\/x\/\{name\}/);
  });
});
