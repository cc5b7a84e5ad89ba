import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { findCardData } from '../card-data/card-data.js';

/** Names one request in its answer and in the log. */
export const REQUEST_ID = 'request-id';

const FORM = /^[\w.:-]{1,128}$/;

/**
 * The id that the client sent, so that both sides find the request in their logs; a new one where
 * it sent none, or one that cannot be written to a log.
 */
export function requestIdOf({ headers }: { readonly headers: IncomingHttpHeaders }): string {
  const sent = headers[REQUEST_ID];
  const isFit = typeof sent === 'string' && FORM.test(sent) && findCardData(sent) === null;
  return isFit ? sent : randomUUID();
}
