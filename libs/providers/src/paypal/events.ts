import { isJsonObject, listAt, textAt, type JsonObject } from '../json.js';
import { type Instant, ProviderUnavailable, type VerifiedWebhook } from '#provider-port';
import type { PayPalAccount } from './account.js';
import { isActedOn } from './facts.js';
import { instantAt } from './resources.js';
import { translated } from './translated.js';

const HOUR_MS = 3_600_000;
const KEPT_MS = 30 * 24 * HOUR_MS;
/** The longest window, while nothing is found. */
const WINDOW_MS_MAX = 64 * HOUR_MS;
const PAGE_SIZE = 300;
const PATH = '/v1/notifications/webhooks-events';

/**
 * PayPal's list of its events, of the types that we act on. It keeps them for 30 days.
 *
 * PayPal lists newest first; read in windows of time, the events come oldest first without all of
 * them in memory.
 */
export async function* paypalEvents(
  account: PayPalAccount,
  from: Instant,
): AsyncGenerator<VerifiedWebhook> {
  const nowMs = account.now().getTime();
  let startMs = Math.max(Date.parse(from), nowMs - KEPT_MS);
  for (let windowMs = HOUR_MS; startMs <= nowMs;) {
    const endMs = Math.min(startMs + windowMs, nowMs);
    const found = await listed(account, startMs, endMs);
    for (const event of found) {
      const webhook = translated(event);
      if (webhook && isActedOn(webhook.type)) yield webhook;
    }
    // Both ends of a window are inside.
    startMs = endMs + 1;
    windowMs = found.length === 0 ? Math.min(windowMs * 2, WINDOW_MS_MAX) : HOUR_MS;
  }
}

/** One event by its id; null when PayPal has none, or no longer. */
export async function paypalEvent(
  account: PayPalAccount,
  eventId: string,
): Promise<VerifiedWebhook | null> {
  const event = await account.read(`${PATH}/${encodeURIComponent(eventId)}`);
  return isJsonObject(event) ? translated(event) : null;
}

/** Oldest first. */
async function listed(
  account: PayPalAccount,
  startMs: number,
  endMs: number,
): Promise<JsonObject[]> {
  const asked = new URLSearchParams({
    page_size: String(PAGE_SIZE),
    start_time: new Date(startMs).toISOString(),
    end_time: new Date(endMs).toISOString(),
  });
  const events: JsonObject[] = [];
  for (let next: string | null = `?${asked.toString()}`; next !== null;) {
    const page = await account.read(`${PATH}${next}`);
    if (!isJsonObject(page) || !Array.isArray(page['events'])) {
      throw new ProviderUnavailable('paypal', 'its list of events has no events');
    }
    events.push(...listAt(page, 'events').filter(isJsonObject));
    next = nextOf(page);
  }
  // PayPal tells seconds only; within one, its own order counts.
  return events.reverse().sort((a, b) => timeText(a).localeCompare(timeText(b)));
}

/** The query of the next page; only the query, so that the token goes nowhere else. */
function nextOf(page: unknown): string | null {
  const link = listAt(page, 'links').find((each) => textAt(each, 'rel') === 'next');
  const href = textAt(link, 'href');
  return href === null ? null : new URL(href).search;
}

function timeText(event: JsonObject): string {
  return instantAt(event, 'create_time') ?? '';
}
