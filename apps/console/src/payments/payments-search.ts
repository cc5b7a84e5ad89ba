/** What the address of the payments holds. */
export type PaymentsSearch = {
  readonly status?: string;
  readonly currency?: string;
  readonly reference?: string;
  readonly orderId?: string;
  readonly customerId?: string;
  readonly merchantId?: string;
  readonly sort?: string;
};

const FORMS = {
  status: /^[a-z-]{4,24}$/,
  currency: /^[A-Z]{3}$/,
  reference: /^.{1,255}$/,
  orderId: /^.{1,255}$/,
  customerId: /^.{1,255}$/,
  merchantId: /^.{1,255}$/,
  sort: /^(newest|oldest)$/,
} as const;

/** Takes what has the right form; the rest of an address is dropped. */
export function paymentsSearch(search: Readonly<Record<string, unknown>>): PaymentsSearch {
  const kept = Object.entries(FORMS).filter(([name, form]) => {
    const value = search[name];
    return typeof value === 'string' && form.test(value);
  });
  return Object.fromEntries(kept.map(([name]) => [name, search[name]]));
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** What a person typed: a payment to go to, or a filter. */
export function foundBy(
  text: string,
): { readonly paymentId: string } | { readonly search: PaymentsSearch } {
  const typed = text.trim();
  if (UUID.test(typed)) return { paymentId: typed.toLowerCase() };
  if (typed === '') return { search: {} };
  const [, name, value = ''] = /^(order|customer|merchant|status|currency):(.+)$/.exec(typed) ?? [];
  if (name === 'status') return { search: { status: value } };
  if (name === 'currency') return { search: { currency: value.toUpperCase() } };
  if (name !== undefined) return { search: { [`${name}Id`]: value } };
  return { search: /^order/.test(typed) ? { orderId: typed } : { reference: typed } };
}
