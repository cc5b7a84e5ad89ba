import { Agent as HttpAgent, request as httpRequest, type IncomingMessage } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import {
  decoded,
  Patience,
  reasonOf,
  type Transport,
  type WireAnswer,
  type WireRequest,
} from './transport.js';

export type NodeTransportOptions = {
  /** Most connections at once; left out, as many as there are calls under way. */
  readonly connectionsMax?: number;
};

/** Carries requests by `node:http`, over connections that are kept and counted. */
export function nodeTransport({ connectionsMax }: NodeTransportOptions = {}): Transport {
  const options = { keepAlive: true, ...(connectionsMax && { maxSockets: connectionsMax }) };
  const plain = new HttpAgent(options);
  const secure = new HttpsAgent(options);
  return {
    send: (request) => exchange(request, request.url.startsWith('https:') ? secure : plain),
    close: () => {
      plain.destroy();
      secure.destroy();
    },
  };
}

async function exchange(request: WireRequest, agent: HttpAgent): Promise<WireAnswer> {
  const patience = new Patience(request.timeoutMs, request.signal);
  try {
    const response = await responseTo(request, agent, patience.signal);
    return {
      status: response.statusCode ?? 0,
      header: (name) => response.headers[name]?.toString() ?? null,
      text: decoded(response as AsyncIterable<Buffer>, patience),
    };
  } catch (error) {
    patience.end();
    throw reasonOf(error, patience);
  }
}

function responseTo(
  { method, url, headers, body }: WireRequest,
  agent: HttpAgent,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const send = agent instanceof HttpsAgent ? httpsRequest : httpRequest;
  const length = body !== undefined && { 'content-length': String(Buffer.byteLength(body)) };
  return new Promise((resolve, reject) => {
    const options = { method, headers: { ...headers, ...length }, agent, signal };
    send(new URL(url), options, resolve).on('error', reject).end(body);
  });
}
