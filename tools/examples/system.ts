import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { StandaloneProcess } from '../../test/support/standalone.js';
import { WebhookReceiver } from '../../test/support/webhook-receiver.js';
import { SERVICES } from './document.js';
import type { Example, Examples, Json } from './file.js';
import { ServiceRecorder } from './recorder.js';
import { short } from './short.js';
import { stable, type Replaced } from './stable.js';

type Credentials = {
  readonly stripeWebhookSecret: string;
  readonly doorPasswords: { readonly operations: string };
};
type Doors = { readonly doors: { readonly eventStore: string } };

/** Of alerts, which go to the receiver too. */
const SECRET = `whsec_${Buffer.alloc(24, 1).toString('base64')}`;

/** As they come; ids are named in this order. */
function inOrder({ request, success, problem }: Example): Example {
  return {
    ...(request !== undefined && { request }),
    ...(success && { success }),
    ...(problem && { problem }),
  };
}

/** The whole system on this machine, with what is recorded of it. */
export class RecordedSystem {
  readonly commands: ServiceRecorder;
  readonly operations: ServiceRecorder;
  readonly views: ServiceRecorder;

  private constructor(
    private readonly parts: {
      readonly folder: string;
      readonly process: StandaloneProcess;
      readonly sandboxUrl: string;
      readonly commandUrl: string;
      readonly keys: Readonly<Record<string, { readonly key: string }>>;
      readonly replaced: Replaced;
    },
    /** Of a client, on this machine. */
    readonly receiver: WebhookReceiver,
    private readonly secrets: Readonly<Record<'stripeWebhookSecret' | 'eventStoreUrl', string>>,
    recorders: readonly [ServiceRecorder, ServiceRecorder, ServiceRecorder],
  ) {
    [this.commands, this.operations, this.views] = recorders;
  }

  static async start(): Promise<RecordedSystem> {
    const folder = await mkdtemp(join(tmpdir(), 'assay-examples-'));
    const receiver = await WebhookReceiver.start();
    const alerts = { ALERT_WEBHOOK_URL: `${receiver.url}/alerts`, ALERT_WEBHOOK_SECRET: SECRET };
    const process = StandaloneProcess.start(folder, ['--free-ports', '--no-story'], alerts);
    await process.says('Ctrl-C');
    const { urls, keys } = process.local;
    const text = await readFile(join(folder, 'credentials.json'), 'utf8');
    const { stripeWebhookSecret, doorPasswords } = JSON.parse(text) as Credentials;
    const { doors } = JSON.parse(await readFile(join(folder, 'standalone.json'), 'utf8')) as Doors;
    const eventStoreUrl = doors.eventStore.replace(
      /\/\/[^@]*@/,
      `//operations:${doorPasswords.operations}@`,
    );
    const replaced = [
      [receiver.url, 'https://shop.example'],
      [urls.sandbox, 'https://sandbox.example'],
      ...[urls.command, urls.query, urls.operations].map((url) => [url, 'https://assay.example']),
    ] as unknown as Replaced;
    const secrets = { stripeWebhookSecret, eventStoreUrl };
    const known = { sandboxUrl: urls.sandbox, commandUrl: urls.command, keys };
    const parts = { folder, process, ...known, replaced };
    const fresh = { position: null };
    return new RecordedSystem(parts, receiver, secrets, [
      new ServiceRecorder('command-service', urls.command, keys, fresh),
      new ServiceRecorder('operations', urls.operations, keys, fresh),
      new ServiceRecorder('projection-service', urls.query, keys, fresh),
    ]);
  }

  /** Begins a session of a browser, which is no operation of the interface. */
  async beginSession(client: string): Promise<void> {
    const { commandUrl, keys } = this.parts;
    const headers = { authorization: `Bearer ${keys[client]?.key}` };
    await fetch(new URL('/session', commandUrl), { method: 'POST', headers });
  }

  /** Does something at the sandbox of the providers. */
  async sandbox(path: string, body: object = {}, method = 'POST'): Promise<Json> {
    const url = new URL(path, this.parts.sandboxUrl);
    const sent = method === 'POST' ? { body: JSON.stringify(body) } : {};
    const answer = await fetch(url, { method, ...sent });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`the sandbox refuses ${path}: ${text}`);
    return text === '' ? {} : (JSON.parse(text) as Json);
  }

  /** Presses the button on the page that a payer is sent to. */
  async approveAsPayer(page: string): Promise<void> {
    const url = new URL(page);
    const body = new URLSearchParams(url.searchParams);
    body.set('action', 'approve');
    await fetch(new URL(url.pathname, url), { method: 'POST', body, redirect: 'manual' });
  }

  /** What Stripe signs its webhooks with. */
  get stripeWebhookSecret(): string {
    return this.secrets.stripeWebhookSecret;
  }

  /** Where what operations appends may be appended. */
  get eventStoreUrl(): string {
    return this.secrets.eventStoreUrl;
  }

  get recorders(): readonly ServiceRecorder[] {
    return [this.commands, this.operations, this.views];
  }

  get examples(): Examples {
    const all = this.recorders.map(({ examples }, i) => [
      SERVICES[i] ?? '',
      Object.fromEntries(
        Object.entries(examples).map(([place, example]): [string, Example] => [
          place,
          stable(inOrder(short(example) as Example), this.parts.replaced),
        ]),
      ),
    ]);
    return Object.fromEntries(all) as Examples;
  }

  async stop(): Promise<void> {
    await this.receiver.stop();
    this.parts.process.kill('SIGTERM');
    await this.parts.process.ended();
    await rm(this.parts.folder, { recursive: true, force: true });
  }
}
