import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** Long enough for a second answer to come after the first, when there is one. */
const QUIET_MS = 500;

/** What came back on one connection. */
export class RawAnswer {
  private constructor(readonly text: string) {}

  static async to(url: string, bytes: string): Promise<RawAnswer> {
    const socket = open(url);
    let text = '';
    let quietSince = Date.now();
    socket.on('data', (chunk: Buffer) => {
      text += chunk.toString('latin1');
      quietSince = Date.now();
    });
    socket.write(bytes, 'latin1');
    const isOver = (): boolean => text !== '' && Date.now() - quietSince > QUIET_MS;
    while (!socket.destroyed && !socket.readableEnded && !isOver()) await sleep(20);
    socket.destroy();
    return new RawAnswer(text);
  }

  get count(): number {
    return (this.text.match(/^HTTP\/1\.1 (?!100)/gm) ?? []).length;
  }

  get status(): number {
    return Number(/^HTTP\/1\.1 (\d+)/.exec(this.text)?.[1]);
  }
}

/** Sends a beginning, then a byte each second for ever. @returns when it was cut off, in ms. */
export async function trickle(url: string, beginning: string): Promise<number> {
  const socket = open(url);
  const start = performance.now();
  socket.write(beginning, 'latin1');
  socket.resume();
  const timer = setInterval(() => socket.writable && socket.write('x'), 1_000);
  await new Promise((resolve) => socket.once('close', resolve));
  clearInterval(timer);
  return performance.now() - start;
}

function open(url: string): Socket {
  const { hostname, port } = new URL(url);
  return connect(Number(port), hostname).on('error', () => undefined);
}
