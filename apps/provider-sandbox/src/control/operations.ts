import type { Answer, Call, Operation } from '../http/operation.js';
import type { RequestLog } from '../http/request-log.js';
import { EFFECTS, type Faults } from '../faults/faults.js';
import { paymentBooks, totalsOf } from '../ledger/books.js';
import type { Clock } from '../ledger/clock.js';
import type { Shelf } from '../ledger/shelf.js';
import { ControlRefusal, readFault, readJson } from './fault-request.js';

export type ControlParts = {
  readonly shelf: Shelf;
  readonly clock: Clock;
  readonly faults: Faults;
  readonly requests: RequestLog;
  readonly authorityPem: string;
  /** Names of what both providers do here. */
  readonly operationNames: () => Readonly<Record<string, readonly string[]>>;
  /** Lets happen what is due. */
  readonly runDue: () => Promise<void>;
};

/** The sandbox's own paths: its books, faults, clock and requests, and its health. */
export function controlOperations(parts: ControlParts): readonly Operation[] {
  const { shelf, faults, requests } = parts;
  const routes: readonly Omit<Operation, 'name'>[] = [
    { method: 'GET', path: '/health/live', handle: () => ok({ status: 'ok' }) },
    { method: 'GET', path: '/health/ready', handle: () => ok({ status: 'ok' }) },
    { method: 'GET', path: '/sandbox', handle: () => ok(help(parts)) },
    { method: 'GET', path: '/sandbox/books', handle: () => ok(totalsOf(shelf)) },
    {
      method: 'GET',
      path: '/sandbox/books/payments/:id',
      handle: (call) => ok(paymentBooks(shelf, decodeURIComponent(call.params['id'] ?? ''))),
    },
    { method: 'GET', path: '/sandbox/requests', handle: (call) => listRequests(requests, call) },
    { method: 'GET', path: '/sandbox/faults', handle: () => ok({ faults: faults.list() }) },
    { method: 'POST', path: '/sandbox/faults', handle: (call) => addFault(faults, call) },
    { method: 'DELETE', path: '/sandbox/faults', handle: () => clearFaults(faults) },
    { method: 'DELETE', path: '/sandbox/faults/:id', handle: (call) => removeFault(faults, call) },
    { method: 'GET', path: '/sandbox/clock', handle: () => ok(clockOf(parts.clock)) },
    { method: 'POST', path: '/sandbox/clock', handle: (call) => advance(parts, call) },
    {
      method: 'GET',
      path: '/sandbox/paypal-ca.pem',
      handle: () => ({
        status: 200,
        body: parts.authorityPem,
        headers: { 'Content-Type': 'application/x-pem-file' },
      }),
    },
  ];
  return routes.map((route) => ({
    ...route,
    name: route.path,
    handle: (call) => refusing(() => route.handle(call)),
  }));
}

function help({ operationNames }: ControlParts): object {
  return {
    what: 'A local Stripe and PayPal that keeps its own books. No money moves here.',
    paths: {
      'GET /sandbox/books': 'what was captured, refunded and kept as fees, per provider',
      'GET /sandbox/books/payments/{id}':
        'every line of one payment: by metadata.payment_id, custom_id or invoice_id',
      'GET /sandbox/requests?since={number}': 'the requests the providers saw',
      'POST /sandbox/faults':
        '{provider, operation, effect, times, skip, delayMs, probability, seed}',
      'DELETE /sandbox/faults': 'no more faults',
      'POST /sandbox/clock': '{advanceMs}: time goes on, holds lapse',
      'GET /sandbox/paypal-ca.pem': "the root that signs PayPal's webhooks",
    },
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

function addFault(faults: Faults, call: Call): Answer {
  return { status: 201, body: faults.add(readFault(call.body)) };
}

function clearFaults(faults: Faults): Answer {
  faults.clear();
  return { status: 204, body: null };
}

function removeFault(faults: Faults, call: Call): Answer {
  const id = call.params['id'] ?? '';
  if (!faults.remove(Number(id))) return { status: 404, body: { error: `no fault ${id}` } };
  return { status: 204, body: null };
}

function advance({ clock, runDue }: ControlParts, call: Call): Answer {
  const { advanceMs } = readJson(call.body);
  if (typeof advanceMs !== 'number' || !Number.isInteger(advanceMs) || advanceMs < 0) {
    throw new ControlRefusal('advanceMs must be an integer of at least 0: time only goes on');
  }
  clock.advance(advanceMs, call.draft);
  call.draft.afterwards(runDue);
  return ok(clockOf(clock));
}

function clockOf(clock: Clock): object {
  return { now: new Date(clock.now()).toISOString(), offsetMs: clock.offsetMs };
}

/** Amounts leave as digits in a string, because JSON numbers lose precision. */
function ok(body: object): Answer {
  const text = JSON.stringify(body, (_name, value: unknown) =>
    typeof value === 'bigint' ? value.toString() : value,
  );
  return { status: 200, body: text };
}

function refusing(handle: () => Answer): Answer {
  try {
    return handle();
  } catch (error) {
    if (!(error instanceof ControlRefusal)) throw error;
    return { status: 400, body: { error: error.message } };
  }
}
