import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CommandServiceClient, OperationsClient, ProjectionServiceClient } from './index.js';

const CLIENTS = {
  'command-service': CommandServiceClient,
  operations: OperationsClient,
  'projection-service': ProjectionServiceClient,
} as const;

type Service = keyof typeof CLIENTS;
type Operations = Readonly<Record<string, (input: object) => Promise<unknown>>>;

let server: Server;
let seen: string[];
let url: string;

beforeAll(async () => {
  server = createServer((request, response) => {
    const path = decodeURIComponent(request.url?.replace(/\?.*/, '') ?? '');
    seen.push(`${request.method} ${path}`);
    response.end('{}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

beforeEach(() => {
  seen = [];
});

afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

/** Their body is a stream of bytes, for which there is no type. */
const UPLOADS: readonly string[] = ['POST /v1/imports', 'POST /v1/imports/preview'];

describe('the client of', () => {
  it.each(Object.keys(CLIENTS) as Service[])(
    '%s has a function for every operation',
    async (service) => {
      const client = new CLIENTS[service]({ url });
      const groups = Object.values(client) as Operations[];
      // Each parameter of a path is given its own name: the paths are those of the document.
      const input = Object.fromEntries(parametersOf(service).map((name) => [name, `{${name}}`]));
      for (const call of groups.flatMap((group) => Object.values(group))) await call(input);
      client.close();
      // A file is asked for by one operation, whole or in a stream; one that is sent has none.
      const sent = operationsOf(service).filter((each) => !UPLOADS.includes(each));
      expect([...new Set(seen)].sort()).toEqual(sent);
      expect(seen.length).toBeGreaterThan(5);
    },
  );
});

function parametersOf(service: Service): string[] {
  const names = operationsOf(service).flatMap((each) => [...each.matchAll(/\{(\w+)\}/g)]);
  return names.map(([, name = '']) => name);
}

function operationsOf(service: Service): string[] {
  const file = new URL(`../../../docs/openapi/${service}.json`, import.meta.url);
  const { paths } = JSON.parse(readFileSync(file, 'utf8')) as { paths: Record<string, object> };
  return Object.entries(paths)
    .flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    )
    .sort();
}
