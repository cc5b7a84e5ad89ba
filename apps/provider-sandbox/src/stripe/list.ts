import type { Records } from '../ledger/records.js';
import type { StripeDesk } from './desk.js';
import { stripeIdAt } from '../ledger/ids.js';
import { invalid } from './errors.js';
import { expand } from './expand.js';
import type { CreatedFilter, ListParams } from './params.js';

type Listed = {
  [K in keyof Records]: Records[K] extends { readonly id: string; readonly created: number }
    ? K
    : never;
}[keyof Records];

/** Sorts after every id. */
const LAST = '\uffff';

/** How the ids of each kind begin. */
const PREFIXES: Readonly<Record<Listed, string>> = {
  'stripe-payment': 'pi',
  'stripe-charge': 'ch',
  'stripe-refund': 're',
  'stripe-balance-transaction': 'txn',
  'stripe-event': 'evt',
  'stripe-dispute': 'du',
  'stripe-review': 'prv',
  'stripe-fraud-warning': 'issfr',
  'stripe-payout': 'po',
};

const LIMIT_DEFAULT = 10;
const LIMIT_MAX = 100;

export type ListQuery<K extends Listed> = {
  readonly kind: K;
  readonly url: string;
  readonly params: ListParams;
  readonly matches?: (record: Records[K]) => boolean;
  /** Ids of all that can match, oldest first, when they are known without a search. */
  readonly among?: readonly string[] | undefined;
  readonly render: (record: Records[K]) => object;
};

/** One page, newest first, as every list at Stripe. */
export function listPage<K extends Listed>(desk: StripeDesk, query: ListQuery<K>): object {
  const { url, params, render } = query;
  const limit = params.limit ?? LIMIT_DEFAULT;
  if (limit < 1 || limit > LIMIT_MAX) {
    throw invalid(`limit must be between 1 and ${LIMIT_MAX}.`, { param: 'limit' });
  }
  const found = find(desk, query, limit + 1);
  const page = found.slice(0, limit);
  if (params.ending_before !== undefined) page.reverse();
  const body = { object: 'list', data: page.map(render), has_more: found.length > limit, url };
  return expand(desk, body, params.expand);
}

function find<K extends Listed>(
  desk: StripeDesk,
  query: ListQuery<K>,
  countMax: number,
): Records[K][] {
  const { params, matches } = query;
  const newestFirst = params.ending_before === undefined;
  const bounds = boundsOf(params.created);
  const found: Records[K][] = [];
  for (const record of candidates(desk, query, bounds.max)) {
    const { created } = record as { readonly created: number };
    // Ids sort by age, so beyond the bound nothing can match any more.
    if (newestFirst && created < bounds.min) break;
    if (created < bounds.min || created > bounds.max || matches?.(record) === false) continue;
    found.push(record);
    if (found.length === countMax) break;
  }
  return found;
}

/** What comes into question, in the order of the page. */
function* candidates<K extends Listed>(
  desk: StripeDesk,
  { kind, params, among }: ListQuery<K>,
  createdMax: number,
): Generator<Records[K]> {
  const { ending_before: after } = params;
  const before = latestId(params.starting_after, PREFIXES[kind], createdMax);
  if (among === undefined) {
    const range = { newestFirst: after === undefined, before, after };
    for (const [, record] of desk.parts.shelf.range(kind, range)) yield record;
    return;
  }
  const within = among.filter((id) => id < before && id > (after ?? ''));
  for (const id of after === undefined ? within.reverse() : within) {
    const record = desk.draft.get(kind, id);
    if (record !== undefined) yield record;
  }
}

/** Ids sort by age: nothing that was made after the bound needs a look. */
function latestId(startingAfter: string | undefined, prefix: string, createdMax: number): string {
  const bound = createdMax === Infinity ? LAST : stripeIdAt(prefix, (createdMax + 1) * 1000);
  return startingAfter === undefined || startingAfter > bound ? bound : startingAfter;
}

/** Both inclusive. */
function boundsOf({ at, gt, gte, lt, lte }: CreatedFilter = {}): { min: number; max: number } {
  const from = [at, gte, gt === undefined ? undefined : gt + 1];
  const to = [at, lte, lt === undefined ? undefined : lt - 1];
  return {
    min: Math.max(...from.map((bound) => bound ?? -Infinity)),
    max: Math.min(...to.map((bound) => bound ?? Infinity)),
  };
}
