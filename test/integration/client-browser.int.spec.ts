import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { transformSync } from '@swc/core';
import type { Browser } from 'playwright-core';
import { Webhook } from 'standardwebhooks';
import type * as Client from '#client';
import { HAS_BROWSER, newContext, startBrowser } from '../support/browser.js';

const SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const BODY = '{"type":"payment.captured","timestamp":"2026-11-21T10:00:00.000Z","data":{}}';

if (!HAS_BROWSER) {
  it('the client was NOT run in a browser: there is no chromium', () => {
    expect(process.env['REQUIRE_ALL']).toBeUndefined();
  });
} else {
  describe('the client in a browser', () => {
    let server: Server;
    let browser: Browser;
    let url: string;
    let keys: (string | undefined)[];

    beforeAll(async () => {
      server = createServer((request, response) => {
        if (request.url?.startsWith('/client/')) serveModule(request.url, response);
        else if (request.method === 'POST') commands(request, response);
        else answerPage(new URL(request.url ?? '', 'http://a'), response);
      });
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
      browser = await startBrowser();
    });

    beforeEach(() => {
      keys = [];
    });

    afterAll(async () => {
      await browser.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    });

    it('pays under one key though a connection is cut, reads pages, verifies a webhook', async () => {
      const at = new Date();
      const headers = {
        'webhook-id': 'msg_1',
        'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
        'webhook-signature': new Webhook(SECRET).sign('msg_1', at, BODY),
      };
      const page = await (await newContext(browser)).newPage();
      await page.goto(`${url}/`);
      const told = await page.evaluate(inBrowser, { headers, body: BODY, secrets: SECRET, url });
      expect(told).toEqual({
        status: 'authorised',
        paymentIds: ['p-0', 'p-1', 'p-2'],
        type: 'payment.captured',
        refused: 'signature-wrong',
      });
      expect(keys).toHaveLength(2);
      expect(new Set(keys).size).toBe(1);
    });

    function commands({ headers, socket }: IncomingMessage, response: ServerResponse): void {
      keys.push(headers['idempotency-key']?.toString());
      if (keys.length === 1) socket.destroy();
      else response.end('{"status":"authorised"}');
    }
  });
}

type Given = {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly secrets: string;
  readonly url: string;
};

/** Runs in the page, and takes nothing from here. */
async function inBrowser({ headers, body, secrets, url }: Given): Promise<object> {
  const client = (await import(`${url}/client/index.js`)) as typeof Client;
  const options = { url, key: 'k' };
  const commands = new client.CommandServiceClient(options).commands;
  const idempotencyKey = client.newIdempotencyKey();
  const { status } = await commands.capture({ paymentId: 'p', idempotencyKey });
  const { payments } = new client.ProjectionServiceClient(options);
  const paymentIds: string[] = [];
  for await (const each of payments.paymentsEach()) paymentIds.push(each.paymentId);
  const { event } = await client.verifyWebhook({ headers, body }, { secrets });
  const refused = await client
    .verifyWebhook({ headers, body: `${body} ` }, { secrets })
    .catch((error: unknown) => (error as Client.WebhookRefused).code);
  return { status, paymentIds, type: event.type, refused };
}

/** The sources as they are, with their types taken out: what they import has to be there. */
function serveModule(path: string, response: ServerResponse): void {
  const file = path.replace('/client/', '').replace(/\.js$/, '.ts');
  const text = readFileSync(join('libs/client/src', file), 'utf8');
  const { code } = transformSync(text, {
    configFile: false,
    swcrc: false,
    jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
  });
  response.writeHead(200, { 'content-type': 'text/javascript' }).end(code);
}

function answerPage({ pathname, searchParams }: URL, response: ServerResponse): void {
  if (!pathname.startsWith('/v1/')) {
    response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>a</title>');
    return;
  }
  const n = Number(searchParams.get('cursor') ?? 0);
  const items = [{ paymentId: `p-${n}` }];
  response.end(JSON.stringify({ items, nextCursor: n < 2 ? String(n + 1) : null }));
}
