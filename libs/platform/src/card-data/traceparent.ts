import { lengthsIssuedFor, passesLuhn } from './card-issuers.js';

/** W3C Trace Context: version, trace id, parent id, flags; ids of zeros and version ff are void. */
const TRACEPARENT =
  /^(?!ff)[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-[0-9a-f]{2}/;

const CHARS = 55;

/**
 * The header as the W3C defines it, to be kept; null for everything else, which the recommendation
 * says to ignore, and for ids that hold a card number.
 */
export function traceparentOf(header: string | readonly string[] | undefined): string | null {
  const [whole, traceId = '', parentId = ''] =
    (typeof header === 'string' && TRACEPARENT.exec(header)) || [];
  if (whole === undefined || !mayFollow(whole, String(header).slice(CHARS))) return null;
  return [traceId, parentId].some(holdsCardNumber) ? null : whole;
}

/** Later versions may add parts, which are not kept. */
function mayFollow(whole: string, rest: string): boolean {
  return rest === '' || (rest.startsWith('-') && !whole.startsWith('00'));
}

/** A row of digits in an id, filled up with zeros or not. */
function holdsCardNumber(id: string): boolean {
  const rows = id.match(/[1-9]\d{12,}/g) ?? [];
  return rows.some((row) =>
    lengthsIssuedFor(row).some(
      (length) =>
        length <= row.length && /^0*$/.test(row.slice(length)) && passesLuhn(row, 0, length),
    ),
  );
}
