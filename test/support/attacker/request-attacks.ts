import { hostname } from 'node:os';
import { attack, type Attack } from './attack.js';
import { checkout } from './door-attacks.js';
import type { Target } from './target.js';

const BROKEN = 'request-invalid';
const AUDITOR = { as: 'local-auditor' };

const nested = (depth: number): string => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;

function repeated(header: string, values: readonly [string, string]): Attack {
  return attack(`two headers ${header}`, 'header-repeated', (target) =>
    target.raw(head(target, values.map((value) => `${header}: ${value}`).join('\r\n'))),
  );
}

/** A whole request for what only operators may see, and a header of the attacker's. */
function head(target: Target, header: string): string {
  const key = header.startsWith('Authorization')
    ? ''
    : `Authorization: Bearer ${target.key('local-operator')}\r\n`;
  const host = header.startsWith('Host') ? '' : 'Host: assay.test\r\n';
  return `GET /v1/attention HTTP/1.1\r\n${host}${key}${header}\r\n\r\n`;
}

export const PATH_ATTACKS: readonly Attack[] = [
  attack('slashes that are encoded, out of a view', BROKEN, (target) =>
    target.send('/v1/views/..%2f..%2fmetrics', AUDITOR),
  ),
  attack('slashes that are encoded twice', 'not-found', (target) =>
    target.send('/v1/views/%252e%252e%252fmetrics', AUDITOR),
  ),
  attack('backslashes', BROKEN, (target) => target.send('/v1/views/..%5c..%5cmetrics', AUDITOR)),
  attack('a path that begins with two slashes', 'not-found', (target) =>
    target.raw(head(target, 'X-A: 1').replace('/v1/attention', '//evil.test/v1/attention')),
  ),
  attack('half an encoded letter', BROKEN, (target) => target.send('/v1/views/%c0', AUDITOR)),
  attack('an id without end', 'address-too-long', (target) =>
    target.send(`/v1/views/${'a'.repeat(4_000)}`, AUDITOR),
  ),
  attack('another method by a header', 'method-not-allowed', (target) =>
    target.send('/v1/attention', {
      as: 'local-operator',
      method: 'POST',
      headers: { 'x-http-method-override': 'GET', 'x-method-override': 'GET' },
      body: '{}',
    }),
  ),
  attack('TRACE', 'method-not-allowed', (target) =>
    target.raw(head(target, 'X-A: 1').replace('GET', 'TRACE')),
  ),
  repeated('Authorization', ['Bearer a', 'Bearer b']),
  repeated('Host', ['assay.test', 'evil.test']),
  repeated('Idempotency-Key', ['a', 'b']),
  repeated('Content-Type', ['application/json', 'text/plain']),
  attack('a head of 20 KiB', 'head-too-large', (target) =>
    target.raw(head(target, `X-Long: ${'a'.repeat(20_000)}`)),
  ),
];

const POST = (target: Target, headers: string, body: string): Promise<string> =>
  target.raw(
    `POST /v1/payments HTTP/1.1\r\nHost: assay.test\r\nContent-Type: application/json\r\n` +
      `Authorization: Bearer ${target.key('local')}\r\n${headers}\r\n\r\n${body}`,
  );

const HIDDEN = 'GET /metrics HTTP/1.1\r\nHost: assay.test\r\n\r\n';

/** Each hides a second request, which must get no answer. */
export const SMUGGLING: readonly Attack[] = (
  [
    ['Content-Length and Transfer-Encoding', 'Content-Length: 4\r\nTransfer-Encoding: chunked'],
    ['Transfer-Encoding and Content-Length', 'Transfer-Encoding: chunked\r\nContent-Length: 4'],
    ['two Content-Lengths', 'Content-Length: 5\r\nContent-Length: 6'],
    ['a Content-Length of +5', 'Content-Length: +5'],
    ['a coding that is not chunked', 'Transfer-Encoding: xchunked'],
    ['chunked before another coding', 'Transfer-Encoding: chunked, identity'],
    ['a blank before the colon', 'Transfer-Encoding : chunked'],
    ['a header that goes on in the next line', 'X-A: 1\r\n Transfer-Encoding: chunked'],
    ['a line that ends by a line feed alone', 'X-A: 1\nTransfer-Encoding: chunked'],
  ] as const
).map(([name, headers]) =>
  attack(`smuggling: ${name}`, BROKEN, (target) => POST(target, headers, `0\r\n\r\n${HIDDEN}`)),
);

export const BODY_ATTACKS: readonly Attack[] = [
  attack('a body of 70,000 bytes', 'payload-too-large', (target) =>
    checkout(target, { orderId: 'a'.repeat(70_000) }),
  ),
  attack('a body of 70,000 bytes in chunks', 'payload-too-large', (target) =>
    POST(
      target,
      'Idempotency-Key: k\r\nTransfer-Encoding: chunked',
      `11170\r\n${'a'.repeat(70_000)}\r\n0\r\n\r\n`,
    ),
  ),
  attack('JSON 33 deep', BROKEN, (target) => checkout(target, nested(33))),
  attack('JSON 10,000 deep', BROKEN, (target) => checkout(target, nested(10_000))),
  attack('a key __proto__', BROKEN, (target) =>
    checkout(target, '{"__proto__":{"role":"operator"},"orderId":"o"}'),
  ),
  attack('a key __proto__, escaped', BROKEN, (target) =>
    checkout(target, '{"\\u005f_proto__":{"role":"operator"},"orderId":"o"}'),
  ),
  attack('a constructor with a prototype', BROKEN, (target) =>
    checkout(target, { constructor: { prototype: { role: 'operator' } } }),
  ),
  attack('a key __proto__ in metadata', BROKEN, (target) =>
    checkout(target, '{"orderId":"o","metadata":{"__proto__":"x"}}'),
  ),
  attack('no JSON', BROKEN, (target) => checkout(target, '{"password":"broken-json-seed",')),
  attack('a card number', 'card-data-refused', (target) =>
    checkout(target, { orderId: '4242424242424242' }),
  ),
  attack('a card number in the address', 'card-data-refused', (target) =>
    target.send('/v1/payments/4242424242424242?card=4242424242424242', { as: 'local' }),
  ),
];

const ENDPOINTS = [
  'https://127.0.0.1/hook',
  'https://2130706433/hook',
  'https://0x7f.1/hook',
  'https://localhost/hook',
  'https://a.localhost/hook',
  'https://10.0.0.8/hook',
  'https://172.16.0.1/hook',
  'https://192.168.1.1/hook',
  'https://100.64.0.1/hook',
  'https://169.254.169.254/latest/meta-data',
  'https://0.0.0.0/hook',
  'https://[::1]/hook',
  'https://[::ffff:127.0.0.1]/hook',
  'https://[64:ff9b::7f00:1]/hook',
  'https://[2002:7f00:1::]/hook',
  'https://[fe80::1]/hook',
  'https://[fd00::1]/hook',
  // A name that leads inside, by the table of names that each machine has.
  `https://${hostname()}/hook`,
  'https://ip6-localhost/hook',
  'http://shop.example/hook',
  'https://user:url-password-seed@shop.example/hook',
  'ftp://shop.example/hook',
  'file:///etc/passwd',
];

/** Addresses of endpoints that lead inside (SSRF). */
export const SSRF: readonly Attack[] = ENDPOINTS.map((url) =>
  attack(`an endpoint at ${url.replace(hostname(), '<this machine>')}`, BROKEN, (target) =>
    target.send('/v1/webhook-endpoints', {
      method: 'POST',
      as: 'local',
      headers: { 'idempotency-key': crypto.randomUUID() },
      body: JSON.stringify({ url }),
    }),
  ),
);
