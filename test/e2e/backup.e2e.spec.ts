import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { hashKey } from '#platform';
import { apiKeysOf, credentialsIn } from '../../apps/standalone/src/folder/credentials.js';
import { eventually } from '../support/eventually.js';
import { PaymentSystem } from '../support/payment-system.js';

const run = promisify(execFile);
const DIST = fileURLToPath(new URL('../../dist/apps/standalone/src/', import.meta.url));
const SIGNING_KEY = Buffer.alloc(32, 7).toString('base64');

type Seen = { readonly payment: object; readonly lines: object };

describe('a backup that is taken while payments go on', () => {
  let parent: string;
  let before: PaymentSystem;
  let after: PaymentSystem;
  const settled = new Map<string, Seen>();
  let backup: string;

  beforeAll(async () => {
    parent = await mkdtemp(join(tmpdir(), 'assay-backup-'));
    backup = join(parent, 'backup');
    before = await start(join(parent, 'data'));
    for (const [amount, currency] of MONEY) {
      const paymentId = await take(before, amount, currency);
      settled.set(paymentId, await see(before, paymentId));
    }
    await payWhile(before, () => runOf('backup', backup, '--data', before.dataDir));
    await before.stop();
    await runOf('restore', backup, '--data', join(parent, 'restored'));
    after = await start(join(parent, 'restored'));
  });

  afterAll(async () => {
    await after.stop();
    await rm(parent, { recursive: true, force: true });
  });

  it('brings every payment back to the last cent, in our books and the provider’s', async () => {
    for (const [paymentId, seen] of settled) {
      expect(await see(after, paymentId)).toEqual(seen);
    }
  });

  it('takes payments after it, and repeats none', async () => {
    const paymentId = await take(after, '4200', 'EUR');
    expect(await after.counts(paymentId, 'EUR')).toMatchObject({ capture: 1, refund: 1 });
    for (const earlier of settled.keys()) {
      const { currency } = ((await after.client.payment(earlier)) as { amount: Currency }).amount;
      expect(await after.counts(earlier, currency)).toMatchObject({ capture: 1, refund: 1 });
    }
    await eventually(async () => (await attention()).unfinished === 0);
  });

  it('brings back keys, secrets, models and configuration', async () => {
    const keyFile = join('outgoing-webhooks', 'signing.key');
    expect(await readFile(join(after.dataDir, keyFile), 'utf8')).toBe(SIGNING_KEY);
    expect(await readFile(join(backup, 'models', 'registry.json'), 'utf8')).toBe('{}');
    const settings = await readFile(join(backup, 'configuration.env'), 'utf8');
    expect(settings).toContain('STRIPE_WEBHOOK_SECRET="whsec_of_the_backup"');
    expect(settings).not.toContain('NOT_OURS');
  });

  it('is closed to others, and holds nothing that can be rebuilt', async () => {
    expect((await stat(backup)).mode & 0o077).toBe(0);
    expect((await readdir(join(backup, 'data'))).sort()).toEqual(
      ['credentials.json', 'event-store', 'outgoing-webhooks', 'provider-sandbox'].sort(),
    );
  });

  it('is refused when a byte of it has changed, or when it is not whole', async () => {
    const damaged = join(parent, 'damaged');
    await cp(backup, damaged, { recursive: true });
    const file = join(damaged, 'data', 'credentials.json');
    await writeFile(file, `${await readFile(file, 'utf8')} `);
    const target = ['--data', join(parent, 'other')];
    await expect(runOf('restore', damaged, ...target)).rejects.toThrow(/not what was backed up/);
    await rm(join(damaged, 'manifest.json'));
    await expect(runOf('restore', damaged, ...target)).rejects.toThrow(/is not a whole backup/);
  });

  it('overwrites nothing', async () => {
    const data = ['--data', after.dataDir];
    await expect(runOf('restore', backup, ...data)).rejects.toThrow(/is not empty/);
    await expect(runOf('backup', backup, ...data)).rejects.toThrow(/is not empty/);
    const none = runOf('backup', join(parent, 'none'), '--data', join(parent, 'no-data'));
    await expect(none).rejects.toThrow(/holds nothing to back up/);
  });

  async function start(folder: string): Promise<PaymentSystem> {
    await mkdir(join(folder, 'outgoing-webhooks'), { recursive: true });
    const keyFile = join(folder, 'outgoing-webhooks', 'signing.key');
    await writeFile(keyFile, SIGNING_KEY, { flag: 'wx' }).catch(() => undefined);
    const credentials = credentialsIn(join(folder, 'credentials.json'));
    const keys = `system:service:${hashKey('system-key')},${apiKeysOf(credentials)}`;
    const system = await PaymentSystem.start({ API_KEYS: keys }, folder);
    await system.startCommandService();
    return system;
  }

  /** With a key out of the restored folder. */
  async function attention(): Promise<{ readonly unfinished: number }> {
    const { keys } = credentialsIn(join(after.dataDir, 'credentials.json'));
    const headers = { authorization: `Bearer ${keys['local-operator']?.key ?? ''}` };
    const answer = await fetch(`${after.url}/v1/attention`, { headers });
    expect(answer.status).toBe(200);
    return (await answer.json()) as { unfinished: number };
  }

  async function runOf(program: 'backup' | 'restore', ...args: readonly string[]): Promise<void> {
    const models = join(parent, 'models');
    await mkdir(models, { recursive: true });
    await writeFile(join(models, 'registry.json'), '{}');
    const secrets = { STRIPE_WEBHOOK_SECRET: 'whsec_of_the_backup', NOT_OURS: 'x' };
    const env = {
      PATH: process.env['PATH'] ?? '',
      ...secrets,
      ...(program === 'backup' ? { MODELS_DIR: models } : {}),
    };
    await run(process.execPath, [join(DIST, `${program}.js`), ...args], { cwd: parent, env });
  }
});

type Currency = { readonly currency: string };

const MONEY = [
  ['1999', 'EUR'],
  ['1050', 'JPY'],
  ['5120', 'OMR'],
] as const;

/** Captures a payment and gives a part of it back. */
async function take(system: PaymentSystem, amount: string, currency: string): Promise<string> {
  const { paymentId } = await system.client.initiate(
    {
      orderId: `order-${amount}`,
      merchantId: 'merchant-1',
      customerId: 'customer-1',
      amount: { amount, currency },
      provider: 'stripe',
      method: { kind: 'card', token: 'pm_card_visa' },
      intent: 'capture',
    },
    `take-${amount}-${currency}-${String(taken++)}`,
  );
  await system.client.refund(paymentId, { amount: { amount: '10', currency } }, `r-${paymentId}`);
  return paymentId;
}

let taken = 0;

async function see(system: PaymentSystem, paymentId: string): Promise<Seen> {
  return {
    payment: await system.client.payment(paymentId),
    lines: await system.linesOf(paymentId),
  };
}

/** Takes payments, one after the other, until the work is done. */
async function payWhile(system: PaymentSystem, work: () => Promise<void>): Promise<void> {
  const progress = { working: true, payments: 0 };
  const done = work().finally(() => (progress.working = false));
  while (progress.working) {
    await take(system, '700', 'EUR');
    progress.payments += 1;
  }
  await done;
  expect(progress.payments).toBeGreaterThan(0);
}
