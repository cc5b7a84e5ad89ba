import { jest } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { casesOf, requestOf, type Case } from '../support/fuzz/cases.js';
import { Cards, checkDigitOf, plantedIn } from '../support/fuzz/planted-cards.js';
import { operations, type Operation, type Service } from '../support/fuzz/operations.js';
import { Random } from '../support/fuzz/random.js';
import { Sender, type FuzzRequest } from '../support/fuzz/request.js';
import { formsOf, formsOfDigits, scan } from '../support/fuzz/scan.js';
import { SchemaCheck } from '../support/fuzz/schema-check.js';
import { faultsOf } from '../support/fuzz/verdict.js';
import { StandaloneProcess } from '../support/standalone.js';

jest.setTimeout(1_200_000);

/** FUZZ_SEED repeats a run, FUZZ_CASES grows it; FUZZ_CASES=0 sends every case there is. */
const SEED = Number(process.env['FUZZ_SEED'] ?? Math.floor(Math.random() * 2 ** 31));
const CASES = Number(process.env['FUZZ_CASES'] ?? 5_000) || Infinity;
const AT_ONCE = 6;

const random = new Random(SEED);
const MARKER = `fuzz${random.digits(8)}marker`;
const SECURITY_CODE = `code-${random.digits(12)}`;
const OPERATIONS = operations();
const cards = new Cards(random);
const sender = new Sender();
const schemas = new SchemaCheck();

let folder: string;
let system: StandaloneProcess;
let urls: Readonly<Record<Service, string>>;
let keys: ReadonlyMap<string, string>;

beforeAll(async () => {
  process.stdout.write(`api fuzz: FUZZ_SEED=${SEED}\n`);
  folder = mkdtempSync(join(tmpdir(), 'assay-api-fuzz-'));
  system = StandaloneProcess.start(join(folder, 'data'), ['--free-ports', '--no-story'], {
    LOG_LEVEL: 'debug',
  });
  await system.says('Ctrl-C');
  const { urls: at, keys: all } = system.local;
  urls = {
    'command-service': at.command,
    'projection-service': at.query,
    operations: at.operations,
  };
  keys = new Map(
    Object.values(all as Record<string, { role: string; key: string }>).map(({ role, key }) => [
      role,
      key,
    ]),
  );
});

afterAll(async () => {
  sender.close();
  system.kill('SIGTERM');
  await system.ended();
  rmSync(folder, { recursive: true, force: true });
});

describe('every operation of every service', () => {
  it('refuses a caller with no key, a wrong key, or a key of another role', async () => {
    const wrong: string[] = [];
    const asked = OPERATIONS.filter(({ roles }) => roles !== null);
    for (const [index, operation] of asked.entries()) {
      const { roles } = operation;
      // Wrong keys are bounded by address.
      const from = `127.0.${1 + Math.floor(index / 200)}.${1 + (index % 200)}`;
      const others = [...keys].filter(([role]) => !roles?.includes(role));
      const expected: (readonly [string, number])[] = [
        ['', 401],
        ['assay_wrong', 401],
        ...others.map(([, key]) => [key, 403] as const),
      ];
      for (const [key, status] of expected) {
        const answer = await send(operation, { ...requestOf(operation, key, {}), from });
        if (answer.status !== status) wrong.push(`${nameOf(operation)}: ${answer.status}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('answers every request, and names what is wrong with it', async () => {
    const cases = chosen();
    const faults: string[] = [];
    await inTurn(cases, async (each) => {
      faults.push(...(await faultsIn(each)));
    });
    process.stdout.write(`api fuzz: ${cases.length} requests to ${OPERATIONS.length} operations\n`);
    expect({ seed: SEED, faults: faults.slice(0, 50) }).toEqual({ seed: SEED, faults: [] });
  });
});

describe('card data', () => {
  it('is refused wherever it stands and however it is written', async () => {
    const planted = OPERATIONS.filter(({ roles }) => roles !== null).flatMap((operation) =>
      plantedIn(operation, keyFor(operation), { cards, random, securityCode: SECURITY_CODE }),
    );
    const taken: string[] = [];
    await inTurn(planted, async ({ operation, what, request }) => {
      const { status, text } = await send(operation, request);
      const { code, errors = [] } = JSON.parse(text) as { code: string; errors?: unknown[] };
      if (status === 400 && code === 'card-data-refused' && errors.length === 1) return;
      taken.push(`${nameOf(operation)}, ${what}: ${status} ${text.slice(0, 200)}`);
    });
    process.stdout.write(`api fuzz: ${planted.length} card numbers planted\n`);
    expect({ seed: SEED, taken: taken.slice(0, 50) }).toEqual({ seed: SEED, taken: [] });
  });

  it('is in no file of the system afterwards, where other digits are found', async () => {
    const control = `9${random.digits(14)}`;
    const other = `${control}${(checkDigitOf(control) + 1) % 10}`;
    await pay(`order-${other}`);
    // What no HTTP server would take for a request reaches the logs, if anything does.
    await sender.send(urls.operations, brokenRequest(cards.next())).catch(() => undefined);
    system.kill('SIGTERM');
    await system.ended();

    const data = join(folder, 'data');
    const places = scan(data, formsOf(other)).map(({ file }) => file.slice(data.length + 1));
    expect(places.some((place) => place.startsWith('event-store/'))).toBe(true);
    expect(places.some((place) => place.startsWith('postgres/'))).toBe(true);
    const forms = new Map([...formsOfDigits(cards.begin), ...formsOf(SECURITY_CODE)]);
    expect(scan(data, forms)).toEqual([]);
    expect(scan(join(data, 'logs'), formsOf(MARKER))).toEqual([]);
    expect(system.output).not.toContain(cards.begin);
  });
});

/** A payment that the views know. */
async function pay(orderId: string): Promise<void> {
  const initiate = OPERATIONS.find(
    ({ method, path }) => method === 'POST' && path === '/v1/payments',
  ) as Operation;
  const request = requestOf(initiate, keyFor(initiate), {});
  const body = { ...(JSON.parse(String(request.body)) as object), orderId, intent: 'initiate' };
  const { status, text } = await send(initiate, { ...request, body: JSON.stringify(body) });
  expect([status, text]).toEqual([201, expect.stringContaining('position')]);
  const { paymentId, position } = JSON.parse(text) as Record<string, string>;
  const path = `/v1/payments/${paymentId}?waitMs=20000&minPosition=${encodeURIComponent(position ?? '')}`;
  const { headers } = request;
  const seen = await sender.send(urls['projection-service'], {
    method: 'GET',
    path,
    headers,
    body: null,
  });
  expect([seen.status, seen.text]).toEqual([200, expect.stringContaining(orderId)]);
}

function brokenRequest(digits: string): FuzzRequest {
  return { method: 'GET', path: `/%zz${digits}`, headers: {}, body: null };
}

/** Evenly of all operations, so that large ones do not crowd out small ones. */
function chosen(): Case[] {
  const perOperation = Math.ceil(CASES / OPERATIONS.length);
  const all = OPERATIONS.map((operation) => {
    const [asDocumented, ...rest] = casesOf(operation, keyFor(operation), MARKER);
    return [asDocumented, ...random.shuffled(rest)] as Case[];
  });
  const short = all.reduce((sum, { length }) => sum + Math.max(perOperation - length, 0), 0);
  const long = all.filter(({ length }) => length > perOperation).length;
  const more = Math.floor(short / Math.max(long, 1));
  return all.flatMap((cases) => cases.slice(0, perOperation + more));
}

function keyFor({ roles }: Operation): string {
  const role = roles?.find((each) => keys.has(each));
  return keys.get(role ?? '') ?? '';
}

async function faultsIn(each: Case): Promise<string[]> {
  const told = (fault: string): string => `${nameOf(each.operation)}, ${each.what}: ${fault}`;
  try {
    const response = await send(each.operation, each.request);
    return faultsOf(each, response, { schemas, marker: MARKER }).map(told);
  } catch (error) {
    return [told(String(error))];
  }
}

function send({ service }: Operation, request: FuzzRequest): ReturnType<Sender['send']> {
  return sender.send(urls[service], request);
}

function nameOf({ service, method, path }: Operation): string {
  return `${service} ${method} ${path}`;
}

async function inTurn<Item>(
  items: readonly Item[],
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const queue = [...items];
  const worker = async (): Promise<void> => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}
