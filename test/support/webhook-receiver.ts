import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Message = {
  readonly path: string;
  readonly id: string;
  readonly headers: Record<string, string>;
  readonly text: string;
  readonly body: { readonly type: string; readonly data: Record<string, unknown> };
};

/** A status; null leaves the message without an answer; a function answers as it likes. */
export type Reaction = number | null | ((response: ServerResponse) => void);

/** A client's own server, which records each delivery and answers as the test asks. */
export class WebhookReceiver {
  readonly received: Message[] = [];
  /** Asked at every attempt, after the message was written down. */
  answer: (message: Message) => Reaction = () => 204;
  readonly #server: Server;

  private constructor() {
    this.#server = createServer((request, response) => this.#take(request, response));
  }

  static async start(): Promise<WebhookReceiver> {
    const receiver = new WebhookReceiver();
    await new Promise<void>((resolve) => {
      receiver.#server.listen(0, '127.0.0.1', resolve);
    });
    return receiver;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  onConnection(listener: () => void): void {
    this.#server.on('connection', listener);
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #take(request: IncomingMessage, response: ServerResponse): void {
    let text = '';
    request.on('data', (chunk: Buffer) => (text += chunk.toString()));
    request.on('end', () => {
      const headers = request.headers as Record<string, string>;
      const body = JSON.parse(text) as Message['body'];
      const id = headers['webhook-id'] ?? '';
      const message = { path: request.url ?? '', id, headers, text, body };
      this.received.push(message);
      const reaction = this.answer(message);
      if (typeof reaction === 'function') reaction(response);
      else if (reaction !== null) response.writeHead(reaction).end();
    });
  }
}
