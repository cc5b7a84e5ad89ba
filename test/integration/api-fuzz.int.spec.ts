import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CommandServiceUnderTest, payment } from '../support/command-service.js';

type Document = { readonly paths: Record<string, Record<string, { requestBody?: object }>> };

const FILE = join(import.meta.dirname, '../../docs/openapi/command-service.json');
const { paths } = JSON.parse(readFileSync(FILE, 'utf8')) as Document;
const POSTS = Object.entries(paths).flatMap(([path, methods]) =>
  'post' in methods ? [path.replaceAll(/\{[^}]+\}/g, crypto.randomUUID())] : [],
);

const VALUES: readonly unknown[] = [
  null,
  -1,
  1.5,
  1e308,
  true,
  [],
  [[]],
  {},
  '',
  '\u0000',
  '\ud800',
  '\u202e\u{1f600}',
  '-5',
  '1e3',
  'x'.repeat(10_000),
];
const BODIES: readonly string[] = ['', '{', 'null', '[]', '"text"', '{"a":1,"a":2}'];

let service: CommandServiceUnderTest;

beforeAll(async () => {
  service = await new CommandServiceUnderTest().start();
});

afterAll(() => service.stop());

describe('no request breaks command-service', () => {
  it.each(POSTS)('at %s, whatever its body', async (path) => {
    const fields = [...Object.keys(payment()), 'metadata', 'unknown', '__proto__'];
    const bodies = fields.flatMap((field) =>
      VALUES.map((value) => JSON.stringify({ ...payment(), [field]: value })),
    );
    const deep = '['.repeat(5_000) + ']'.repeat(5_000);
    for (const body of [...BODIES, deep, ...bodies]) {
      const { status } = await service.post(path, body);
      const isOurFault = status >= 500 && status !== 503;
      expect({ body: body.slice(0, 200), isOurFault }).toMatchObject({ isOurFault: false });
    }
  });
});
