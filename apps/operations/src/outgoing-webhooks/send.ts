import { lookup as lookUp } from 'node:dns';
import { request as plainRequest } from 'node:http';
import { request as secureRequest } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { isPrivateAddress, troubleOfUrl } from '#outgoing-webhooks';

export type Sending = {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly timeoutMs: number;
  readonly privateNetworks: 'refused' | 'allowed';
};

/** What became of one attempt; a redirect is a failure. */
export type Answer =
  | { readonly outcome: 'arrived' }
  | { readonly outcome: 'gone' }
  | { readonly outcome: 'failed'; readonly reason: string; readonly retryAfterMs: number };

/** Sends once. Never throws: whatever goes wrong is the reason of a failure. */
export function send(sending: Sending): Promise<Answer> {
  const trouble = troubleOfUrl(sending.url, sending.privateNetworks);
  if (trouble !== null) return Promise.resolve(failed(`the URL ${trouble}`));
  const url = new URL(sending.url);
  const request = url.protocol === 'https:' ? secureRequest : plainRequest;
  return new Promise((resolve) => {
    const call = request(url, {
      method: 'POST',
      headers: { ...sending.headers, 'content-length': Buffer.byteLength(sending.body) },
      // Its own connection: a kept one would have been opened before the address was checked.
      agent: false,
      lookup: guarded(sending.privateNetworks),
      // Also covers an endless answer, unlike the idle timeout of the socket.
      signal: AbortSignal.timeout(sending.timeoutMs),
    });
    call.on('error', (error) => {
      const isLate = error.name === 'AbortError' || error.name === 'TimeoutError';
      resolve(failed(isLate ? `no answer within ${sending.timeoutMs} ms` : reasonOf(error)));
    });
    call.on('response', (response) => {
      const { statusCode = 0, headers } = response;
      response.destroy();
      resolve(answerOf(statusCode, headers['retry-after']));
    });
    call.end(sending.body);
  });
}

function answerOf(status: number, retryAfter: string | undefined): Answer {
  if (status >= 200 && status < 300) return { outcome: 'arrived' };
  if (status === 410) return { outcome: 'gone' };
  const seconds = /^\d{1,6}$/.test(retryAfter ?? '') ? Number(retryAfter) : 0;
  return failed(`answered ${status}`, seconds * 1_000);
}

function failed(reason: string, retryAfterMs = 0): Answer {
  return { outcome: 'failed', reason, retryAfterMs };
}

/** Checks what a name stands for at the moment of connecting, when it can no longer change. */
function guarded(privateNetworks: Sending['privateNetworks']): LookupFunction {
  return (hostname, options, callback) => {
    lookUp(hostname, { ...options, all: true }, (error, addresses) => {
      const usable = error ? [] : addresses.filter(({ address }) => isIP(address) !== 0);
      const inside = usable.find(({ address }) => isPrivateAddress(address));
      const [first] = usable;
      if (error ?? !first) {
        callback(error ?? new Error(`${hostname} has no address`), '', 4);
      } else if (privateNetworks === 'refused' && inside) {
        callback(new Error('the name stands for a private address'), '', 4);
      } else if (options.all === true) {
        callback(null, usable);
      } else {
        callback(null, first.address, first.family);
      }
    });
  };
}

function reasonOf(error: NodeJS.ErrnoException): string {
  return error.code ?? error.message;
}
