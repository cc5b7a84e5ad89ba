import { request as plainRequest } from 'node:http';
import { request as secureRequest } from 'node:https';
import { retryAfterMsOf, troubleOfUrl } from '#outgoing-webhooks';
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

/** What became of one attempt; a redirect is a failure. */
export type Answer =
  | { readonly outcome: 'arrived' }
  | { readonly outcome: 'gone' }
  | { readonly outcome: 'stopped' }
  | { readonly outcome: 'failed'; readonly reason: string; readonly retryAfterMs: number };

/** Sends once. Never throws: what goes wrong is the reason of a failure. */
export async function send(sending: Sending): Promise<Answer> {
  const { rules, signal } = sending;
  if (signal.aborted) return { outcome: 'stopped' };
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
    call.on('error', (error) => {
      resolve(signal.aborted ? { outcome: 'stopped' } : failed(reasonOf(error)));
    });
    call.on('close', () => {
      clearTimeout(tooLate);
      signal.removeEventListener('abort', stop);
      // An answer that is none, as 101 Switching Protocols, ends without an error.
      resolve(failed('closed without an answer'));
    });
    call.on('response', (response) => {
      const { statusCode = 0, headers } = response;
      // Nothing in the body is needed, and it may be of any size.
      response.destroy();
      resolve(answerOf(statusCode, retryAfterMsOf(headers['retry-after'], sending.now())));
    });
    call.end(sending.body);
  });
}

function answerOf(status: number, retryAfterMs: number): Answer {
  if (status >= 200 && status < 300) return { outcome: 'arrived' };
  if (status === 410) return { outcome: 'gone' };
  return failed(`answered ${status}`, retryAfterMs);
}

function failed(reason: string, retryAfterMs = 0): Answer {
  return { outcome: 'failed', reason, retryAfterMs };
}

function reasonOf(error: NodeJS.ErrnoException): string {
  return error.code ?? error.message;
}
