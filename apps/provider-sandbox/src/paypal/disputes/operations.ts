import type { Answer, Call } from '../../http/operation.js';
import { anything, list, object, readShape, text } from '../../shape.js';
import type { PayPalDesk } from '../desk.js';
import { badBody, refused } from '../errors.js';
import { moneyShape } from '../money.js';
import { readInput } from './input.js';
import { renderDispute, renderDisputeInfo, stateOf } from './render.js';
import { capturesOf, type PayPalDispute } from './records.js';
import { provideEvidence, resolveDispute } from './resolve.js';

const PAGE_SIZE_DEFAULT = 10;
const PAGE_SIZE_MAX = 50;

const PARAMETERS = new Set([
  'start_time',
  'disputed_transaction_id',
  'page_size',
  'next_page_token',
  'dispute_state',
  'update_time_before',
  'update_time_after',
]);

const acceptance = object({
  note: text(2000),
  accept_claim_reason: text(255),
  accept_claim_type: text(255),
  invoice_id: text(127),
  refund_amount: moneyShape,
  return_shipping_address: anything(),
});

const evidence = object({
  evidences: list(anything()),
  return_address: anything(),
});

/** Newest first, a page at a time. */
export function listDisputes(desk: PayPalDesk, call: Call): Answer {
  const query = readQuery(call);
  const size = Number(query.get('page_size') ?? PAGE_SIZE_DEFAULT);
  const token = query.get('next_page_token');
  const found = find(desk, query, token === null ? undefined : idOf(token), size + 1);
  const page = found.slice(0, size);
  const self = `${desk.baseUrl}${call.path}`;
  const links = [{ href: `${self}?${query.toString()}`, rel: 'self', method: 'GET' }];
  const last = page.at(-1);
  if (found.length > size && last !== undefined) {
    query.set('next_page_token', Buffer.from(last.id).toString('base64'));
    links.push({ href: `${self}?${query.toString()}`, rel: 'next', method: 'GET' });
  }
  const items = page.map((dispute) => renderDisputeInfo(desk, dispute));
  // An empty list has no items at all: the document wants at least one.
  return { status: 200, body: { ...(items.length === 0 ? {} : { items }), links } };
}

function readQuery(call: Call): URLSearchParams {
  const query = new URLSearchParams(call.query);
  for (const name of query.keys()) if (!PARAMETERS.has(name)) throw bad(name);
  const size = Number(query.get('page_size') ?? PAGE_SIZE_DEFAULT);
  if (!Number.isInteger(size) || size < 1 || size > PAGE_SIZE_MAX) throw bad('page_size');
  return query;
}

export function showDispute(desk: PayPalDesk, call: Call): Answer {
  return { status: 200, body: renderDispute(desk, desk.dispute(call.params['id'] ?? '')) };
}

/** The seller accepts the claim: the money stays with the payer. */
export function acceptClaim(desk: PayPalDesk, call: Call): Answer {
  const { problems } = readShape(acceptance, readInput(call));
  if (problems.length > 0) throw badBody(problems);
  return linked(desk, resolveDispute(desk, call.params['id'] ?? '', 'RESOLVED_BUYER_FAVOUR'));
}

export function answerWithEvidence(desk: PayPalDesk, call: Call): Answer {
  const { problems } = readShape(evidence, readInput(call));
  if (problems.length > 0) throw badBody(problems);
  return linked(desk, provideEvidence(desk, call.params['id'] ?? ''));
}

function find(
  desk: PayPalDesk,
  query: URLSearchParams,
  before: string | undefined,
  countMax: number,
): PayPalDispute[] {
  const states = query.get('dispute_state')?.split(',') ?? null;
  const transaction = query.get('disputed_transaction_id');
  const after = timeOf(query, 'start_time', -Infinity);
  const [from, to] = [
    timeOf(query, 'update_time_after', -Infinity),
    timeOf(query, 'update_time_before', Infinity),
  ];
  const all = transaction === null ? everyDispute(desk) : disputeOf(desk, transaction);
  // Ids of disputes start with letters drawn at random, so they do not sort by age.
  const sorted = all.sort((one, two) => ageKey(two.id).localeCompare(ageKey(one.id)));
  const start = before === undefined ? 0 : sorted.findIndex(({ id }) => id === before) + 1;
  const wanted = (dispute: PayPalDispute) => {
    const updated = Date.parse(dispute.updatedAt);
    return (
      (states?.includes(stateOf(dispute)) ?? true) &&
      (transaction === null || capturesOf(dispute).includes(transaction)) &&
      Date.parse(dispute.createdAt) >= after &&
      updated >= from &&
      updated <= to
    );
  };
  return sorted.slice(start).filter(wanted).slice(0, countMax);
}

function everyDispute(desk: PayPalDesk): PayPalDispute[] {
  return [...desk.parts.shelf.range('paypal-dispute')].map(([, dispute]) => dispute);
}

function disputeOf(desk: PayPalDesk, captureId: string): PayPalDispute[] {
  const id = desk.draft.get('paypal-capture', captureId)?.dispute;
  return id === undefined ? [] : [desk.dispute(id)];
}

function ageKey(id: string): string {
  return id.slice(id.lastIndexOf('-') + 1);
}

function idOf(token: string): string {
  return Buffer.from(token, 'base64').toString();
}

function timeOf(query: URLSearchParams, name: string, otherwise: number): number {
  const given = query.get(name);
  if (given === null) return otherwise;
  const at = Date.parse(given);
  if (Number.isNaN(at)) throw bad(name);
  return at;
}

function linked(desk: PayPalDesk, { id }: PayPalDispute): Answer {
  const href = `${desk.baseUrl}/v1/customer/disputes/${id}`;
  return { status: 200, body: { links: [{ href, rel: 'self', method: 'GET' }] } };
}

function bad(field: string) {
  return refused('INVALID_PARAMETER_VALUE', { field, location: 'query' });
}
