import { request as plainRequest, type IncomingHttpHeaders } from 'node:http';
import { request as secureRequest } from 'node:https';
import { retryAfterMsOf, troubleOfUrl } from '#outgoing-webhooks';
import { readBeginning, type AnswerBody } from './answer-body.js';
import { guardedLookup, type AddressRules } from './address-guard.js';

export type Sending = {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly timeoutMs: number;
  readonly rules: AddressRules;
  /** Ends the attempt, whether or not the receiver has taken it. */
  readonly signal: AbortSignal;
  /** The time now, for a receiver that says until when to wait. */
  readonly now: () => number;
};

/** What the receiver said, for its owner to look at. */
export type Reply = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: AnswerBody;
};

/** What became of one attempt; a redirect is a failure. */
export type Answer =
  | { readonly outcome: 'arrived' | 'gone'; readonly reply: Reply }
  | { readonly outcome: 'stopped'; readonly reply: null }
  | {
      readonly outcome: 'failed';
      readonly reason: string;
      readonly retryAfterMs: number;
      readonly reply: Reply | null;
    };

/** Headers of an answer that tell what a receiver meant. */
const SHOWN_HEADERS = [
  'content-type',
  'content-length',
  'date',
  'location',
  'retry-after',
  'server',
  'x-request-id',
];
const HEADER_CHARS_MAX = 300;

/** Sends once. Never throws: what goes wrong is the reason of a failure. */
export async function send(sending: Sending): Promise<Answer> {
  const { rules, signal } = sending;
  if (signal.aborted) return { outcome: 'stopped', reply: null };
  const trouble = troubleOfUrl(sending.url, rules.privateNetworks);
  if (trouble !== null) return failed(`the URL ${trouble}`);
  try {
    return await post(sending);
  } catch (error) {
    // Node refuses some requests before it sends them: those too are attempts, and come to an end.
    return failed(reasonOf(error as Error));
  }
}

/** @throws Error for what cannot even be tried. */
function post(sending: Sending): Promise<Answer> {
  const { rules, signal, timeoutMs } = sending;
  const url = new URL(sending.url);
  const request = url.protocol === 'https:' ? secureRequest : plainRequest;
  return new Promise((resolve) => {
    const call = request(url, {
      method: 'POST',
      headers: { ...sending.headers, 'content-length': Buffer.byteLength(sending.body) },
      // Its own connection: a kept one would have been opened before the address was checked.
      agent: false,
      lookup: guardedLookup(rules),
      // Not left to NODE_TLS_REJECT_UNAUTHORIZED.
      rejectUnauthorized: true,
    });
    // Not `AbortSignal.any`, which leaves something behind at the signal of the process each time.
    const stop = (): void => void call.destroy(new Error('stopped'));
    signal.addEventListener('abort', stop);
    // Also covers an answer that never ends, unlike the idle timeout of the socket.
    const tooLate = setTimeout(() => {
      call.destroy(new Error(`no answer within ${timeoutMs} ms`));
    }, timeoutMs);
    let hasAnswer = false;
    call.on('error', (error) => {
      if (hasAnswer) return;
      const isStopped = signal.aborted;
      resolve(isStopped ? { outcome: 'stopped', reply: null } : failed(reasonOf(error)));
    });
    call.on('close', () => {
      clearTimeout(tooLate);
      signal.removeEventListener('abort', stop);
      // An answer that is none, as 101 Switching Protocols, ends without an error.
      if (!hasAnswer) resolve(failed('closed without an answer'));
    });
    call.on('response', (response) => {
      hasAnswer = true;
      const { statusCode: status = 0, headers } = response;
      const retryAfterMs = retryAfterMsOf(headers['retry-after'], sending.now());
      void readBeginning(response).then((body) => {
        resolve(answerOf({ status, headers: shown(headers), body }, retryAfterMs));
      });
    });
    call.end(sending.body);
  });
}

function answerOf(reply: Reply, retryAfterMs: number): Answer {
  const { status } = reply;
  if (status >= 200 && status < 300) return { outcome: 'arrived', reply };
  if (status === 410) return { outcome: 'gone', reply };
  return { ...failed(`answered ${status}`), retryAfterMs, reply };
}

function failed(reason: string): Extract<Answer, { outcome: 'failed' }> {
  return { outcome: 'failed', reason, retryAfterMs: 0, reply: null };
}

function shown(headers: IncomingHttpHeaders): Record<string, string> {
  const pairs = SHOWN_HEADERS.flatMap((name) => {
    const value = headers[name];
    return value === undefined ? [] : [[name, String(value).slice(0, HEADER_CHARS_MAX)]];
  });
  return Object.fromEntries(pairs) as Record<string, string>;
}

function reasonOf(error: NodeJS.ErrnoException): string {
  return error.code ?? error.message;
}
