import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/**
 * Below the ports from which outgoing connections are made (Linux from 32768 on, others from
 * 49152 on), any of which would take a free port from the server that it was meant for.
 */
const LOWEST = 10_000;
const END = 32_000;

const TRIES_MAX = 100;

/** Given once by this process, so that it is not given to two servers before either has started. */
const given = new Set<number>();

/**
 * A port of `host` that no process listens on, another at every call.
 *
 * @throws Error when a hundred tries found none
 */
export async function freePort(host = '127.0.0.1'): Promise<number> {
  for (let tries = 0; tries < TRIES_MAX; tries += 1) {
    const port = randomInt(LOWEST, END);
    if (given.has(port) || !(await isFree(port, host))) continue;
    given.add(port);
    return port;
  }
  throw new Error(`no free port between ${LOWEST} and ${END} of ${host} was found`);
}

function isFree(port: number, host: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(false);
      else reject(error);
    });
    server.listen(port, host, () => {
      server.close(() => {
        resolve(true);
      });
    });
  });
}
