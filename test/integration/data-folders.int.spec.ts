import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..', '..');
const HUNG_MS = 120_000;

/** Every process that keeps files, with what it wants to know before it makes a folder. */
const SERVICES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'provider-sandbox': {},
  'command-service': {
    STRIPE_SECRET_KEY: 'sk_test_x',
    STRIPE_WEBHOOK_SECRET: 'whsec_x',
    PAYPAL_CLIENT_ID: 'x',
    PAYPAL_CLIENT_SECRET: 'x',
    PAYPAL_WEBHOOK_ID: 'x',
  },
  operations: {
    STRIPE_SECRET_KEY: 'sk_test_x',
    PAYPAL_CLIENT_ID: 'x',
    PAYPAL_CLIENT_SECRET: 'x',
    EVENTSTORE_URL: 'esdb://127.0.0.1:1?tls=false',
  },
  'fraud-worker': {
    EVENTSTORE_URL: 'esdb://127.0.0.1:1?tls=false',
    NATS_URL: 'nats://127.0.0.1:1',
    NATS_MESSAGE_KEY: 'k'.repeat(32),
  },
};

describe('a data folder that cannot be made', () => {
  it.each(Object.entries(SERVICES))('ends %s with one line', (app, settings) => {
    const API_KEYS = `shop:service:${'0'.repeat(64)}`;
    const { status, stderr } = spawnSync(process.execPath, [`dist/apps/${app}/src/main.js`], {
      cwd: ROOT,
      env: { PATH: process.env['PATH'], API_KEYS, ...settings, DATA_DIR: '/proc/nope/data' },
      encoding: 'utf8',
      timeout: HUNG_MS,
    });
    expect(stderr).toBe(
      `${app}: /proc/nope cannot be made (ENOENT); choose another folder with DATA_DIR\n`,
    );
    expect(status).toBe(1);
  });
});
