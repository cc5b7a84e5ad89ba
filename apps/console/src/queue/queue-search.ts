export const CASE_SORTS = ['oldest', 'newest', 'riskiest', 'largest'] as const;
export type CaseSort = (typeof CASE_SORTS)[number];

export type CaseStatus = 'open' | 'closed' | 'ended';

/** What the address of the queue holds; what is left out has its usual value. */
export type QueueSearch = {
  readonly status?: CaseStatus;
  readonly sort?: CaseSort;
  readonly scoreMin?: string;
  readonly currency?: string;
  readonly customerId?: string;
  readonly merchantId?: string;
};

const FORMS = {
  status: /^(open|closed|ended)$/,
  sort: /^(oldest|newest|riskiest|largest)$/,
  scoreMin: /^(0(\.\d{1,9})?|1(\.0{1,9})?)$/,
  currency: /^[A-Z]{3}$/,
  customerId: /^.{1,255}$/,
  merchantId: /^.{1,255}$/,
} as const;

/** Takes what has the right form; the rest of an address is dropped. */
export function queueSearch(search: Readonly<Record<string, unknown>>): QueueSearch {
  const kept = Object.entries(FORMS).filter(([name, form]) => {
    const value = search[name];
    return typeof value === 'string' && form.test(value);
  });
  return Object.fromEntries(kept.map(([name]) => [name, search[name]]));
}
