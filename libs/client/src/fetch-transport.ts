import {
  decoded,
  Patience,
  reasonOf,
  type Transport,
  type WireAnswer,
  type WireRequest,
} from './transport.js';

/** What browsers, Node and edge runtimes have in common. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** Carries requests by `fetch`, with the connections that the platform keeps. */
export function fetchTransport(
  fetcher: Fetch = (url, init) => globalThis.fetch(url, init),
): Transport {
  return { send: (request) => exchange(fetcher, request), close: () => undefined };
}

async function exchange(
  fetcher: Fetch,
  { method, url, headers, body, timeoutMs, signal }: WireRequest,
): Promise<WireAnswer> {
  const patience = new Patience(timeoutMs, signal);
  try {
    const response = await fetcher(url, {
      method,
      headers: { ...headers },
      ...(body !== undefined && { body }),
      signal: patience.signal,
      redirect: 'manual',
    });
    return {
      status: response.status,
      header: (name) => response.headers.get(name),
      text: decoded(chunksOf(response), patience),
    };
  } catch (error) {
    patience.end();
    throw reasonOf(error, patience);
  }
}

/** By a reader, since not every browser iterates over streams. */
async function* chunksOf({ body }: Response): AsyncGenerator<Uint8Array> {
  if (body === null) return;
  const reader = (body as ReadableStream<Uint8Array>).getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    // After the last part this does nothing; before it, it ends the exchange.
    await reader.cancel().catch(() => undefined);
  }
}
