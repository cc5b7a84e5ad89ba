import { isJsonObject, listAt, type JsonObject } from '../json.js';
import type { Instant } from '../payment-provider.js';
import type { VerifiedWebhook } from '../provider-fact.js';
import type { PayPalAccount } from './account.js';
import { isActedOn } from './facts.js';
import { instantAt } from './resources.js';
import { translated } from './translated.js';

const DAY_MS = 86_400_000;
const KEPT_MS = 30 * DAY_MS;
const PAGE_SIZE = 300;

type Range = { readonly startMs: number; readonly endMs: number };

/** PayPal's list of its events, of the types that we act on. It keeps them for 30 days. */
export async function* paypalEvents(
  account: PayPalAccount,
  from: Instant,
): AsyncGenerator<VerifiedWebhook> {
  const endMs = account.now().getTime();
  const first = Math.max(Date.parse(from), endMs - KEPT_MS);
  for (let startMs = first; startMs < endMs; startMs += DAY_MS) {
    const day = { startMs, endMs: Math.min(startMs + DAY_MS, endMs) };
    for await (const events of listed(account, day)) {
      for (const event of events) {
        const webhook = translated(event);
        if (webhook && isActedOn(webhook.type)) yield webhook;
      }
    }
  }
}

/** One range oldest first, or its halves when PayPal would not list all of it at once. */
async function* listed(account: PayPalAccount, range: Range): AsyncGenerator<JsonObject[]> {
  const { startMs, endMs } = range;
  const answer = await account.read('/v1/notifications/webhooks-events', {
    page_size: String(PAGE_SIZE),
    start_time: new Date(startMs).toISOString(),
    end_time: new Date(endMs).toISOString(),
  });
  const events = listAt(answer, 'events').filter(isJsonObject);
  if (events.length >= PAGE_SIZE && endMs - startMs > 1) {
    const middleMs = startMs + Math.floor((endMs - startMs) / 2);
    yield* listed(account, { startMs, endMs: middleMs });
    // Both ends count as inside.
    yield* listed(account, { startMs: middleMs + 1, endMs });
    return;
  }
  // PayPal tells seconds only; within one, its own order counts.
  yield events.reverse().sort((a, b) => timeText(a).localeCompare(timeText(b)));
}

function timeText(event: JsonObject): string {
  return instantAt(event, 'create_time') ?? '';
}
