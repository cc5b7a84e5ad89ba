import { createHmac } from 'node:crypto';
import type { Shelf } from '../ledger/shelf.js';
import type { Signer } from '../webhooks/outbox.js';
import { renderEvent } from './event.js';

/** Signs events with the endpoint's secret, each attempt with its own time. */
export function stripeSigner(shelf: Shelf, secret: string): Signer {
  return async (eventId) => {
    const event = shelf.get('stripe-event', eventId);
    if (event === undefined) throw new Error(`no event ${eventId}`);
    const body = JSON.stringify(renderEvent(event, 1), null, 2);
    // Receivers measure its age against their own clock, so this is real time.
    const time = Math.floor(Date.now() / 1000);
    const signature = createHmac('sha256', secret).update(`${time}.${body}`).digest('hex');
    return { body, headers: { 'Stripe-Signature': `t=${time},v1=${signature}` } };
  };
}
