import { shortText } from './short.js';

/** What is sent to an operation. */
export type Call = {
  /** Of the system's clients; left out: without a key. */
  readonly as?: string;
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: object | undefined;
  /** Sent as it is, instead of a body of JSON. */
  readonly file?: string;
  readonly headers?: Readonly<Record<string, string>>;
};

export type Answer = {
  readonly status: number;
  /** Empty: there is no content. */
  readonly type: string;
  readonly body: unknown;
};

const STREAM = 'text/event-stream';
const STREAM_MS_MAX = 10_000;
const STREAM_MESSAGES_MAX = 2;

/** Sends a call; what comes is cut to what an example needs. */
export async function askFor(
  url: string,
  place: string,
  { path = {}, query = {}, body, file }: Call,
  headers: Readonly<Record<string, string>>,
): Promise<Answer> {
  const [method = '', template = ''] = place.split(' ');
  const address = new URL(filled(template, path), url);
  address.search = new URLSearchParams(query).toString();
  const type = file === undefined ? 'application/json' : 'application/octet-stream';
  const content = file ?? (body && JSON.stringify(body));
  const sent =
    content === undefined
      ? { headers }
      : { headers: { ...headers, 'content-type': type }, body: content };
  const asked = new AbortController();
  const answer = await fetch(address, {
    method: method.toUpperCase(),
    ...sent,
    signal: asked.signal,
  });
  const shown = await answerOf(answer);
  asked.abort();
  return shown;
}

function filled(template: string, path: Readonly<Record<string, string>>): string {
  return template.replace(/\{(\w+)\}/g, (_all, name: string) =>
    encodeURIComponent(path[name] ?? ''),
  );
}

async function answerOf(answer: Response): Promise<Answer> {
  const { status } = answer;
  const [type = ''] = (answer.headers.get('content-type') ?? '').split(';');
  if (type === STREAM) return { status, type, body: await firstMessages(answer) };
  const text = await answer.text();
  if (text === '') return { status, type: '', body: {} };
  const isJson = /[/+]json$/.test(type);
  return { status, type, body: isJson ? (JSON.parse(text) as unknown) : shortText(text) };
}

/** Of a stream that does not end. */
async function firstMessages(answer: Response): Promise<string> {
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  const deadline = Date.now() + STREAM_MS_MAX;
  let text = '';
  while (reader && Date.now() < deadline) {
    const { done, value } = await reader.read();
    if (done) break;
    text += value;
    const messages = text.split(/\n\n/);
    if (messages.length > STREAM_MESSAGES_MAX) {
      return `${messages.slice(0, STREAM_MESSAGES_MAX).join('\n\n')}\n\n`;
    }
  }
  return text;
}
