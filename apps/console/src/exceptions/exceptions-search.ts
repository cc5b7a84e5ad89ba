import { keptSearch } from '../frame/kept-search.js';

const FORMS = {
  kind: /^[a-z-]{4,32}$/,
  state: /^[a-z-]{4,24}$/,
  provider: /^(stripe|paypal)$/,
  severity: /^(low|medium|high|critical)$/,
  assignee: /^[a-z0-9-]{1,64}$/,
  daysMin: /^\d{1,4}$/,
  currency: /^[A-Z]{3}$/,
} as const;

/** What the address of the list of exceptions holds. */
export type ExceptionsSearch = Partial<Readonly<Record<keyof typeof FORMS, string>>>;

export function exceptionsSearch(search: Readonly<Record<string, unknown>>): ExceptionsSearch {
  return keptSearch(FORMS, search);
}
