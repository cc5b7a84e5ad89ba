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
  { kind, params, matches }: ListQuery<K>,
  countMax: number,
): Records[K][] {
  const newestFirst = params.ending_before === undefined;
  const bounds = boundsOf(params.created);
  const found: Records[K][] = [];
  const rows = desk.parts.shelf.range(kind, {
    newestFirst,
    before: params.starting_after,
    after: params.ending_before,
  });
  for (const [, record] of rows) {
    const { created } = record as { readonly created: number };
    // Ids sort by age, so beyond the bound nothing can match any more.
    if (newestFirst && created < bounds.min) break;
    if (created < bounds.min || created > bounds.max || matches?.(record) === false) continue;
    found.push(record);
    if (found.length === countMax) break;
  }
  return found;
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
