import type { Answer, Call, Operation } from '../http/operation.js';
import type { RequestLog } from '../http/request-log.js';
import { EFFECTS, type Faults } from '../faults/faults.js';
import { paymentBooks, totalsOf } from '../ledger/books.js';
import type { Settings } from '../ledger/settings.js';
import type { PayPalParts } from '../paypal/desk.js';
import { flag, integer, object, oneOf, orNull, text } from '../shape.js';
import { BY_ITSELF, StripeDesk, type StripeParts } from '../stripe/desk.js';
import { planDaily } from '../stripe/payouts/run.js';
import { readFault } from './fault-request.js';
import { indexPage } from './index-page.js';
import { paypalControl } from './paypal.js';
import { ControlRefusal, idIn, ok, readControl, toOperation, type ControlRoute } from './route.js';
import { stripeControl } from './stripe.js';
import { webhookControl } from './webhooks.js';

export type ControlParts = {
  readonly providers: StripeParts & PayPalParts;
  readonly faults: Faults;
  readonly requests: RequestLog;
  readonly authorityPem: string;
  /** Names of what both providers do here. */
  readonly operationNames: () => Readonly<Record<string, readonly string[]>>;
  /** Lets happen what is due. */
  readonly runDue: () => Promise<void>;
};

const settingsShape = object({
  stripeFeesLate: flag(),
  stripeFeeDelayMs: integer(0, 30 * 86_400_000),
  stripePayouts: oneOf('manual', 'daily'),
  paypalReauthorisationsMax: integer(0, 100),
  paypalReturnsFees: flag(),
  settlesIn: orNull(text(3, /^[A-Z]{3}$/)),
  exchangeRateMillionths: integer(1, 1_000_000_000),
});

const clockShape = object({ advanceMs: integer(-Number.MAX_SAFE_INTEGER), to: integer(0) });

/** The sandbox's own paths: its books, faults, clock and requests, and its health. */
export function controlOperations(parts: ControlParts): readonly Operation[] {
  const health = ['/health/live', '/health/ready'].map((path): Operation => {
    return { name: path, method: 'GET', path, handle: () => ok({ status: 'ok' }) };
  });
  const routes = controlRoutes(parts);
  const help: Operation = {
    name: '/sandbox',
    method: 'GET',
    path: '/sandbox',
    handle: () => ok(helpOf(parts, routes)),
  };
  const { shelf, clock } = parts.providers;
  const index = indexPage(shelf, routes, () => clock.iso());
  return [...health, index, help, ...routes.map(toOperation)];
}

export function controlRoutes(parts: ControlParts): readonly ControlRoute[] {
  const { shelf, outbox } = parts.providers;
  return [
    ...readings(parts),
    ...faultRoutes(parts.faults),
    ...settingRoutes(parts),
    ...webhookControl(outbox, shelf),
    ...stripeControl(parts.providers),
    ...paypalControl(parts.providers),
  ];
}

function readings({ providers: { shelf }, requests, authorityPem }: ControlParts): ControlRoute[] {
  const read = (path: string, does: string, handle: (call: Call) => Answer): ControlRoute => ({
    method: 'GET',
    path: `/sandbox/${path}`,
    does,
    body: null,
    handle,
  });
  return [
    read('books', 'what was captured, refunded, disputed, paid out and kept as fees', () =>
      ok(totalsOf(shelf)),
    ),
    read(
      'books/payments/:id',
      'every line of one payment: by metadata.payment_id, custom_id or invoice_id',
      (call) => ok(paymentBooks(shelf, idIn(call))),
    ),
    read('requests', 'the requests the providers saw; ?since={number}', (call) =>
      listRequests(requests, call),
    ),
    read('paypal-ca.pem', "the root that signs PayPal's webhooks", () => ({
      status: 200,
      body: authorityPem,
      headers: { 'Content-Type': 'application/x-pem-file' },
    })),
  ];
}

function faultRoutes(faults: Faults): ControlRoute[] {
  const path = '/sandbox/faults';
  return [
    {
      method: 'GET',
      path,
      does: 'the faults that are still to strike',
      body: null,
      handle: () => ok({ faults: faults.list() }),
    },
    {
      method: 'POST',
      path,
      does: 'asks for a fault',
      body: '{provider, operation, effect, times, skip, delayMs, probability, seed, retryAfterSeconds}',
      handle: (call) => ok(faults.add(readFault(call.body)), 201),
    },
    {
      method: 'DELETE',
      path,
      does: 'no more faults',
      body: null,
      handle: () => {
        faults.clear();
        return { status: 204, body: null };
      },
    },
    {
      method: 'DELETE',
      path: `${path}/:id`,
      does: 'takes one fault back',
      body: null,
      handle: (call) => removeFault(faults, call),
    },
  ];
}

function settingRoutes(parts: ControlParts): ControlRoute[] {
  const { settings } = parts.providers;
  return [
    {
      method: 'GET',
      path: '/sandbox/clock',
      does: "the sandbox's time",
      body: null,
      handle: () => ok(clockOf(parts)),
    },
    {
      method: 'POST',
      path: '/sandbox/clock',
      does: 'time goes on: holds lapse, refunds settle, disputes run out',
      body: '{advanceMs} or {to: unix ms}',
      handle: (call) => advance(parts, call),
    },
    {
      method: 'GET',
      path: '/sandbox/settings',
      does: 'how the providers behave',
      body: null,
      handle: () => ok(settings.all),
    },
    {
      method: 'POST',
      path: '/sandbox/settings',
      does: 'changes how the providers behave',
      body: '{stripeFeesLate, stripeFeeDelayMs, stripePayouts: manual | daily, paypalReauthorisationsMax, paypalReturnsFees, settlesIn: currency | null, exchangeRateMillionths}',
      handle: (call) => {
        const changes = readControl(settingsShape, call.body) as Partial<Settings>;
        settings.change(changes, call.draft);
        if (changes.stripePayouts === 'daily') {
          planDaily(new StripeDesk(parts.providers, call.draft, BY_ITSELF));
        }
        return ok(settings.all);
      },
    },
  ];
}

function helpOf({ operationNames }: ControlParts, routes: readonly ControlRoute[]): object {
  const shown = routes.map(({ method, path, does, body }) => [
    `${method} ${path.replaceAll(/:(\w+)/g, '{$1}')}`,
    body === null ? does : `${does}: ${body}`,
  ]);
  return {
    what: 'A local Stripe and PayPal that keeps its own books. No money moves here.',
    paths: Object.fromEntries(shown) as object,
    effects: EFFECTS,
    operations: operationNames(),
  };
}

function listRequests(requests: RequestLog, call: Call): Answer {
  const since = Number(new URLSearchParams(call.query).get('since') ?? '0');
  if (!Number.isInteger(since) || since < 0) {
    throw new ControlRefusal('since must be the number of a request');
  }
  return ok({ requests: requests.since(since) });
}

function removeFault(faults: Faults, call: Call): Answer {
  const id = idIn(call);
  if (!faults.remove(Number(id))) return { status: 404, body: { error: `no fault ${id}` } };
  return { status: 204, body: null };
}

function advance(parts: ControlParts, call: Call): Answer {
  const { clock } = parts.providers;
  const { advanceMs, to } = readControl(clockShape, call.body);
  if ((advanceMs === undefined) === (to === undefined)) {
    throw new ControlRefusal('say either advanceMs or to, in unix ms: time only goes on');
  }
  const ms = advanceMs ?? (to ?? 0) - clock.now();
  if (ms < 0) throw new ControlRefusal('that is in the past: time only goes on');
  clock.advance(ms, call.draft);
  call.draft.afterwards(parts.runDue);
  return ok(clockOf(parts));
}

function clockOf({ providers: { clock } }: ControlParts): object {
  return { now: new Date(clock.now()).toISOString(), offsetMs: clock.offsetMs };
}
