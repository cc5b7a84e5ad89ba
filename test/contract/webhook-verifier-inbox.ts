import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ProviderFact, WebhookVerifier } from '#provider-port';
import { eventually } from '../support/eventually.js';

export type Delivery = {
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Buffer;
};

/** Takes every delivery as it came. */
export class WebhookInbox {
  readonly deliveries: Delivery[] = [];

  private constructor(private readonly server: Server) {}

  static async open(): Promise<WebhookInbox> {
    const server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const body = Buffer.concat(chunks);
        inbox.deliveries.push({ headers: singleValued(request.headers), body });
        response.writeHead(200).end();
      });
    });
    const inbox = new WebhookInbox(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return inbox;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/`;
  }

  async any(): Promise<Delivery> {
    const [first] = this.deliveries;
    if (!first) throw new Error('nothing was delivered');
    return first;
  }

  /** The facts that fit among the newest deliveries, once there are any. */
  untilTold(
    verifier: WebhookVerifier,
    fits: (fact: ProviderFact) => boolean,
  ): Promise<ProviderFact[]> {
    return eventually(async () => {
      const verified = await Promise.all(
        this.deliveries
          .slice(-60)
          .map(({ headers, body }) => verifier.verify(headers, body, new Date())),
      );
      const facts = verified.flatMap((webhook) => webhook.facts).filter(fits);
      return facts.length > 0 && facts;
    });
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}

function singleValued(headers: IncomingHttpHeaders): Delivery['headers'] {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(',') : value,
    ]),
  );
}
