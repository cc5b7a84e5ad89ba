import type { Line } from '../ledger/line.js';
import type { Answer, Call } from '../http/operation.js';
import type { PayPalDesk } from './desk.js';
import { PayPalRefusal } from './errors.js';
import { wireMoney } from './money.js';
import { PAYER } from './render.js';

const DAYS_MAX = 31;
const PAGE_SIZE_DEFAULT = 100;
const PAGE_SIZE_MAX = 500;

/** What each line of the books is called in reports; authorisations and voids move no balance. */
const EVENT_CODES: Readonly<Record<Line['kind'], string>> = {
  authorisation: 'T1300',
  void: 'T1302',
  capture: 'T0006',
  refund: 'T1107',
  // No code is made for a refund that comes back: it is a reversal of no other kind.
  'refund-failure': 'T1100',
  reversal: 'T1106',
  dispute: 'T1201',
  'dispute-reversal': 'T1202',
  payout: 'T0400',
  'payout-failure': 'T0400',
  fee: 'T0100',
  credit: 'T1200',
  debit: 'T1200',
};

/** What leaves the merchant, or is held. */
const OUTWARD = new Set<Line['kind']>([
  'refund',
  'authorisation',
  'reversal',
  'dispute',
  'payout',
  'debit',
]);

/** Lines that are transactions of their own, not the object that they are about. */
const OF_ITS_OWN = new Set<Line['kind']>(['dispute', 'dispute-reversal', 'refund-failure', 'fee']);

const PARAMETERS = new Set([
  'start_date',
  'end_date',
  'fields',
  'page',
  'page_size',
  'transaction_id',
  'transaction_currency',
  'transaction_status',
  'balance_affecting_records_only',
]);

/** Searches the books by time, oldest first, a page at a time. */
export function searchTransactions(desk: PayPalDesk, call: Call): Answer {
  const query = new URLSearchParams(call.query);
  for (const name of query.keys()) if (!PARAMETERS.has(name)) throw bad(name, query.get(name));
  const start = dateOf(query, 'start_date');
  const end = dateOf(query, 'end_date');
  if (end < start || end - start > DAYS_MAX * 86_400_000) {
    throw bad('end_date', query.get('end_date'));
  }
  const page = countOf(query, 'page', 1, Number.MAX_SAFE_INTEGER);
  const size = countOf(query, 'page_size', PAGE_SIZE_DEFAULT, PAGE_SIZE_MAX);

  const lines: Line[] = [];
  for (const [, line] of desk.parts.shelf.range('paypal-line')) {
    if (isAsked(line, query, start, end)) lines.push(line);
  }
  const self = `${desk.baseUrl}/v1/reporting/transactions?${call.query}`;
  const body = {
    transaction_details: lines
      .slice((page - 1) * size, page * size)
      .map((line) => detailOf(desk, line)),
    account_number: 'SANDBOXMERCHANT',
    start_date: desk.parts.clock.iso(start),
    end_date: desk.parts.clock.iso(end),
    last_refreshed_datetime: desk.nowIso,
    page,
    total_items: lines.length,
    total_pages: Math.ceil(lines.length / size),
    links: [{ href: self, rel: 'self', method: 'GET' }],
  };
  return { status: 200, body };
}

function detailOf(desk: PayPalDesk, line: Line): object {
  const refund = desk.draft.get('paypal-refund', line.reference);
  const related = relatedTo(desk, line);
  const capture = desk.draft.get('paypal-capture', refund?.captureId ?? related ?? line.id);
  const [customOrInvoice] = line.paymentIds;
  return {
    transaction_info: {
      paypal_account_id: PAYER.account_id,
      transaction_id: OF_ITS_OWN.has(line.kind) ? line.id : line.reference,
      ...referenceTo(related),
      transaction_event_code: line.paypal?.code ?? EVENT_CODES[line.kind],
      transaction_initiation_date: line.at,
      transaction_updated_date: line.at,
      ...amountsOf(line),
      transaction_status: line.paypal?.status ?? 'S',
      ...invoiceAndCustom(refund ?? capture, customOrInvoice),
      protection_eligibility: '01',
    },
  };
}

function referenceTo(related: string | undefined): object {
  if (related === undefined) return {};
  return { paypal_reference_id: related, paypal_reference_id_type: 'TXN' };
}

/** The older transaction that a line is about: of a refund's return, the refund. */
function relatedTo(desk: PayPalDesk, { kind, reference, paypal }: Line): string | undefined {
  if (paypal?.related !== undefined) return paypal.related;
  if (kind === 'refund-failure') return reference;
  return (
    desk.draft.get('paypal-refund', reference)?.captureId ??
    desk.draft.get('paypal-dispute', reference)?.captureId
  );
}

/** A fee of its own is the amount of its transaction. */
function amountsOf({ kind, amount, fee, currency, paypal }: Line): object {
  if (paypal?.wire !== undefined) return { transaction_amount: paypal.wire };
  if (kind === 'fee') return { transaction_amount: wireMoney(-fee, currency) };
  return {
    transaction_amount: wireMoney(OUTWARD.has(kind) ? -amount : amount, currency),
    ...(fee === 0n ? {} : { fee_amount: wireMoney(-fee, currency) }),
  };
}

function invoiceAndCustom(
  ids: { readonly customId: string | null; readonly invoiceId: string | null } | undefined,
  otherwise: string | undefined,
): object {
  const custom = ids === undefined ? (otherwise ?? null) : ids.customId;
  return {
    ...(ids === undefined || ids.invoiceId === null ? {} : { invoice_id: ids.invoiceId }),
    ...(custom === null ? {} : { custom_field: custom }),
  };
}

function isAsked(line: Line, query: URLSearchParams, start: number, end: number): boolean {
  const at = Date.parse(line.at);
  const moves = line.kind !== 'authorisation' && line.kind !== 'void';
  const wanted = (name: string, actual: string) => (query.get(name) ?? actual) === actual;
  return (
    at >= start &&
    at <= end &&
    (moves || query.get('balance_affecting_records_only') === 'N') &&
    wanted('transaction_id', line.reference) &&
    wanted('transaction_currency', line.currency) &&
    wanted('transaction_status', line.paypal?.status ?? 'S')
  );
}

/** ISO 8601 with a time zone. */
function dateOf(query: URLSearchParams, name: string): number {
  const text = query.get(name) ?? '';
  const at = /T.*(Z|[+-]\d{2}:?\d{2})$/.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(at)) throw bad(name, text);
  return at;
}

function countOf(query: URLSearchParams, name: string, otherwise: number, max: number): number {
  const count = Number(query.get(name) ?? otherwise);
  if (!Number.isInteger(count) || count < 1 || count > max) throw bad(name, query.get(name));
  return count;
}

function bad(name: string, value: string | null): PayPalRefusal {
  return new PayPalRefusal(400, [
    {
      field: name,
      ...(value === null ? {} : { value: value.slice(0, 256) }),
      location: 'query',
      issue: 'INVALID_PARAMETER_VALUE',
      description: 'A parameter value is not valid.',
    },
  ]);
}
