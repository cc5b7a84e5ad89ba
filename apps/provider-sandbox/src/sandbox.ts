import type { ProviderName } from '#provider-port';
import { join } from 'node:path';
import type { Logger } from '#platform';
import type { Config } from './config.js';
import { controlOperations } from './control/operations.js';
import { Faults } from './faults/faults.js';
import type { Door } from './http/door.js';
import { RequestLog } from './http/request-log.js';
import { SandboxServer } from './http/server.js';
import { Lapses } from './lapses.js';
import { Clock } from './ledger/clock.js';
import { DiskTable } from './ledger/disk-table.js';
import { Ids } from './ledger/ids.js';
import { MemoryTable } from './ledger/memory-table.js';
import { SettingsInForce } from './ledger/settings-in-force.js';
import { Shelf } from './ledger/shelf.js';
import { approvalPage } from './paypal/approval-page.js';
import type { PayPalParts } from './paypal/desk.js';
import { PayPalDoor } from './paypal/door.js';
import { loadSigningKeys } from './paypal/signing.js';
import { paypalSigner } from './paypal/webhook-signature.js';
import { authenticationPage } from './stripe/authentication-page.js';
import type { StripeParts } from './stripe/desk.js';
import { StripeDoor } from './stripe/door.js';
import { stripeSigner } from './stripe/webhook-signature.js';
import { Courier } from './webhooks/courier.js';
import { Outbox } from './webhooks/outbox.js';

export type RunningSandbox = {
  readonly url: string;
  /** PEM file of the root that signs PayPal's webhooks. */
  readonly authorityFile: string;
  readonly stop: () => Promise<void>;
};

/** Opens the books and serves both providers until it is stopped. */
export async function startSandbox(config: Config, logger: Logger): Promise<RunningSandbox> {
  const folder = join(config.DATA_DIR, 'provider-sandbox');
  const keys = await loadSigningKeys(folder, new Date());
  const shelf = new Shelf(
    config.SANDBOX_STORE === 'memory' ? new MemoryTable() : new DiskTable(join(folder, 'books')),
  );
  const clock = new Clock(shelf);
  const faults = new Faults();
  const requests = new RequestLog();
  const outbox = new Outbox({
    shelf,
    faults,
    courier: new Courier(),
    logger,
    urls: webhookUrls(config),
    types: subscriptions(config),
  });
  let url = '';
  const publicUrl = (): string => url;
  const ids = new Ids(() => clock.now());
  const settings = new SettingsInForce(shelf);
  const parts: StripeParts & PayPalParts = { shelf, clock, ids, outbox, settings, publicUrl };
  const signing = { shelf, keys, webhookId: config.PAYPAL_WEBHOOK_ID, publicUrl };

  const doors = Object.values(doorsOf(parts, signing));
  const lapses = new Lapses({ stripe: parts, paypal: parts, logger });
  const server = new SandboxServer({ shelf, faults, requests, logger, nowIso: () => clock.iso() });
  server.open(doors, [
    ...approvalPage(parts),
    ...authenticationPage(parts),
    ...controlOperations({
      providers: parts,
      faults,
      requests,
      authorityPem: keys.authorityPem,
      operationNames: () =>
        Object.fromEntries(
          doors.map((door) => [door.provider, door.operations.map(({ name }) => name)]),
        ),
      runDue: () => lapses.runDue(),
    }),
  ]);
  const port = await server.listen(config.PORT, config.HOST);
  url = config.SANDBOX_PUBLIC_URL?.replace(/\/$/, '') ?? `http://${reachable(config.HOST)}:${port}`;
  outbox.start({
    stripe: stripeSigner(shelf, config.STRIPE_WEBHOOK_SECRET),
    paypal: paypalSigner(signing),
  });
  lapses.start();
  return {
    url,
    authorityFile: join(folder, 'paypal-ca.pem'),
    stop: async () => {
      await server.close();
      outbox.stop();
      await lapses.stop();
      await shelf.close();
    },
  };
}

function doorsOf(
  parts: StripeParts & PayPalParts,
  signing: ConstructorParameters<typeof PayPalDoor>[1],
): Readonly<Record<ProviderName, Door>> {
  return { stripe: new StripeDoor(parts), paypal: new PayPalDoor(parts, signing) };
}

function webhookUrls(config: Config): Record<ProviderName, string | undefined> {
  return {
    stripe: config.SANDBOX_WEBHOOK_URL_STRIPE,
    paypal: config.SANDBOX_WEBHOOK_URL_PAYPAL,
  };
}

function subscriptions(config: Config): Record<ProviderName, readonly string[] | undefined> {
  return {
    stripe: config.SANDBOX_WEBHOOK_EVENTS_STRIPE?.split(','),
    paypal: config.SANDBOX_WEBHOOK_EVENTS_PAYPAL?.split(','),
  };
}

/** An address to listen on everywhere is none to call. */
function reachable(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1';
  return host.includes(':') ? `[${host}]` : host;
}
