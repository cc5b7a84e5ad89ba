import type { Answer, Call } from '../http/operation.js';
import { paypalIdAt } from '../ledger/ids.js';
import { anything, object, text } from '../shape.js';
import { readBody } from './bodies.js';
import type { PayPalDesk } from './desk.js';
import { refused } from './errors.js';
import { renderEvent, type PayPalEvent } from './event.js';
import { certificateName, isSigned, type PayPalSigningParts } from './webhook-signature.js';

const PAGE_SIZE_DEFAULT = 10;
const PAGE_SIZE_MAX = 300;
const KEPT_MS = 30 * 86_400_000;

const verification = object(
  {
    auth_algo: text(100),
    cert_url: text(500),
    transmission_id: text(50),
    transmission_sig: text(500),
    transmission_time: text(100),
    webhook_id: text(50),
    webhook_event: anything(),
  },
  'auth_algo',
  'cert_url',
  'transmission_id',
  'transmission_sig',
  'transmission_time',
  'webhook_id',
  'webhook_event',
);

/** Says whether a delivery is genuine. The event must be the bytes as delivered. */
export function verifySignature(parts: PayPalSigningParts, call: Call): Answer {
  const body = readBody(verification, call.body);
  const signed = isSigned(parts, {
    id: body.transmission_id,
    time: body.transmission_time,
    webhookId: body.webhook_id,
    signature: body.transmission_sig,
    body: rawEvent(call.body.toString('utf8')),
  });
  const genuine = signed && body.auth_algo === 'SHA256withRSA';
  return { status: 200, body: { verification_status: genuine ? 'SUCCESS' : 'FAILURE' } };
}

/** The certificate that deliveries name in PayPal-Cert-Url. */
export function certificate(parts: PayPalSigningParts, call: Call): Answer {
  if (call.params['name'] !== certificateName(parts.keys)) throw refused('INVALID_RESOURCE_ID');
  const headers = { 'Content-Type': 'application/x-pem-file' };
  return { status: 200, body: parts.keys.chainPem, headers };
}

/** Newest first. */
export function listEvents(desk: PayPalDesk, call: Call): Answer {
  const query = new URLSearchParams(call.query);
  const size = Number(query.get('page_size') ?? PAGE_SIZE_DEFAULT);
  if (!Number.isInteger(size) || size < 1 || size > PAGE_SIZE_MAX) {
    throw refused('INVALID_PARAMETER_VALUE', { field: 'page_size', location: 'query' });
  }
  const found = findEvents(desk, query, size + 1);
  const events = found.slice(0, size);
  const self = `${desk.baseUrl}${call.path}`;
  const links = [{ href: `${self}?${query.toString()}`, rel: 'self', method: 'GET' }];
  const last = events.at(-1);
  if (found.length > size && last !== undefined) {
    query.set('next_page_token', last.id);
    links.push({ href: `${self}?${query.toString()}`, rel: 'next', method: 'GET' });
  }
  const body = {
    events: events.map((event) => renderEvent(event, desk.baseUrl)),
    count: events.length,
    links,
  };
  return { status: 200, body };
}

function findEvents(desk: PayPalDesk, query: URLSearchParams, countMax: number): PayPalEvent[] {
  // PayPal lists the events of thirty days.
  const start = Math.max(timeOf(query, 'start_time') ?? 0, desk.nowMs - KEPT_MS);
  const end = timeOf(query, 'end_time') ?? Infinity;
  // Ids sort by age, so that nothing newer needs a look.
  const latest = end === Infinity ? undefined : `WH-${paypalIdAt(end + 1000)}`;
  const before = query.get('next_page_token') ?? latest;
  const events: PayPalEvent[] = [];
  for (const [, event] of desk.parts.shelf.range('paypal-event', { newestFirst: true, before })) {
    const at = Date.parse(event.createdAt);
    if (at < start || events.length === countMax) break;
    if (at <= end && isAsked(event, query)) events.push(event);
  }
  return events;
}

function isAsked(event: PayPalEvent, query: URLSearchParams): boolean {
  const { id } = event.resource as { readonly id?: string };
  const [type, transaction] = [query.get('event_type'), query.get('transaction_id')];
  return (type === null || type === event.type) && (transaction === null || transaction === id);
}

function timeOf(query: URLSearchParams, name: string): number | null {
  const given = query.get(name);
  if (given === null) return null;
  const at = Date.parse(given);
  if (!Number.isNaN(at)) return at;
  throw refused('INVALID_PARAMETER_VALUE', { field: name, location: 'query' });
}

export function getEvent(desk: PayPalDesk, call: Call): Answer {
  return { status: 200, body: renderEvent(eventOf(desk, call), desk.baseUrl) };
}

/** Delivers an event once more. */
export function resendEvent(desk: PayPalDesk, call: Call): Answer {
  const event = eventOf(desk, call);
  const { id, type, orderId: thread } = event;
  desk.parts.outbox.again({ provider: 'paypal', id, type, thread });
  return { status: 202, body: renderEvent(event, desk.baseUrl) };
}

function eventOf(desk: PayPalDesk, call: Call): PayPalEvent {
  const event = desk.draft.get('paypal-event', call.params['id'] ?? '');
  if (event === undefined) throw refused('INVALID_RESOURCE_ID');
  return event;
}

/** The event's bytes inside the request: what was signed is text, not meaning. */
function rawEvent(body: string): string {
  const start = body.indexOf('{', body.indexOf('"webhook_event"') + 1);
  let depth = 0;
  let quoted = false;
  for (let at = start; at < body.length; at += 1) {
    const character = body[at];
    if (character === '\\') at += 1;
    else if (character === '"') quoted = !quoted;
    else if (!quoted && character === '{') depth += 1;
    else if (!quoted && character === '}') {
      depth -= 1;
      if (depth === 0) return body.slice(start, at + 1);
    }
  }
  return '';
}
