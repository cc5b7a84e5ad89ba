import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { eventually } from '../support/eventually.js';
import { SandboxUnderTest, WebhookEndpoint } from './provider-sandbox-under-test.js';

const PAGE = readFileSync(join(import.meta.dirname, '../../docs/sandbox.md'), 'utf8');

type Help = {
  readonly paths: Readonly<Record<string, string>>;
  readonly effects: readonly string[];
};

describe("the sandbox's page of documentation", () => {
  let sandbox: SandboxUnderTest;
  let endpoint: WebhookEndpoint;

  beforeAll(async () => {
    endpoint = await WebhookEndpoint.start();
    sandbox = await SandboxUnderTest.start({ SANDBOX_WEBHOOK_URL_STRIPE: endpoint.url });
  });

  afterAll(async () => {
    await sandbox.stop();
    await endpoint.stop();
  });

  it('shows commands that do what it says, in its order', async () => {
    const blocks = [...PAGE.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, block = '']) => block);
    expect(blocks.length).toBeGreaterThan(6);
    const script = `set -euo pipefail\n${blocks.join('\n')}`.replace(
      'SANDBOX=http://127.0.0.1:3010',
      `SANDBOX=${sandbox.url}`,
    );
    await promisify(execFile)('bash', ['-c', script]).catch((error: unknown) => {
      const { stdout, stderr } = error as { readonly stdout: string; readonly stderr: string };
      throw new Error(`${stdout.slice(-1000)}\n${stderr}`);
    });
    expect((await sandbox.books('docs-1')).totals['EUR']).toMatchObject({
      authorised: '12000',
      captured: '11000',
      refunded: '1000',
      disputed: '0', // Taken by the chargeback, given back when it was won.
    });
    expect((await sandbox.books('docs-2')).totals['EUR']).toMatchObject({
      captured: '5000',
      disputed: '5000',
    });
    const [resent] = (await sandbox.stripe().events.list({ limit: 1 })).data;
    const countOf = () => endpoint.taken.filter(({ id }) => id === resent?.id).length;
    await endpoint.until(4);
    await eventually(() => countOf() >= 4);
    expect(countOf()).toBe(4); // Twice when it was let go, and resent twice.
  });

  it('names every control path, every effect and every setting', async () => {
    const help = (await sandbox.control('GET', '')) as Help;
    const settings = (await sandbox.control('GET', '/settings')) as object;
    const paths = Object.keys(help.paths).map((path) =>
      path
        .replace(/^\w+ \/sandbox\/(stripe\/|paypal\/)?/, '')
        .replaceAll(/\{(\w+)\}/g, ':$1')
        .replace('books/payments/:id', 'books/payments/'),
    );
    const words = [...paths, ...help.effects, ...Object.keys(settings)];
    expect(words.filter((word) => !PAGE.includes(word))).toEqual([]);
  });
});

describe("the sandbox's index page", () => {
  it('shows the books, the triggers and the control paths to a person', async () => {
    const sandbox = await SandboxUnderTest.start();
    try {
      await sandbox.stripe().paymentIntents.create({
        amount: 4200,
        currency: 'eur',
        confirm: true,
        payment_method: 'pm_card_visa',
        allowed_payment_method_types: ['card'],
      });
      const answer = await fetch(sandbox.url);
      expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
      const page = await answer.text();
      for (const text of ['<td>4200</td>', 'pm_card_createDispute', '/sandbox/webhooks/release']) {
        expect(page).toContain(text);
      }
    } finally {
      await sandbox.stop();
    }
  });
});
