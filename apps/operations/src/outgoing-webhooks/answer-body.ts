import type { IncomingMessage } from 'node:http';

/** The beginning of what a receiver answered. */
export type AnswerBody = {
  readonly text: string;
  /** `base64` where it is no UTF-8. */
  readonly encoding: 'utf-8' | 'base64';
  /** False: there was more, or the rest did not come in time. */
  readonly isWhole: boolean;
};

const BYTES_MAX = 4_096;
/** The answer counts from its head on; a body that trickles holds up nothing for longer. */
const READ_MS_MAX = 1_000;

/** Reads the beginning of a body of any size, and closes the connection. */
export function readBeginning(response: IncomingMessage): Promise<AnswerBody> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    const finish = (isWhole: boolean): void => {
      clearTimeout(timer);
      response.destroy();
      resolve(bodyOf(Buffer.concat(chunks), isWhole));
    };
    const timer = setTimeout(() => finish(false), READ_MS_MAX);
    response.on('data', (chunk: Buffer) => {
      if (bytes > BYTES_MAX) return;
      chunks.push(chunk);
      bytes += chunk.length;
      if (bytes > BYTES_MAX) finish(false);
    });
    response.on('end', () => finish(true));
    response.on('error', () => finish(false));
    response.on('close', () => finish(false));
  });
}

function bodyOf(read: Buffer, isWhole: boolean): AnswerBody {
  const bytes = read.subarray(0, BYTES_MAX);
  try {
    // A cut may fall into a character.
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: !isWhole });
    return { text, encoding: 'utf-8', isWhole };
  } catch {
    return { text: bytes.toString('base64'), encoding: 'base64', isWhole };
  }
}
