import type { Records } from '../ledger/records.js';
import type { StripeDesk } from './desk.js';
import { invalid } from './errors.js';
import { expand } from './expand.js';
import type { CreatedFilter, ListParams } from './params.js';

type Listed = {
  [K in keyof Records]: Records[K] extends { readonly id: string; readonly created: number }
    ? K
    : never;
}[keyof Records];

const LIMIT_DEFAULT = 10;
const LIMIT_MAX = 100;

export type ListQuery<K extends Listed> = {
  readonly kind: K;
  readonly url: string;
  readonly params: ListParams;
  readonly matches?: (record: Records[K]) => boolean;
  readonly render: (record: Records[K]) => object;
};

/** One page, newest first, as every list at Stripe. */
export function listPage<K extends Listed>(
  desk: StripeDesk,
  { kind, url, params, matches, render }: ListQuery<K>,
): object {
  const limit = params.limit ?? LIMIT_DEFAULT;
  if (limit < 1 || limit > LIMIT_MAX) {
    throw invalid(`limit must be between 1 and ${LIMIT_MAX}.`, { param: 'limit' });
  }
  const backwards = params.ending_before !== undefined;
  const found: Records[K][] = [];
  const rows = desk.parts.shelf.range(kind, {
    newestFirst: !backwards,
    before: params.starting_after,
    after: params.ending_before,
  });
  for (const [, record] of rows) {
    const { created } = record as { readonly created: number };
    // Ids sort by age, so beyond the bound nothing can match any more.
    if (!backwards && isOlder(created, params.created)) break;
    if (!isWithin(created, params.created) || matches?.(record) === false) continue;
    found.push(record);
    if (found.length > limit) break;
  }
  const page = found.slice(0, limit);
  if (backwards) page.reverse();
  const body = { object: 'list', data: page.map(render), has_more: found.length > limit, url };
  return expand(desk, body, params.expand);
}

function isOlder(created: number, filter: CreatedFilter = {}): boolean {
  return created < Math.max(filter.gte ?? 0, filter.gt ?? 0, filter.at ?? 0);
}

function isWithin(created: number, { at, gt, gte, lt, lte }: CreatedFilter = {}): boolean {
  if (at !== undefined && created !== at) return false;
  if (gt !== undefined && created <= gt) return false;
  if (gte !== undefined && created < gte) return false;
  return (lt === undefined || created < lt) && (lte === undefined || created <= lte);
}
