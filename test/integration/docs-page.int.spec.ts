import { readFileSync } from 'node:fs';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { request, type IncomingMessage } from 'node:http';
import { once } from 'node:events';
import type { Browser, Page } from 'playwright-core';
import { hashKey, loadConfig, type RunningApp } from '#platform';
import { Config as OperationsConfig } from '../../apps/operations/src/config.js';
import { eventually } from '../support/eventually.js';
import { HAS_BROWSER, newContext, startBrowser } from '../support/browser.js';
import { CommandServiceUnderTest, payment } from '../support/command-service.js';
import { startOperations } from '../support/operations.js';

const SHOWN = ['command-service', 'projection-service', 'operations'];
const DOCUMENTS = ['assay', ...SHOWN];

let service: CommandServiceUnderTest;

beforeAll(async () => {
  service = await new CommandServiceUnderTest().start();
});

afterAll(() => service.stop());

describe('the documents of the one address', () => {
  it('are all of it at /openapi.json, and each service of its own', async () => {
    for (const name of DOCUMENTS) {
      const own = await ask(`/openapi/${name}.json`);
      expect([own.status, own.body.toString()]).toEqual([200, checkedIn(name)]);
    }
    expect((await ask('/openapi.json')).body.toString()).toBe(checkedIn('assay'));
  });

  it('may be kept by caches that ask whether they changed', async () => {
    const { headers } = await ask('/openapi.json');
    expect(headers).toMatchObject({
      'cache-control': 'public, no-cache',
      vary: 'accept-encoding',
      etag: expect.stringMatching(/^W\//) as string,
    });
    const again = await ask('/openapi.json', { 'if-none-match': headers.etag ?? '' });
    expect([again.status, again.body.length]).toEqual([304, 0]);
  });

  it.each([
    ['gzip, deflate, br, zstd', 'br', brotliDecompressSync],
    ['gzip;q=0.5', 'gzip', gunzipSync],
    ['identity', undefined, (plain: Buffer) => plain],
    ['br;q=0, gzip;q=0', undefined, (plain: Buffer) => plain],
  ])('come compressed to who accepts %s', async (accepted, encoding, decode) => {
    const answer = await ask('/openapi.json', { 'accept-encoding': accepted });
    expect(answer.headers['content-encoding']).toBe(encoding);
    expect(decode(answer.body).toString()).toBe(checkedIn('assay'));
  });
});

describe('the files of the page', () => {
  it('are named after their content, and kept for ever', async () => {
    const page = (await ask('/docs')).body.toString();
    const files = [...page.matchAll(/(?:src|href)="(docs\/[^"]+)"/g)].map(([, file]) => file);
    expect(files).toHaveLength(4);
    for (const file of files) {
      expect(file).toMatch(/^docs\/[\w-]+\.[0-9a-f]{12}\.(css|js)$/);
      const answer = await ask(`/${file ?? ''}`, { 'accept-encoding': 'br' });
      expect(answer).toMatchObject({
        status: 200,
        headers: {
          'cache-control': 'public, max-age=31536000, immutable',
          'content-encoding': 'br',
          'x-content-type-options': 'nosniff',
        },
      });
      expect(brotliDecompressSync(answer.body).toString()).not.toContain('sourceMappingURL');
    }
  });

  it('are no way to others of the package', async () => {
    for (const path of [
      '/docs/index.html',
      '/docs/swagger-ui-bundle.js',
      '/docs/../package.json',
    ]) {
      expect((await ask(path)).status).toBe(404);
    }
  });

  it('stand beside the policy that what is deprecated leads to', async () => {
    const { status, headers, body } = await ask('/docs/api-policy.md');
    expect([status, headers['content-type']]).toEqual([200, 'text/markdown; charset=utf-8']);
    expect(body.toString()).toBe(readFileSync('docs/api-policy.md', 'utf8'));
  });

  it('need no key, and lead there from an address with a slash', async () => {
    const { status, headers } = await ask('/docs/');
    expect([status, headers.location]).toEqual([308, '../docs']);
  });
});

const inBrowser = HAS_BROWSER ? describe : describe.skip;

let browser: Browser;

beforeAll(async () => {
  if (HAS_BROWSER) browser = await startBrowser();
});

afterAll(async () => {
  if (HAS_BROWSER) await browser.close();
});

inBrowser('the page in a browser', () => {
  it('lists each operation of the document that is chosen, under its policy', async () => {
    const page = await opened(browser, `${service.url}/docs`);
    expect(await page.view.locator('#documents option').count()).toBe(SHOWN.length);
    for (const name of SHOWN) {
      await page.view.selectOption('#documents', name);
      const { info, paths } = JSON.parse(checkedIn(name)) as Parsed;
      await page.view.getByRole('heading', { name: info.title }).waitFor();
      const operations = Object.values(paths).flatMap(Object.keys).length;
      // By count: the policy of the page lets no text be run in it again and again.
      await eventually(async () => (await page.view.locator('.opblock').count()) === operations);
    }
    expect(page.view.url()).toContain('document=operations');
    expect(page.complaints).toEqual([]);
    await page.view.context().close();
  });

  it('sends a request with the key that it is given, and shows the answer', async () => {
    const { body } = await service.post('/v1/payments', payment());
    const { paymentId } = body as { paymentId: string };
    const { view, complaints, asked } = await opened(browser, `${service.url}/docs`);
    await view.locator('.auth-wrapper .authorize').click();
    await view.locator('.modal-ux input').fill('shop-key');
    await view.locator('.modal-ux .authorize').click();
    await view.locator('.modal-ux .btn-done').click();
    const operation = view.locator('#operations-payments-payments_payment');
    await operation.locator('.opblock-summary-control').click();
    await operation.locator('.try-out__btn').click();
    await operation.locator('tr[data-param-name=paymentId] input').fill(paymentId);
    await operation.locator('.execute').click();
    await operation
      .locator('.live-responses-table .response-col_status', { hasText: '200' })
      .waitFor();
    const shown = operation.locator('.live-responses-table .response .highlight-code').first();
    expect(await shown.textContent()).toContain(paymentId);
    expect(complaints).toEqual([]);
    expect(asked.filter((url) => !url.startsWith(service.url))).toEqual([]);
    // The key is gone with the page.
    await view.reload();
    await view.locator('.auth-wrapper .authorize.unlocked').waitFor();
    await view.context().close();
  });
});

inBrowser('the page on other screens and services', () => {
  it('keeps within a phone, and follows the dark scheme', async () => {
    const context = await newContext(browser, {
      viewport: { width: 390, height: 844 },
      colorScheme: 'dark',
    });
    const view = await context.newPage();
    await view.goto(`${service.url}/docs`);
    await view.locator('.opblock-summary-control').first().click();
    await view.locator('.responses-wrapper').waitFor();
    const width = await view.evaluate('document.documentElement.scrollWidth');
    expect(width).toBeLessThanOrEqual(390);
    expect(await view.locator('html.dark-mode').count()).toBe(1);
    await context.close();
  });

  it('shows a service that is asked by itself its own document', async () => {
    const operations: RunningApp = await startOperations({
      config: loadConfig(OperationsConfig, {
        PORT: '0',
        API_KEYS: `olga:operator:${hashKey('operator-key')}`,
        STRIPE_SECRET_KEY: 'sk_test_x',
        PAYPAL_CLIENT_ID: 'x',
        PAYPAL_CLIENT_SECRET: 'x',
      }),
      eventStore: service.store,
    });
    const { view, complaints } = await opened(browser, `${operations.url}/docs`);
    await view.getByRole('heading', { name: 'Assay operations' }).waitFor();
    expect(await view.locator('#documents option').allTextContents()).toEqual(['Assay operations']);
    expect(complaints).toEqual([]);
    await view.context().close();
    await operations.stop();
  });
});

type Parsed = {
  readonly info: { readonly title: string };
  readonly paths: Readonly<Record<string, object>>;
};

type Opened = {
  readonly view: Page;
  /** What the policy forbade, what was not found, and errors of scripts. */
  readonly complaints: string[];
  readonly asked: string[];
};

async function opened(browser: Browser, url: string): Promise<Opened> {
  const view = await (await newContext(browser)).newPage();
  const complaints: string[] = [];
  const asked: string[] = [];
  view.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  view.on('pageerror', (error) => complaints.push(error.message));
  view.on('request', (each) => {
    if (!each.url().startsWith('data:')) asked.push(each.url());
  });
  await view.exposeFunction('complain', (text: string) => complaints.push(text));
  await view.addInitScript(
    `document.addEventListener('securitypolicyviolation', (event) =>
      complain(event.violatedDirective + ' ' + event.blockedURI))`,
  );
  await view.goto(url);
  await view.locator('.opblock').first().waitFor();
  return { view, complaints, asked };
}

type Raw = Pick<IncomingMessage, 'headers'> & { readonly status: number; readonly body: Buffer };

/** As the wire has it: not decompressed, and the path as it is written. */
async function ask(path: string, headers: Record<string, string> = {}): Promise<Raw> {
  const { hostname, port } = new URL(service.url);
  const sent = request({ hostname, port, path, headers, agent: false });
  sent.end();
  const [answer] = (await once(sent, 'response')) as [IncomingMessage];
  const body = Buffer.concat(await answer.toArray());
  return { status: answer.statusCode ?? 0, headers: answer.headers, body };
}

function checkedIn(name: string): string {
  return readFileSync(`docs/openapi/${name}.json`, 'utf8');
}
