import { Problem } from '../problem/problem.js';

/**
 * Headers with one value. Node joins the values of some repeated headers and drops all but the
 * first of others; a proxy in front may do otherwise, and would act on another value than this
 * process. Joined keys would even name another command.
 *
 * Of those that are missing here, llhttp itself refuses a second Content-Length, lists as
 * If-None-Match and Accept may be repeated, and a joined traceparent has not the form of one, so
 * that it is ignored.
 */
const SINGLE = [
  'Authorization',
  'Content-Type',
  'Host',
  'Idempotency-Key',
  'Origin',
  'Request-Id',
  'X-Correlation-Id',
];

const NAMES: ReadonlyMap<string, string> = new Map(
  SINGLE.map((name) => [name.toLowerCase(), name]),
);

/**
 * @param raw names and values in turns, as Node received them.
 * @throws Problem `header-repeated` that names the header.
 */
export function refuseRepeatedHeaders(raw: readonly string[]): void {
  const seen = new Set<string>();
  for (let at = 0; at < raw.length; at += 2) {
    const name = NAMES.get((raw[at] ?? '').toLowerCase());
    if (name === undefined) continue;
    if (seen.has(name)) throw repeated(name);
    seen.add(name);
  }
}

function repeated(field: string): Problem {
  return new Problem('header-repeated', undefined, [{ field, message: 'must be sent once' }]);
}
