import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Socket } from 'node:net';
import { SMTPServer } from 'smtp-server';

export type Received = {
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly text: string;
  readonly body: Record<string, unknown>;
};

/** A local service that a channel posts to, or that tells metrics. */
export class LocalService {
  readonly received: Received[] = [];
  /** What it answers next; a status of 0 breaks the connection off. */
  answer: { status: number; body: string; headers?: Record<string, string> } = {
    status: 200,
    body: 'ok',
  };

  private constructor(private readonly server: Server) {}

  static async start(): Promise<LocalService> {
    const server = createServer();
    const service = new LocalService(server);
    server.on('request', (request, response) => {
      void textOf(request).then((text) => {
        const { url: path = '', headers } = request;
        service.received.push({ path, headers, text, body: bodyOf(text) });
        const { status, body, headers: own = {} } = service.answer;
        if (status === 0) request.socket.destroy();
        else response.writeHead(status, own).end(body);
      });
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return service;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

function bodyOf(text: string): Record<string, unknown> {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return {};
  }
}

/** A mail server that keeps what it is given. */
export class LocalMail {
  readonly received: { readonly to: readonly string[]; readonly text: string }[] = [];

  private constructor(
    private readonly server: SMTPServer,
    private readonly port: number,
  ) {}

  static async start(user: string, password: string): Promise<LocalMail> {
    const server = new SMTPServer({
      disabledCommands: ['STARTTLS'],
      onAuth: ({ username, password: given }, _session, callback) => {
        if (username === user && given === password) callback(null, { user });
        else callback(new Error('wrong user or password'));
      },
      onData: (stream, session, callback) => {
        void textOf(stream as unknown as IncomingMessage).then((text) => {
          const to = session.envelope.rcptTo.map(({ address }) => address);
          mail.received.push({ to, text });
          callback();
        });
      },
      allowInsecureAuth: true,
    });
    const listening = server.listen(0, '127.0.0.1') as unknown as Server;
    await once(listening, 'listening');
    const mail = new LocalMail(server, (listening.address() as AddressInfo).port);
    return mail;
  }

  urlOf(user: string, password: string): string {
    return `smtp://${user}:${password}@127.0.0.1:${this.port}`;
  }

  stop(): Promise<void> {
    return new Promise((resolve) => {
      this.server.close(() => resolve());
      const { connections } = this.server as unknown as {
        connections: Set<{ _socket: Socket }>;
      };
      for (const connection of connections) connection._socket.destroy();
    });
  }
}
