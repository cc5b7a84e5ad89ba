import { seededDraws } from '../faults/faults.js';
import type { Answer, Call } from '../http/operation.js';
import type { Shelf } from '../ledger/shelf.js';
import { integer, object, oneOf } from '../shape.js';
import { threadOf } from '../stripe/event.js';
import type { Outbox } from '../webhooks/outbox.js';
import type { Undelivered } from '../webhooks/undelivered.js';
import { ControlRefusal, idIn, ok, readControl, type ControlRoute } from './route.js';

const resend = object({ times: integer(1, 100) });
const release = object({
  order: oneOf('as-sent', 'reversed', 'shuffled'),
  seed: integer(0, 2 ** 32 - 1),
  times: integer(1, 10),
});

/** What can go wrong between a provider's events and an endpoint, on purpose. */
export function webhookControl(outbox: Outbox, shelf: Shelf): readonly ControlRoute[] {
  return [
    {
      method: 'GET',
      path: '/sandbox/webhooks',
      does: 'the events that no endpoint has taken, and why',
      body: null,
      handle: () => ok({ undelivered: outbox.undelivered() }),
    },
    {
      method: 'POST',
      path: '/sandbox/webhooks/hold',
      does: 'keeps all events back from now on',
      body: null,
      handle: () => {
        outbox.hold();
        return { status: 204, body: null };
      },
    },
    {
      method: 'POST',
      path: '/sandbox/webhooks/release',
      does: 'delivers what was held back, each `times`',
      body: '{order: as-sent | reversed | shuffled, seed, times}',
      handle: (call) => ok({ released: releaseAll(outbox, call) }),
    },
    {
      method: 'POST',
      path: '/sandbox/webhooks/:id/resend',
      does: 'delivers an event once more, or `times`',
      body: '{times}',
      handle: (call) => resendOne(outbox, shelf, call),
    },
    {
      method: 'DELETE',
      path: '/sandbox/webhooks/:id',
      does: 'loses an event that is held back; it can still be listed',
      body: null,
      handle: (call) => {
        if (outbox.lose(call.draft, idIn(call))) return { status: 204, body: null };
        throw new ControlRefusal(`no event ${idIn(call)} is held back`);
      },
    },
  ];
}

function releaseAll(outbox: Outbox, call: Call): number {
  const { order = 'as-sent', seed = 1, times = 1 } = readControl(release, call.body);
  return outbox.release((held) => {
    const events = Array.from({ length: times }, () => held).flat();
    if (order === 'reversed') return events.reverse();
    return order === 'shuffled' ? shuffled(events, seed) : events;
  });
}

/** Fisher and Yates' shuffle; the same seed gives the same order. */
function shuffled(events: readonly Undelivered[], seed: number): readonly Undelivered[] {
  const draw = seededDraws(seed);
  const mixed = [...events];
  for (let last = mixed.length - 1; last > 0; last -= 1) {
    const other = Math.floor(draw() * (last + 1));
    const [one, two] = [mixed[last], mixed[other]];
    if (one !== undefined && two !== undefined) {
      mixed[last] = two;
      mixed[other] = one;
    }
  }
  return mixed;
}

function resendOne(outbox: Outbox, shelf: Shelf, call: Call): Answer {
  const { times = 1 } = readControl(resend, call.body);
  const id = idIn(call);
  const event = stripeEvent(shelf, id) ?? paypalEvent(shelf, id);
  if (event === undefined) throw new ControlRefusal(`there is no event ${id}`);
  for (let time = 0; time < times; time += 1) outbox.again(event);
  return ok({ id, type: event.type, times }, 202);
}

function stripeEvent(shelf: Shelf, id: string): Omit<Undelivered, 'lost'> | undefined {
  const event = shelf.get('stripe-event', id);
  if (event === undefined) return undefined;
  return { provider: 'stripe', id, type: event.type, thread: threadOf(event) };
}

function paypalEvent(shelf: Shelf, id: string): Omit<Undelivered, 'lost'> | undefined {
  const event = shelf.get('paypal-event', id);
  if (event === undefined) return undefined;
  return { provider: 'paypal', id, type: event.type, thread: event.orderId };
}
