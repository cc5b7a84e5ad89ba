import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { ApiProblem, ServiceAway, type ApiClientOptions } from '#client';
import { Failure } from '../failure.js';

type Problem = ConstructorParameters<typeof ApiProblem>[1];

export type Sending = {
  readonly file: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string | undefined>>;
  readonly onSent?: (bytes: number) => void;
};

/**
 * Sends a file as it is, while it is read.
 *
 * @throws ApiProblem, ServiceAway, or Failure for a file that cannot be read.
 */
export async function sendFile(
  { url, key }: Pick<ApiClientOptions, 'url' | 'key'>,
  { file, path, query, onSent }: Sending,
): Promise<unknown> {
  const { size } = await statOf(file);
  const address = new URL(path, url);
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined) address.searchParams.set(name, value);
  }
  const answer = await answerTo(address, {
    method: 'POST',
    headers: {
      'content-type': 'application/octet-stream',
      'content-length': String(size),
      ...(key !== undefined && { authorization: `Bearer ${key}` }),
    },
    body: Readable.toWeb(Readable.from(counted(file, onSent))) as ReadableStream<Uint8Array>,
    duplex: 'half',
  });
  const body = (await answer.json().catch(() => ({}))) as Problem;
  if (answer.ok) return body;
  throw new ApiProblem(answer.status, body, {
    requestId: answer.headers.get('request-id'),
    retryAfterMs: null,
  });
}

/** How large a file is. @throws Failure */
export async function statOf(file: string): Promise<{ readonly size: number }> {
  try {
    const found = await stat(file);
    if (found.isFile()) return found;
  } catch (error) {
    throw new Failure(`${file} cannot be read: ${(error as Error).message}`);
  }
  throw new Failure(`${file} is no file`);
}

async function answerTo(address: URL, request: RequestInit): Promise<Response> {
  try {
    return await fetch(address, request);
  } catch (error) {
    throw new ServiceAway(address.origin, (error as { cause?: Error }).cause ?? (error as Error));
  }
}

async function* counted(
  file: string,
  onSent: (bytes: number) => void = () => undefined,
): AsyncGenerator<Uint8Array> {
  let sent = 0;
  for await (const chunk of createReadStream(file)) {
    yield chunk as Uint8Array;
    onSent((sent += (chunk as Uint8Array).length));
  }
}
