import { createServer, type Server } from 'node:http';
import { SAFE_HEADERS } from '../http/safe-headers.js';
import type { Health } from './health.js';

/** Health over HTTP for a process that serves nothing else. Resolves once it listens. */
export async function startHealthServer(
  health: Health,
  { host, port }: { readonly host: string; readonly port: number },
): Promise<Server> {
  const limits = {
    headersTimeout: 5_000,
    requestTimeout: 5_000,
    connectionsCheckingInterval: 1_000,
  };
  const server = createServer(limits, (request, response) => {
    void answer(request.url ?? '/').then(([status, body]) => {
      response.writeHead(status, { ...SAFE_HEADERS, 'content-type': 'application/json' });
      response.end(JSON.stringify(body));
    });
  });

  async function answer(url: string): Promise<[number, unknown]> {
    if (url === '/health/live') return [200, { status: 'live' }];
    if (url !== '/health/ready') return [404, { status: 'not-found' }];
    const report = await health.report();
    return [report.status === 'ready' ? 200 : 503, report];
  }

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  return server;
}
