import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseNote, VerifierKey } from '#audit';
import { ERASED } from '#event-shapes';
import { hashKey } from '#platform';
import { formsOf, scan, type Finding } from '../support/fuzz/scan.js';
import { PaymentSystem } from '../support/payment-system.js';

const CUSTOMER = 'customer-77';
const PLANTED = {
  note: 'Zacharias Quittenbaum',
  address: 'Lindenallee 4711b',
  device: 'device-xq77-zeta',
  card: 'fp-Wq9ZzXy81',
  refund: 'broken on arrival says Quittenbaum',
  returnUrl: 'https://shop.example/back?mail=zach%40quitten.example',
};
const API_KEYS = [
  `system:service:${hashKey('system-key')}`,
  `ops:operator:${hashKey('ops-key')}`,
].join(',');

/** Bounds a hang, and says nothing of speed. */
const UNHUNG_MS = 600_000;
const OPS = { authorization: 'Bearer ops-key' };

let system: PaymentSystem;

beforeAll(async () => {
  system = await PaymentSystem.start({
    API_KEYS,
    RETURN_URL_ORIGINS: 'https://shop.example',
  });
}, UNHUNG_MS);

afterAll(async () => {
  await system.stop();
}, UNHUNG_MS);

type Body = Readonly<Record<string, unknown>>;

describe('the erasure of a customer', () => {
  it(
    'leaves none of its words anywhere, and all of its money where it was',
    async () => {
      await system.startCommandService();
      const paymentId = await paid('order-1', 'key-1');
      expect(await export_()).toMatch(/Quittenbaum[^]*device-xq77-zeta/);
      expect(foundIn(system.dataDir)).toEqual([]);
      const before = await get(`/v1/payments/${paymentId}`);

      const erased = await erase();
      expect(erased.status).toBe(200);
      const { receipt, verifierKey } = erased.body as { receipt: string; verifierKey: string };
      expect(VerifierKey.parse(verifierKey).hasSigned(parseNote(receipt))).toBe(true);
      expect((await erase()).body).toEqual(erased.body);

      const after = await get(`/v1/payments/${paymentId}`);
      expect(after).toEqual({ ...before, metadata: { note: ERASED, address: ERASED } });
      const exported = await export_();
      for (const word of Object.values(PLANTED)) expect(exported).not.toContain(word);
      await system.stopCommandService();
      expect(foundIn(system.dataDir)).toEqual([]);
    },
    UNHUNG_MS,
  );

  it(
    'waits for money that is under way',
    async () => {
      await system.startCommandService();
      await system.client.initiate(request('order-open', 'authorise'), 'key-open');
      const refused = await erase();
      expect([refused.status, refused.body['code']]).toEqual([409, 'erasure-money-open']);
      const payment = await get(`/v1/payments?orderId=order-open`).catch(() => null);
      expect(payment).toBeDefined();
      await system.stopCommandService();
    },
    UNHUNG_MS,
  );
});

describe('a kill during an erasure', () => {
  it.each(['requested', 'destroyed'])(
    'once it is %s leaves nothing undone',
    async (step) => {
      const customer = `customer-${step}`;
      await system.startCommandService();
      await paid(`order-${step}`, `key-${step}`, customer);
      await system.stopCommandService();
      const doomed = await system.startCommandService({ CRASH_AT: `erase:${step}` });
      await expect(erase(customer)).rejects.toThrow();
      await doomed.untilEnded();
      expect(doomed.killedBy).toBe('SIGKILL');

      await system.startCommandService();
      const status = await get(subjectPath(customer));
      expect(status).toMatchObject({ keys: [{ state: 'erased' }], erasures: 1 });
      expect(status['lastErasedAt']).not.toBeNull();
      expect(await export_(customer)).not.toContain(PLANTED.note);
      await system.stopCommandService();
    },
    UNHUNG_MS,
  );
});

describe('restored events from before an erasure', () => {
  it(
    'stay unreadable with the keys of now',
    async () => {
      const customer = 'customer-events';
      const backup = mkdtempSync(join(tmpdir(), 'assay-erasure-'));
      await system.startCommandService();
      await paid('order-events', 'key-events', customer);
      await system.stopCommandService();
      const events = join(system.dataDir, 'event-store');
      cpSync(events, backup, { recursive: true });
      await system.startCommandService();
      expect(await export_(customer)).toContain(PLANTED.note);
      expect((await erase(customer)).status).toBe(200);
      await system.stopCommandService();
      rmSync(events, { recursive: true });
      cpSync(backup, events, { recursive: true });
      rmSync(backup, { recursive: true });

      await system.startCommandService();
      const exported = await export_(customer);
      expect(exported).toContain(ERASED);
      for (const word of Object.values(PLANTED)) expect(exported).not.toContain(word);
      await system.stopCommandService();
    },
    UNHUNG_MS,
  );
});

describe('a restored file of keys from before an erasure', () => {
  it(
    'brings no word back, takes none of others, and opens none with the key of another',
    async () => {
      const [customer, later, last] = ['customer-restored', 'customer-later', 'customer-last'];
      await system.startCommandService();
      await paid('order-restored', 'key-restored', customer);
      const keys = join(system.dataDir, 'privacy', 'keys');
      const saved = readFileSync(keys);
      await paid('order-later', 'key-later', later);
      expect((await erase(customer)).status).toBe(200);
      await system.stopCommandService();
      writeFileSync(keys, saved);

      await system.startCommandService();
      await paid('order-last', 'key-last', last);
      const exported = await export_(customer);
      expect(exported).toContain(ERASED);
      for (const word of Object.values(PLANTED)) expect(exported).not.toContain(word);
      expect((await get(subjectPath(customer)))['keys']).toMatchObject([{ state: 'erased' }]);
      const lost = await export_(later);
      expect(lost).toContain('[unreadable: key-missing]');
      expect(lost).toContain('"orderId":"order-later"');
      expect(lost).not.toContain(PLANTED.note);
      expect(await export_(last)).toContain(PLANTED.note);
      const metrics = await (await fetch(`${system.url}/metrics`, { headers: OPS })).text();
      expect(metrics).toMatch(/assay_personal_texts_lost_total\{reason="key-missing"\} [1-9]/);
      expect(metrics).toMatch(/assay_personal_texts_lost_total\{reason="damaged"\} 0/);
      await system.stopCommandService();
    },
    UNHUNG_MS,
  );
});

/** A payment that is captured and refunded: nothing of it is open. */
async function paid(orderId: string, key: string, customerId = CUSTOMER): Promise<string> {
  const { client } = system;
  const { paymentId } = await client.initiate(request(orderId, 'capture', customerId), key);
  await client.refund(paymentId, { reason: PLANTED.refund }, `${key}-refund`);
  return paymentId;
}

function request(orderId: string, intent: 'authorise' | 'capture', customerId = CUSTOMER) {
  return {
    orderId,
    merchantId: 'merchant-1',
    customerId,
    amount: { amount: '1050', currency: 'EUR' },
    provider: 'stripe',
    method: { kind: 'card', token: 'pm_card_visa' },
    intent,
    card: { fingerprint: PLANTED.card, country: 'DE' },
    deviceId: PLANTED.device,
    metadata: { note: PLANTED.note, address: PLANTED.address },
    returnUrl: PLANTED.returnUrl,
    occurredAt: new Date().toISOString(),
  } as const;
}

/** Where a planted word is, but for the provider's own files. */
function foundIn(folder: string): Finding[] {
  return Object.values(PLANTED)
    .flatMap((word) => scan(folder, formsOf(word)))
    .filter(({ file }) => !file.includes('provider-sandbox'));
}

async function erase(customer = CUSTOMER): Promise<{ status: number; body: Body }> {
  const answer = await fetch(`${system.url}/v1/privacy/subjects/${customer}/erasure`, {
    method: 'POST',
    headers: { ...OPS, 'content-type': 'application/json' },
    body: JSON.stringify({ client: 'system', reason: 'asked for by the customer' }),
  });
  return { status: answer.status, body: (await answer.json()) as Body };
}

function subjectPath(customer: string): string {
  return `/v1/privacy/subjects/${customer}?client=system`;
}

async function get(path: string): Promise<Body> {
  const answer = await fetch(system.url + path, { headers: OPS });
  return (await answer.json()) as Body;
}

/** The export as JSON and as a page. */
async function export_(customer = CUSTOMER): Promise<string> {
  const forms = ['export', 'page'].map(async (form) => {
    const path = `/v1/privacy/subjects/${customer}/${form}?client=system`;
    const answer = await fetch(system.url + path, { headers: OPS });
    const text = await answer.text();
    expect([answer.status, answer.status === 200 || text]).toEqual([200, true]);
    return text;
  });
  return (await Promise.all(forms)).join('\n');
}
