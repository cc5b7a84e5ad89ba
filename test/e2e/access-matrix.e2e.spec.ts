import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROLES, type Role } from '#platform';
import { eventually } from '../support/eventually.js';
import { operations, type Operation } from '../support/fuzz/operations.js';
import { StandaloneProcess } from '../support/standalone.js';

/** Of every merchant, of the payment's, of another one. */
const SCOPES = ['all', 'own', 'other'] as const;
type Scope = (typeof SCOPES)[number];

const MERCHANTS: Readonly<Record<Scope, readonly string[] | undefined>> = {
  all: undefined,
  own: ['merchant-1'],
  other: ['merchant-2'],
};
const ORDER_ID = 'order-of-the-matrix';
const AT_ONCE = 8;

type Answer = { readonly status: number; readonly text: string };

let folder: string;
let system: StandaloneProcess;
let paymentId: string;
const keys = new Map<string, string>();

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'assay-access-matrix-'));
  system = StandaloneProcess.start(join(folder, 'data'), ['--free-ports', '--no-story']);
  await system.says('Ctrl-C');
  for (const role of ROLES) {
    for (const scope of SCOPES) keys.set(`${role} ${scope}`, await keyFor(role, scope));
  }
  paymentId = await initiated();
  await eventually(async () => {
    const { status } = await ask('GET', `/v1/orders/${ORDER_ID}`, keyOf('auditor', 'own'));
    return status === 200;
  });
});

afterAll(async () => {
  system.kill('SIGTERM');
  await system.ended();
  rmSync(folder, { recursive: true });
});

describe('each operation of the interface', () => {
  const all = operations().filter(({ roles }) => roles !== null);

  it('takes the roles that its document names, and no other', async () => {
    const wrong = await inTurns(all, async (operation) => {
      const found = ROLES.map(async (role) => {
        const { status, text } = await call(operation, keyOf(role, 'all'));
        const isLetIn = status !== 401 && !(status === 403 && text.includes('"forbidden"'));
        const isNamed = operation.roles?.includes(role) ?? false;
        return isLetIn === isNamed ? [] : [`${nameOf(operation)} as ${role}: ${status}`];
      });
      return (await Promise.all(found)).flat();
    });
    expect(wrong).toEqual([]);
  });

  it('shows and changes nothing of another merchant', async () => {
    const wrong = await inTurns(all, async (operation) => {
      const found = ROLES.map(async (role) => {
        if (operation.roles?.includes(role) !== true) return [];
        const { status, text } = await call(operation, keyOf(role, 'other'));
        const names = [paymentId, ORDER_ID].some((id) => withoutDetail(text).includes(id));
        const isOfPayment = /\{(paymentId|orderId)\}/.test(operation.path);
        const isShown = isOfPayment && status < 400;
        return names || isShown ? [`${nameOf(operation)} as ${role}: ${status}`] : [];
      });
      return (await Promise.all(found)).flat();
    });
    expect(wrong).toEqual([]);
  });

  it('that is kept apart by merchant shows the own one', async () => {
    const shown = await inTurns(all, async (operation) => {
      if (operation.method !== 'GET' || operation.roles?.includes('auditor') !== true) return [];
      const { status, text } = await call(operation, keyOf('auditor', 'own'));
      return status === 200 && text.includes(paymentId) ? [nameOf(operation)] : [];
    });
    expect([...new Set(shown)].sort()).toEqual([
      'GET /v1/orders/{orderId}',
      'GET /v1/payments',
      'GET /v1/payments/{paymentId}',
      'GET /v1/payments/{paymentId}/events',
    ]);
  });
});

function nameOf({ method, path }: Operation): string {
  return `${method} ${path}`;
}

/** What a refusal says of the address that was asked is the caller's own word. */
function withoutDetail(text: string): string {
  return text.replace(/"(detail|details|errors|instance)":("[^"]*"|\{[^}]*\})/g, '');
}

function keyOf(role: Role, scope: Scope): string {
  return keys.get(`${role} ${scope}`) ?? '';
}

/** Made by an administrator: two of a client and role may live, hence a client for each. */
async function keyFor(role: Role, scope: Scope): Promise<string> {
  // One client has keys of two merchants: what keeps them apart is not the client.
  const client = role === 'service' && scope !== 'all' ? 'shop' : `${role}-${scope}`;
  const body = {
    client,
    role,
    ...(role !== 'service' && { person: client }),
    merchants: MERCHANTS[scope],
  };
  const admin = system.local.keys['local-admin']?.key ?? '';
  const { status, text } = await ask('POST', '/v1/access/keys', admin, body);
  expect([status, text]).toEqual([201, expect.stringContaining('assay_')]);
  return (JSON.parse(text) as { key: string }).key;
}

/** By the key that is of its merchant; the others are of other clients too, as services are. */
async function initiated(): Promise<string> {
  const body = {
    orderId: ORDER_ID,
    merchantId: 'merchant-1',
    customerId: 'customer-1',
    amount: { amount: '2000', currency: 'EUR' },
    provider: 'stripe',
    method: { kind: 'card', token: 'pm_card_visa' },
  };
  const { status, text } = await ask('POST', '/v1/payments', keyOf('service', 'own'), body);
  expect([status, text]).toEqual([201, expect.any(String)]);
  return (JSON.parse(text) as { paymentId: string }).paymentId;
}

async function inTurns(
  all: readonly Operation[],
  ask: (operation: Operation) => Promise<readonly string[]>,
): Promise<string[]> {
  const found: string[] = [];
  for (let from = 0; from < all.length; from += AT_ONCE) {
    found.push(...(await Promise.all(all.slice(from, from + AT_ONCE).map(ask))).flat());
  }
  return found;
}

function call(operation: Operation, key: string): Promise<Answer> {
  const path = operation.path
    .replace('{paymentId}', paymentId)
    .replace('{orderId}', ORDER_ID)
    .replace(/\{\w+\}/g, '00000000-0000-5000-8000-000000000000');
  return ask(operation.method, path, key, operation.method === 'GET' ? undefined : {});
}

/** Of an answer that goes on for ever, its head. */
async function ask(method: string, path: string, key: string, body?: object): Promise<Answer> {
  const ending = new AbortController();
  const response = await fetch(`${system.local.urls.command}${path}`, {
    method,
    signal: ending.signal,
    headers: {
      authorization: `Bearer ${key}`,
      'idempotency-key': crypto.randomUUID(),
      ...(body && { 'content-type': 'application/json' }),
    },
    ...(body && { body: JSON.stringify(body) }),
  });
  const isStream = response.headers.get('content-type')?.startsWith('text/event-stream') === true;
  const text = isStream ? '' : await response.text();
  ending.abort();
  return { status: response.status, text };
}
