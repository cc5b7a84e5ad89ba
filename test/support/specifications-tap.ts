import { createServer, request as forward, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Exchange } from './specifications.js';

/** Stands between a client and a server on this machine, and keeps what they say. */
export class WireTap {
  readonly exchanges: Exchange[] = [];
  readonly #server: Server;

  private constructor(target: string) {
    this.#server = createServer((incoming, outgoing) => {
      const asked: Buffer[] = [];
      incoming.on('data', (chunk: Buffer) => asked.push(chunk));
      incoming.on('end', () => {
        const { method = 'GET', url: path = '/', headers } = incoming;
        const requestBody = Buffer.concat(asked).toString();
        const onward = forward(
          new URL(path, target),
          { method, headers, agent: false },
          (answer) => {
            const answered: Buffer[] = [];
            answer.on('data', (chunk: Buffer) => answered.push(chunk));
            answer.on('end', () => {
              const { statusCode: status = 0 } = answer;
              const responseBody = Buffer.concat(answered);
              const kept = { method, path, requestBody, status };
              this.exchanges.push({ ...kept, responseBody: responseBody.toString() });
              outgoing.writeHead(status, answer.headers).end(responseBody);
            });
          },
        );
        // What happens to the connection behind happens to the one before.
        onward.on('error', () => incoming.socket.destroy());
        onward.end(requestBody);
      });
    });
  }

  static async before(target: string): Promise<WireTap> {
    const tap = new WireTap(target);
    await new Promise<void>((resolve) => tap.#server.listen(0, '127.0.0.1', resolve));
    return tap;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  async close(): Promise<void> {
    await new Promise((resolve) => {
      this.#server.close(resolve);
      this.#server.closeAllConnections();
    });
  }
}
