import { Agent, request as open } from 'node:http';

export type FuzzRequest = {
  readonly method: string;
  /** With its query, as it goes over the wire. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  readonly body: string | Buffer | null;
  /** The address it comes from; left out: the usual one. */
  readonly from?: string;
};

export type FuzzResponse = {
  readonly status: number;
  readonly type: string;
  readonly text: string;
};

/** Bounds a hang; a busy machine may be slow. */
const TIMEOUT_MS = 300_000;

/** Sends requests as they are: nothing is encoded, mended or followed. */
export class Sender {
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 8 });

  /** @throws Error when the connection is dropped or no answer comes. */
  async send(
    url: string,
    { method, path, headers, body, from }: FuzzRequest,
  ): Promise<FuzzResponse> {
    const { hostname, port } = new URL(url);
    const length = body === null ? {} : { 'content-length': Buffer.byteLength(body) };
    return new Promise((resolve, reject) => {
      const sent = open(
        {
          agent: this.#agent,
          ...(from !== undefined && { localAddress: from }),
          hostname,
          port,
          method,
          path,
          headers: { ...length, ...headers } as Record<string, string>,
          timeout: TIMEOUT_MS,
        },
        (response) => {
          const chunks: Buffer[] = [];
          const type = response.headers['content-type'] ?? '';
          const answer = (): void => {
            const text = Buffer.concat(chunks).toString('utf8');
            resolve({ status: response.statusCode ?? 0, type, text });
          };
          response.on('data', (chunk: Buffer) => {
            chunks.push(chunk);
            if (!type.startsWith('text/event-stream')) return;
            // A stream of events does not end: its beginning is its answer.
            answer();
            response.destroy();
          });
          response.on('error', reject);
          response.on('end', answer);
        },
      );
      sent.on('timeout', () => sent.destroy(new Error(`no answer in ${TIMEOUT_MS} ms`)));
      sent.on('error', reject);
      sent.end(body ?? undefined);
    });
  }

  close(): void {
    this.#agent.destroy();
  }
}
