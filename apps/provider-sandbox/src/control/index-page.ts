import { escapeHtml, htmlTable } from '#platform';
import { definitions, page } from '../html.js';
import type { Operation } from '../http/operation.js';
import { totalsOf } from '../ledger/books.js';
import type { Shelf } from '../ledger/shelf.js';
import { PAYPAL_TRIGGERS } from '../paypal/triggers.js';
import { STRIPE_TRIGGERS } from '../stripe/triggers.js';
import type { ControlRoute } from './route.js';

/** What a person sees who opens the sandbox in a browser. */
export function indexPage(
  shelf: Shelf,
  routes: readonly ControlRoute[],
  nowIso: () => string,
): Operation {
  return {
    name: '/',
    method: 'GET',
    path: '/',
    handle: () => {
      const content = [
        '<h1>Stripe and PayPal, locally</h1>',
        `<p>It is <b>${escapeHtml(nowIso())}</b> here. Payments go through the providers' own APIs
on this port; these are the books of all of them.</p>`,
        booksTable(shelf),
        listing('What triggers what: Stripe payment methods', STRIPE_TRIGGERS),
        listing("What triggers what: PayPal's approval page", PAYPAL_TRIGGERS),
        listing(
          'Control: what happens without the API',
          routes.map(({ method, path, does, body }) => [
            `${method} ${path}`,
            body === null ? does : `${does}: ${body}`,
          ]),
        ),
        '<p><a href="/sandbox">The same for programs</a></p>',
      ].join('\n');
      return page('Provider sandbox', content, { wide: true });
    },
  };
}

const SUMS = ['authorised', 'voided', 'captured', 'refunded', 'disputed', 'fees', 'paidOut', 'balance'] as const; // prettier-ignore

function booksTable(shelf: Shelf): string {
  const rows = Object.entries(totalsOf(shelf)).flatMap(([provider, byCurrency]) =>
    Object.entries(byCurrency).map(([currency, totals]) => [
      provider,
      currency,
      ...SUMS.map((sum) => totals[sum]),
    ]),
  );
  if (rows.length === 0) return '<p>No money has moved yet.</p>';
  return `${htmlTable(['provider', 'currency', ...SUMS], rows)}
<p class="note">In minor units of ISO 4217.</p>`;
}

function listing(title: string, items: readonly (readonly [string, string])[]): string {
  return `<h2>${escapeHtml(title)}</h2>${definitions(items)}`;
}
