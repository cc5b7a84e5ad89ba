const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;

/** Waits after the first, second, … failed attempt: over three days, as Standard Webhooks asks. */
export const RETRY_DELAYS_MS: readonly number[] = [
  5 * SECOND_MS,
  5 * MINUTE_MS,
  30 * MINUTE_MS,
  2 * HOUR_MS,
  5 * HOUR_MS,
  10 * HOUR_MS,
  14 * HOUR_MS,
  20 * HOUR_MS,
  24 * HOUR_MS,
];

/** A receiver's own wish is followed up to a day. */
const RETRY_AFTER_MS_MAX = 24 * HOUR_MS;

const JITTER_SHARE = 0.1;

/**
 * How long to wait after so many failed attempts; null when the message is given up. Up to a tenth
 * is added at random, so that what failed together does not come back together.
 *
 * @param random from 0 to 1.
 */
export function retryDelayMs(
  attempts: number,
  random: number,
  { delaysMs = RETRY_DELAYS_MS, retryAfterMs = 0 } = {},
): number | null {
  const delayMs = delaysMs[attempts - 1];
  if (delayMs === undefined) return null;
  const leastMs = Math.max(delayMs, Math.min(retryAfterMs, RETRY_AFTER_MS_MAX));
  return Math.round(leastMs * (1 + JITTER_SHARE * random));
}

/**
 * The wait that a `Retry-After` header asks for, as seconds or as a date; 0 when there is none, or
 * none that can be read.
 */
export function retryAfterMsOf(header: string | undefined, nowMs: number): number {
  const text = header?.trim() ?? '';
  if (/^\d{1,12}$/.test(text)) return Number(text) * SECOND_MS;
  // An HTTP date ends in GMT; Date.parse alone would also take a bare year.
  const untilMs = /^[A-Z][a-z]{2}, .* GMT$/.test(text) ? Date.parse(text) : NaN;
  return Number.isNaN(untilMs) ? 0 : Math.max(0, untilMs - nowMs);
}
