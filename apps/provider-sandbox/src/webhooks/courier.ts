import { Agent as HttpAgent, request as httpRequest } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';

/** A signed event, ready to be sent. */
export type Parcel = {
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
};

const TIMEOUT_MS = 10_000;

/** Posts webhooks over kept connections. */
export class Courier {
  readonly #http = new HttpAgent({ keepAlive: true });
  readonly #https = new HttpsAgent({ keepAlive: true });

  /** @returns the status. @throws on timeout and when the endpoint is away. */
  deliver(url: string, { body, headers }: Parcel): Promise<number> {
    const secure = url.startsWith('https:');
    const request = secure ? httpsRequest : httpRequest;
    return new Promise((resolve, reject) => {
      const outgoing = request(
        url,
        {
          method: 'POST',
          agent: secure ? this.#https : this.#http,
          timeout: TIMEOUT_MS,
          headers: {
            'Content-Type': 'application/json; charset=utf-8',
            'Content-Length': Buffer.byteLength(body),
            ...headers,
          },
        },
        (response) => {
          response.resume();
          response.once('end', () => resolve(response.statusCode ?? 0));
          response.once('error', reject);
        },
      );
      outgoing.once('timeout', () => outgoing.destroy(new Error('no answer in time')));
      outgoing.once('error', reject);
      outgoing.end(body);
    });
  }

  close(): void {
    this.#http.destroy();
    this.#https.destroy();
  }
}
